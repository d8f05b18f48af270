/// A value in a JSON text, or a member's name, which stands right before its value.
struct JSONToken {
    enum Kind: UInt8 { case object, array, text, escapedText, number, yes, no, null }

    var kind: Kind
    /// The byte that it begins at; a text's first behind its quote.
    var start: UInt32
    /// The byte behind its end; a text's closing quote.
    var end: UInt32
    /// The first token behind it and all that it holds.
    var next: UInt32

    /// The tokens of a text that holds one value, in the order in which they begin.
    static func all(of bytes: [UInt8]) throws(JSONError) -> [JSONToken] {
        var scan = JSONScan(bytes: bytes)
        return try scan.tokens()
    }
}

/// Finds the values of a JSON text (RFC 8259) in one pass.
private struct JSONScan {
    let bytes: [UInt8]
    private var offset = 0
    private var found: [JSONToken] = []

    init(bytes: [UInt8]) {
        self.bytes = bytes
        found.reserveCapacity(bytes.count / 16)
    }

    mutating func tokens() throws(JSONError) -> [JSONToken] {
        guard bytes.count < UInt32.max else { throw failure }
        try value(depth: 0)
        skipSpace()
        guard offset == bytes.count else { throw failure }
        return found
    }

    /// The deepest nesting that is read: deeper text can only have been made to exhaust the stack.
    private static let deepest = 64

    private var failure: JSONError { JSONError(at: offset) }

    /// The byte that comes next; at the end 0, which stands nowhere in JSON.
    private var next: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    private mutating func value(depth: Int) throws(JSONError) {
        guard depth < Self.deepest else { throw failure }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): try values(.object, end: UInt8(ascii: "}"), depth: depth)
        case UInt8(ascii: "["): try values(.array, end: UInt8(ascii: "]"), depth: depth)
        case UInt8(ascii: "\""): try text()
        case UInt8(ascii: "t"): try literal("true", .yes)
        case UInt8(ascii: "f"): try literal("false", .no)
        case UInt8(ascii: "n"): try literal("null", .null)
        default: try number()
        }
    }

    /// An array, or an object, whose values have names.
    private mutating func values(_ kind: JSONToken.Kind, end: UInt8, depth: Int) throws(JSONError) {
        let index = found.count
        add(kind, from: offset)
        offset += 1
        if !takes(end) {
            repeat {
                if kind == .object { try name() }
                try value(depth: depth + 1)
            } while takes(UInt8(ascii: ","))
            guard takes(end) else { throw failure }
        }
        found[index].end = UInt32(offset)
        found[index].next = UInt32(found.count)
    }

    private mutating func name() throws(JSONError) {
        skipSpace()
        guard next == UInt8(ascii: "\"") else { throw failure }
        try text()
        guard takes(UInt8(ascii: ":")) else { throw failure }
    }

    private mutating func text() throws(JSONError) {
        offset += 1
        let start = offset
        var kind = JSONToken.Kind.text
        while let end = bytes[offset...].firstIndex(where: Self.endsPlainText) {
            offset = end
            guard next == UInt8(ascii: "\\") else { break }
            kind = .escapedText
            offset = min(end + 2, bytes.count)
        }
        guard next == UInt8(ascii: "\"") else { throw failure }
        add(kind, from: start)
        offset += 1
    }

    /// Returns true if the byte is a quote, begins an escape, or may not stand in a text.
    private static func endsPlainText(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20
    }

    private mutating func literal(_ word: StaticString, _ kind: JSONToken.Kind) throws(JSONError) {
        let end = offset + word.utf8CodeUnitCount
        let isThere = end <= bytes.count && word.withUTF8Buffer { bytes[offset..<end].elementsEqual($0) }
        guard isThere else { throw failure }
        add(kind, from: offset)
        offset = end
    }

    /// The characters of a number; whether they are one shows when it is read.
    private mutating func number() throws(JSONError) {
        let start = offset
        while Self.isNumeric(next) { offset += 1 }
        guard offset > start else { throw failure }
        add(.number, from: start)
    }

    private static func isNumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    private mutating func add(_ kind: JSONToken.Kind, from start: Int) {
        found.append(
            JSONToken(kind: kind, start: UInt32(start), end: UInt32(offset), next: UInt32(found.count + 1)))
    }

    /// Passes over a byte and the space before it; returns false if another byte comes next.
    private mutating func takes(_ byte: UInt8) -> Bool {
        skipSpace()
        guard next == byte else { return false }
        offset += 1
        return true
    }

    private mutating func skipSpace() {
        while next == UInt8(ascii: " ") || (0x09...0x0D).contains(next) && next != 0x0B && next != 0x0C {
            offset += 1
        }
    }
}
