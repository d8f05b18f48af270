/// Which bytes of a text stand in JSON as an escape, and as which.
enum JSONEscape {
    /// Whether an escape begins at this byte.
    ///
    /// U+2028 and U+2029, which end a line in JavaScript, are E2 80 A8 and E2 80 A9.
    static func isNeeded(_ byte: UInt8, at place: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        switch byte {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: true
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): true
        case 0xE2: place + 2 < utf8.count && utf8[place + 1] == 0x80 && utf8[place + 2] & 0xFE == 0xA8
        default: false
        }
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
        case 0xE2:
            bytes += (utf8[place + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8
            return 3
        default:
            let digits = Array("0123456789abcdef".utf8)
            bytes += "\\u00".utf8
            bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return 1
    }
}
