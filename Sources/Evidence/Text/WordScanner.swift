/// Walks over the words of a text in UTF-8.
///
/// ASCII, which nearly all of it is, takes the short way.
struct WordScanner {
    private let utf8: UnsafeBufferPointer<UInt8>
    private var place: Int
    private var end = 0

    init(utf8: UnsafeBufferPointer<UInt8>, from start: Int = 0) {
        self.utf8 = utf8
        place = start
    }

    /// The next word, or `nil` at the end of the text.
    mutating func next() -> TextWord? {
        nextSpan().map { TextWord(text: text($0.range), range: $0.range, isJoined: $0.isJoined) }
    }

    /// Where the next word stands, or `nil` at the end of the text.
    mutating func nextSpan() -> TextWord.Span? {
        while place < utf8.count, wordCharacter(at: place) == nil { place += width(at: place) }
        guard place < utf8.count else { return nil }
        let start = place
        while true {
            while place < utf8.count, utf8[place].isASCIILetterOrDigit { place += 1 }
            guard let width = wordCharacter(at: place) ?? infix(at: place) else { break }
            place += width
        }
        defer { end = place }
        return TextWord.Span(range: start..<place, isJoined: isJoined(at: start))
    }

    /// The width of the letter or digit at a place; `nil` where there is none.
    private func wordCharacter(at place: Int) -> Int? {
        guard place < utf8.count else { return nil }
        let byte = utf8[place]
        return byte < 0x80 ? (byte.isASCIILetterOrDigit ? 1 : nil) : wideWordCharacter(at: place)
    }

    // Never inlined: what asks for a scalar's properties makes room for them at each call.
    @inline(never)
    private func wideWordCharacter(at place: Int) -> Int? {
        let (scalar, width) = scalar(at: place)
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? width : nil
    }

    /// The width of a character that belongs to the word because of what stands on both sides of it.
    private func infix(at place: Int) -> Int? {
        guard place < utf8.count, let width = infixWidth(at: place), place + width < utf8.count else {
            return nil
        }
        let before = utf8[place - 1]
        let after = utf8[place + width]
        let isNumeric = utf8[place] == UInt8(ascii: ".") || utf8[place] == UInt8(ascii: ",")
        if isNumeric { return before.isASCIIDigit && after.isASCIIDigit ? width : nil }
        return wordCharacter(at: place + width) != nil && !after.isASCIIDigit && !before.isASCIIDigit
            ? width : nil
    }

    private func infixWidth(at place: Int) -> Int? {
        switch utf8[place] {
        case UInt8(ascii: "'"), UInt8(ascii: "&"), UInt8(ascii: "."), UInt8(ascii: ","): 1
        case 0xE2 where utf8.count > place + 2 && utf8[place + 1] == 0x80 && utf8[place + 2] == 0x99: 3
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
            for (place, byte) in bytes.enumerated() {
                lower[place] = byte.isASCIICapital ? byte | 0x20 : byte
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

    private func width(at place: Int) -> Int { utf8[place] < 0x80 ? 1 : scalar(at: place).width }

    private func scalar(at place: Int) -> (Unicode.Scalar, width: Int) {
        var decoder = UTF8()
        var iterator = utf8[place...].makeIterator()
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
