/// A value of a JSON text, read when it is asked for.
///
/// `JSONDecoder` has the runtime look up conformances for each type that it makes, which took as long as the rest of
/// a search. Here the text is gone through once; members that nobody asks for cost nothing more.
public struct JSONValue {
    private let text: Text
    private let index: Int

    /// A text with its tokens, shared by its values.
    private final class Text {
        let bytes: [UInt8]
        let tokens: [JSONToken]

        init(_ bytes: [UInt8]) throws(JSONError) {
            self.bytes = bytes
            tokens = try JSONToken.all(of: bytes)
        }
    }

    /// The value that a text holds.
    public init(_ bytes: [UInt8]) throws(JSONError) {
        text = try Text(bytes)
        index = 0
    }

    private init(_ text: Text, at index: Int) {
        self.text = text
        self.index = index
    }

    private var token: JSONToken { text.tokens[index] }

    private var bytes: ArraySlice<UInt8> { text.bytes[Int(token.start)..<Int(token.end)] }

    /// The error that the value is of the wrong kind.
    var failure: JSONError { JSONError(at: Int(token.start)) }

    /// The member of a name; throws if this isn't an object, or has no such member.
    public func member<Value: JSONReadable>(_ name: StaticString) throws(JSONError) -> Value {
        guard let member = name.withUTF8Buffer({ member(named: $0) }) else { throw failure }
        return try Value(reading: member)
    }

    /// The member of a name; `nil` if the object has none, or `null`.
    public func memberIfPresent<Value: JSONReadable>(_ name: StaticString) throws(JSONError) -> Value? {
        try valueIfPresent(name.withUTF8Buffer { member(named: $0) })
    }

    /// The member of a name that is known only when the program runs; `nil` if the object has none, or `null`.
    func memberIfPresent<Value: JSONReadable>(named name: String) throws(JSONError) -> Value? {
        try valueIfPresent(member(named: name.utf8))
    }

    private func valueIfPresent<Value: JSONReadable>(_ member: JSONValue?) throws(JSONError) -> Value? {
        guard token.kind == .object else { throw failure }
        guard let member, member.token.kind != .null else { return nil }
        return try Value(reading: member)
    }

    private func member(named name: some Collection<UInt8>) -> JSONValue? {
        guard token.kind == .object else { return nil }
        var index = index + 1
        while index < token.next {
            let member = text.tokens[index]
            let range = Int(member.start)..<Int(member.end)
            if range.count == name.count, text.bytes[range].elementsEqual(name) {
                return JSONValue(text, at: index + 1)
            }
            index = Int(text.tokens[index + 1].next)
        }
        return nil
    }

    /// The values of an array.
    func elements<Value: JSONReadable>() throws(JSONError) -> [Value] {
        guard token.kind == .array else { throw failure }
        var values: [Value] = []
        var index = index + 1
        while index < token.next {
            values.append(try Value(reading: JSONValue(text, at: index)))
            index = Int(text.tokens[index].next)
        }
        return values
    }

    /// The characters of a text; `nil` if it is something else, or no UTF-8.
    var characters: String? {
        switch token.kind {
        case .text: String(validating: bytes, as: UTF8.self)
        case .escapedText: JSONEscape.replaced(in: bytes).flatMap { String(validating: $0, as: UTF8.self) }
        default: nil
        }
    }

    /// The digits of a number; `nil` if it is something else.
    var digits: String? { token.kind == .number ? String(decoding: bytes, as: UTF8.self) : nil }

    /// `true` or `false`; `nil` if it is something else.
    var flag: Bool? {
        switch token.kind {
        case .yes: true
        case .no: false
        default: nil
        }
    }
}

/// A text that is no JSON, or holds something other than was expected.
public struct JSONError: Error, Equatable {
    /// The byte that shows it, from 0.
    public var at: Int
}
