/// Which bytes of a text stand in JSON as an escape, and as which.
enum JSONEscape {
    /// The place of the first escape from a place on, or the end of the text.
    static func next(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var place = start
        while place + 16 <= utf8.count {
            let candidates = candidates(in: UnsafeRawBufferPointer(utf8), at: place)
            guard candidates[0] | candidates[1] != 0 else {
                place += 16
                continue
            }
            place +=
                candidates[0] != 0
                ? candidates[0].trailingZeroBitCount / 8 : 8 + candidates[1].trailingZeroBitCount / 8
            if isNeeded(utf8[place], at: place, in: utf8) { return place }
            place += 1
        }
        while place < utf8.count, !isNeeded(utf8[place], at: place, in: utf8) { place += 1 }
        return place
    }

    /// Of sixteen bytes those with which an escape may begin: the lowest bit set of each half is the high one of its first.
    ///
    /// A mask's methods compile to a hundred times as many instructions. The high bit of a byte of `x - 0x01…` tells a
    /// zero among bytes below 0x80; `"` and `&` differ by one bit, `<` and `>` by another.
    @inline(__always)
    private static func candidates(in utf8: UnsafeRawBufferPointer, at place: Int) -> SIMD2<UInt64> {
        let bytes = utf8.loadUnaligned(fromByteOffset: place, as: SIMD2<UInt64>.self)
        func all(_ byte: UInt8) -> SIMD2<UInt64> { SIMD2(repeating: 0x0101_0101_0101_0101 &* UInt64(byte)) }
        func less(_ bytes: SIMD2<UInt64>) -> SIMD2<UInt64> { bytes &- all(1) }
        let ascii =
            (bytes &- all(0x20)) | less((bytes | all(4)) ^ all(UInt8(ascii: "&")))
            | less((bytes | all(2)) ^ all(UInt8(ascii: ">"))) | less(bytes ^ all(UInt8(ascii: "\\")))
            | less(bytes ^ all(0x7F))
        let (c2, e2) = (bytes ^ all(0xC2), bytes ^ all(0xE2))
        return (ascii & ~bytes | less(c2) & ~c2 | less(e2) & ~e2) & all(0x80)
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
