/// Writes JSON straight into bytes, with the members in the order written.
///
/// `JSONEncoder` leaves out what is `nil` and promises no order; the wire names every member, `null` where it
/// has no value, and people read it. `<`, `>`, `&`, U+2028 and U+2029 are escaped, so an answer can stand in a
/// web page's script.
public struct JSONWriter {
    /// What was written so far.
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// A writer that has written nothing.
    public init() {}

    /// Writes an object; `body` writes its members.
    public mutating func object(_ body: (inout JSONWriter) -> Void) {
        nested(open: "{", close: "}", body)
    }

    /// Writes an array of what `element` writes for each item.
    public mutating func array<Items: Sequence>(
        _ items: Items, _ element: (inout JSONWriter, Items.Element) -> Void
    ) {
        nested(open: "[", close: "]") { json in
            for item in items { element(&json, item) }
        }
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
    public mutating func value(_ text: String?) {
        guard let text else { return null() }
        separate()
        bytes.append(UInt8(ascii: "\""))
        appendEscaped(text)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a whole number, or `null`.
    public mutating func value(_ number: Int?) {
        guard let number else { return null() }
        literal(String(number))
    }

    /// Writes a number with at most four decimals, or `null` where there is none or it isn't finite.
    public mutating func value(_ number: Double?) {
        guard let number, number.isFinite else { return null() }
        let rounded = (number * 10_000).rounded() / 10_000
        literal(rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : "\(rounded)")
    }

    /// Writes `true`, `false` or `null`.
    public mutating func value(_ flag: Bool?) {
        guard let flag else { return null() }
        literal(flag ? "true" : "false")
    }

    /// Writes `null`.
    public mutating func null() { literal("null") }

    private mutating func literal(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func nested(
        open: Unicode.Scalar, close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
    ) {
        separate()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func appendEscaped(_ text: String) {
        var copy = text
        copy.withUTF8 { utf8 in
            var plain = 0
            for (place, byte) in utf8.enumerated() where JSONEscape.isNeeded(byte, at: place, in: utf8) {
                bytes.append(contentsOf: utf8[plain..<place])
                plain = place + JSONEscape.append(at: place, in: utf8, to: &bytes)
            }
            bytes.append(contentsOf: utf8[plain...])
        }
    }
}
