/// Which bytes of a text stand in JSON as an escape, and as which.
enum JSONEscape {
    /// Whether an escape begins at this byte.
    ///
    /// U+2028 and U+2029 end a line in JavaScript. U+0080 to U+009F are commands to a terminal that shows the JSON, and
    /// U+202A to U+202E and U+2066 to U+2069 reorder what it shows.
    static func isNeeded(_ byte: UInt8, at place: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        switch byte {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: true
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): true
        case 0xC2: place + 1 < utf8.count && utf8[place + 1] < 0xA0
        case 0xE2: place + 2 < utf8.count && isSeparatorOrReordering(utf8[place + 1], utf8[place + 2])
        default: false
        }
    }

    /// Whether the character E2 and these two bytes is one of U+2028 to U+202E or U+2066 to U+2069.
    private static func isSeparatorOrReordering(_ second: UInt8, _ third: UInt8) -> Bool {
        second == 0x80 ? (0xA8...0xAE).contains(third) : second == 0x81 && (0xA6...0xA9).contains(third)
    }

    /// Appends the escape for the character at this byte; returns how many bytes of text it stands for.
    static func append(at place: Int, in utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) -> Int {
        let byte = utf8[place]
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes += [UInt8(ascii: "\\"), byte]
        case UInt8(ascii: "\n"): bytes += "\\n".utf8
        case UInt8(ascii: "\r"): bytes += "\\r".utf8
        case UInt8(ascii: "\t"): bytes += "\\t".utf8
        case 0xC2:
            append(UInt16(utf8[place + 1]), to: &bytes)
            return 2
        case 0xE2:
            append(0x2000 | UInt16(utf8[place + 1] & 1) << 6 | UInt16(utf8[place + 2] & 0x3F), to: &bytes)
            return 3
        default: append(UInt16(byte), to: &bytes)
        }
        return 1
    }

    private static func append(_ unit: UInt16, to bytes: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        bytes += "\\u".utf8
        for shift in [12, 8, 4, 0] { bytes.append(digits[Int(unit >> shift & 15)]) }
    }
}
