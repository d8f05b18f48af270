/// The escapes that JSON needs, and those that keep an answer safe in a web page and on a terminal.
enum JSONEscape {
    /// The offset of the first escape from an offset on, or the end of the text.
    static func next(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var offset = start
        while offset < utf8.count {
            let byte = utf8[offset]
            // Small letters and spaces, which most of a text is, take the short way.
            let isPlain = byte &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: " ")
            if !isPlain, isNeeded(byte, at: offset, in: utf8) { break }
            offset += 1
        }
        return offset
    }

    /// Returns true if an escape begins at this byte.
    ///
    /// U+2028 and U+2029 end a line in JavaScript. U+0080 to U+009F are commands to a terminal that shows the JSON; the marks
    /// that `printable` leaves out reorder what it shows, or cannot be seen in it.
    private static func isNeeded(_ byte: UInt8, at offset: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        switch byte {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: true
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): true
        case 0xC2: offset + 1 < utf8.count && utf8[offset + 1] < 0xA0
        case 0xD8: offset + 1 < utf8.count && utf8[offset + 1] == 0x9C
        case 0xE2: offset + 2 < utf8.count && isSeparatorOrMark(utf8[offset + 1], utf8[offset + 2])
        case 0xF3: offset + 3 < utf8.count && utf8[offset + 1] == 0xA0 && utf8[offset + 2] <= 0x81
        default: false
        }
    }

    /// Returns true if the character E2 and these two bytes is U+200E, U+200F, or one of U+2028 to U+202E or U+2066 to U+2069.
    private static func isSeparatorOrMark(_ second: UInt8, _ third: UInt8) -> Bool {
        switch second {
        case 0x80: (0x8E...0x8F).contains(third) || (0xA8...0xAE).contains(third)
        case 0x81: (0xA6...0xA9).contains(third)
        default: false
        }
    }

    /// Appends the escape for the character at this byte; returns how many bytes of text it stands for.
    static func append(at offset: Int, in utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8])
        -> Int
    {
        let byte = utf8[offset]
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte, to: &bytes)
        case UInt8(ascii: "\n"): append(UInt8(ascii: "n"), to: &bytes)
        case UInt8(ascii: "\r"): append(UInt8(ascii: "r"), to: &bytes)
        case UInt8(ascii: "\t"): append(UInt8(ascii: "t"), to: &bytes)
        case 0xC2:
            append(unit: UInt16(utf8[offset + 1]), to: &bytes)
            return 2
        case 0xE2:
            append(
                unit: 0x2000 | UInt16(utf8[offset + 1] & 1) << 6 | UInt16(utf8[offset + 2] & 0x3F), to: &bytes
            )
            return 3
        case 0xD8:
            append(unit: 0x061C, to: &bytes)
            return 2
        case 0xF3:
            // U+E0000 to U+E007F in surrogates.
            append(unit: 0xDB40, to: &bytes)
            append(
                unit: 0xDC00 | UInt16(utf8[offset + 2] & 1) << 6 | UInt16(utf8[offset + 3] & 0x3F), to: &bytes
            )
            return 4
        default: append(unit: UInt16(byte), to: &bytes)
        }
        return 1
    }

    private static func append(_ letter: UInt8, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(letter)
    }

    private static func append(unit: UInt16, to bytes: inout [UInt8]) {
        append(UInt8(ascii: "u"), to: &bytes)
        for shift in [12, 8, 4, 0] {
            let digit = UInt8(unit >> shift & 15)
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}
