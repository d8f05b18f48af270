/// Which bytes of a text stand in JSON as an escape, and as which.
enum JSONEscape {
    /// The place of the first escape from a place on, or the end of the text.
    static func next(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var place = start
        while place < utf8.count {
            while place + 16 <= utf8.count, isPlain(UnsafeRawBufferPointer(utf8), at: place) { place += 16 }
            for place in place..<min(place + 16, utf8.count)
            where isNeeded(utf8[place], at: place, in: utf8) {
                return place
            }
            place = min(place + 16, utf8.count)
        }
        return place
    }

    /// Whether sixteen bytes are ASCII, of which none is escaped.
    ///
    /// Eight at a time: the high bit of a byte of `x - 0x01…` tells a zero among bytes below 0x80. `"` and `&` differ by
    /// one bit, `<` and `>` by another.
    @inline(__always)
    private static func isPlain(_ utf8: UnsafeRawBufferPointer, at place: Int) -> Bool {
        let bytes = utf8.loadUnaligned(fromByteOffset: place, as: SIMD2<UInt64>.self)
        func all(_ byte: UInt8) -> SIMD2<UInt64> { SIMD2(repeating: 0x0101_0101_0101_0101 &* UInt64(byte)) }
        func isZero(_ bytes: SIMD2<UInt64>) -> SIMD2<UInt64> { bytes &- all(1) }
        let special =
            bytes | (bytes &- all(0x20)) | isZero((bytes | all(4)) ^ all(UInt8(ascii: "&")))
            | isZero((bytes | all(2)) ^ all(UInt8(ascii: ">"))) | isZero(bytes ^ all(UInt8(ascii: "\\")))
            | isZero(bytes ^ all(0x7F))
        return (special[0] | special[1]) & 0x8080_8080_8080_8080 == 0
    }

    /// Whether an escape begins at this byte.
    ///
    /// U+2028 and U+2029 end a line in JavaScript. U+0080 to U+009F are commands to a terminal that shows the JSON, and
    /// U+202A to U+202E and U+2066 to U+2069 reorder what it shows.
    private static func isNeeded(_ byte: UInt8, at place: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Bool {
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
    static func append(at place: Int, in utf8: UnsafeBufferPointer<UInt8>, to bytes: inout GrowingBytes)
        -> Int
    {
        let byte = utf8[place]
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte, to: &bytes)
        case UInt8(ascii: "\n"): append(UInt8(ascii: "n"), to: &bytes)
        case UInt8(ascii: "\r"): append(UInt8(ascii: "r"), to: &bytes)
        case UInt8(ascii: "\t"): append(UInt8(ascii: "t"), to: &bytes)
        case 0xC2:
            append(unit: UInt16(utf8[place + 1]), to: &bytes)
            return 2
        case 0xE2:
            append(
                unit: 0x2000 | UInt16(utf8[place + 1] & 1) << 6 | UInt16(utf8[place + 2] & 0x3F), to: &bytes)
            return 3
        default: append(unit: UInt16(byte), to: &bytes)
        }
        return 1
    }

    private static func append(_ letter: UInt8, to bytes: inout GrowingBytes) {
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(letter)
    }

    private static func append(unit: UInt16, to bytes: inout GrowingBytes) {
        append(UInt8(ascii: "u"), to: &bytes)
        for shift in [12, 8, 4, 0] {
            let digit = UInt8(unit >> shift & 15)
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}
