/// Walks over the words of a text in UTF-8, with a short way for ASCII, which nearly all of it is.
struct WordScanner {
    private let utf8: UnsafeBufferPointer<UInt8>
    private var offset: Int
    private var end = 0

    init(utf8: UnsafeBufferPointer<UInt8>, from start: Int = 0) {
        self.utf8 = utf8
        offset = start
    }

    /// The next word, or `nil` at the end of the text.
    mutating func next() -> TextWord? {
        nextSpan().map { TextWord(text: text($0.range), range: $0.range, isJoined: $0.isJoined) }
    }

    /// The range of the next word, or `nil` at the end of the text.
    mutating func nextSpan() -> TextWord.Span? {
        while offset < utf8.count, wordCharacter(at: offset) == nil { offset += width(at: offset) }
        guard offset < utf8.count else { return nil }
        let start = offset
        while true {
            while offset < utf8.count, utf8[offset].isASCIILetterOrDigit { offset += 1 }
            guard let width = wordCharacter(at: offset) ?? infix(at: offset) else { break }
            offset += width
        }
        defer { end = offset }
        return TextWord.Span(range: start..<offset, isJoined: isJoined(at: start))
    }

    /// The width of the letter or digit at an offset; `nil` if there is none.
    private func wordCharacter(at offset: Int) -> Int? {
        guard offset < utf8.count else { return nil }
        let byte = utf8[offset]
        return byte < 0x80 ? (byte.isASCIILetterOrDigit ? 1 : nil) : wideWordCharacter(at: offset)
    }

    // Never inlined: a function that asks for a scalar's properties makes room for them at each call.
    @inline(never)
    private func wideWordCharacter(at offset: Int) -> Int? {
        let (scalar, width) = scalar(at: offset)
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? width : nil
    }

    /// The width of a character that belongs to the word because of the characters on both sides of it.
    private func infix(at offset: Int) -> Int? {
        guard offset < utf8.count, let width = infixWidth(at: offset), offset + width < utf8.count else {
            return nil
        }
        let before = utf8[offset - 1]
        let after = utf8[offset + width]
        let isNumeric = utf8[offset] == UInt8(ascii: ".") || utf8[offset] == UInt8(ascii: ",")
        if isNumeric { return before.isASCIIDigit && after.isASCIIDigit ? width : nil }
        return wordCharacter(at: offset + width) != nil && !after.isASCIIDigit && !before.isASCIIDigit
            ? width : nil
    }

    private func infixWidth(at offset: Int) -> Int? {
        switch utf8[offset] {
        case UInt8(ascii: "'"), UInt8(ascii: "&"), UInt8(ascii: "."), UInt8(ascii: ","): 1
        case 0xE2 where utf8.count > offset + 2 && utf8[offset + 1] == 0x80 && utf8[offset + 2] == 0x99: 3
        default: nil
        }
    }

    private func isJoined(at start: Int) -> Bool {
        guard end > 0 else { return false }
        // U+2010 and U+2011, the hyphens proper, are E2 80 90 and E2 80 91.
        return switch start - end {
        case 1: utf8[end] == UInt8(ascii: "-")
        case 3: utf8[end] == 0xE2 && utf8[end + 1] == 0x80 && utf8[end + 2] & 0xFE == 0x90
        default: false
        }
    }

    private func text(_ range: Range<Int>) -> String {
        let bytes = UnsafeBufferPointer(rebasing: utf8[range])
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return Self.folded(bytes) }
        return String(unsafeUninitializedCapacity: bytes.count) { lower in
            for (offset, byte) in bytes.enumerated() {
                lower[offset] = byte.isASCIICapital ? byte | 0x20 : byte
            }
            return bytes.count
        }
    }

    private static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var folded = ""
        for scalar in String(decoding: bytes, as: UTF8.self).lowercased().unicodeScalars {
            folded.unicodeScalars.append(scalar == "\u{2019}" ? "'" : scalar)
        }
        return folded
    }

    private func width(at offset: Int) -> Int { utf8[offset] < 0x80 ? 1 : scalar(at: offset).width }

    private func scalar(at offset: Int) -> (Unicode.Scalar, width: Int) {
        var decoder = UTF8()
        var iterator = utf8[offset...].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return ("\u{FFFD}", 1) }
        return (scalar, UTF8.width(scalar))
    }
}

extension UInt8 {
    fileprivate var isASCIICapital: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }
    /// By a bit for each character: a test of ranges takes several steps for every byte of a text.
    @inline(__always)
    fileprivate var isASCIILetterOrDigit: Bool {
        let set: UInt64 = self < 0x40 ? 0x03FF_0000_0000_0000 : 0x07FF_FFFE_07FF_FFFE
        return self < 0x80 && set &>> UInt64(self) & 1 != 0
    }
    fileprivate var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
