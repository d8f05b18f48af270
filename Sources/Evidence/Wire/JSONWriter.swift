/// Writes JSON straight into bytes, with the members in the order written.
///
/// `JSONEncoder` leaves out what is `nil` and promises no order; the wire names every member, `null` where it
/// has no value, and people read it. `<`, `>`, `&`, U+2028 and U+2029 are escaped, so an answer can stand in a
/// web page's script.
public struct JSONWriter: ~Copyable {
    /// The bytes written so far.
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// A writer that has written nothing.
    public init() {}

    /// Returns what was written since the last call, so that a long answer need not be held whole.
    public mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Writes an object; `body` writes its members.
    public mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
        try nested(open: "{", close: "}", body)
    }

    /// Writes an array; `body` writes its values.
    public mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
        try nested(open: "[", close: "]", body)
    }

    /// Writes an array; `element` writes each item.
    public mutating func array<Items: Sequence>(
        _ items: Items, _ element: (inout JSONWriter, Items.Element) -> Void
    ) {
        array { json in
            for item in items { element(&json, item) }
        }
    }

    /// Ends a line of JSON Lines; the next value begins the next line.
    public mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    /// Writes a member's name; its value is to follow.
    public mutating func name(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a member's name that is known only when the program runs; its value is to follow.
    public mutating func member(_ name: String) {
        value(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a text, or `null`.
    public mutating func value(_ text: String?) { value(text.map { $0[...] }) }

    /// Writes a part of a text, or `null`.
    public mutating func value(_ text: Substring?) {
        guard let text else { return null() }
        separate()
        bytes.append(UInt8(ascii: "\""))
        appendEscaped(text)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a whole number, or `null`.
    public mutating func value(_ number: Int?) {
        guard let number else { return null() }
        separate()
        bytes += "\(number)".utf8
    }

    /// Writes a number with at most four decimals, or `null` where there is none or it isn't finite.
    public mutating func value(_ number: Double?) {
        guard let number, number.isFinite else { return null() }
        let rounded = (number * 10_000).rounded() / 10_000
        if rounded == rounded.rounded(), abs(rounded) < 1e15 { return value(Int(rounded)) }
        separate()
        bytes += "\(rounded)".utf8
    }

    /// Writes `true`, `false` or `null`.
    public mutating func value(_ flag: Bool?) {
        guard let flag else { return null() }
        if flag { literal("true") } else { literal("false") }
    }

    /// Writes a range as its start and its end.
    public mutating func value(_ range: Range<Int>) {
        array { json in
            json.value(range.lowerBound)
            json.value(range.upperBound)
        }
    }

    /// Writes `null`.
    public mutating func null() { literal("null") }

    private mutating func literal(_ text: StaticString) {
        separate()
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func nested(
        open: Unicode.Scalar, close: Unicode.Scalar, _ body: (inout JSONWriter) throws -> Void
    ) rethrows {
        separate()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        try body(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func appendEscaped(_ text: Substring) {
        var text = text
        text.withUTF8 { utf8 in
            var plain = 0
            while plain < utf8.count {
                let escape = JSONEscape.next(in: utf8, from: plain)
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[plain..<escape]))
                guard escape < utf8.count else { break }
                plain = escape + JSONEscape.append(at: escape, in: utf8, to: &bytes)
            }
        }
    }
}
