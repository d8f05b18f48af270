/// Walks over the words of a text in UTF-8 that folding changes nowhere but in its capitals, with a short way for ASCII.
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
        offset = endOfInitials(from: start) ?? endOfWord(from: start)
        defer { end = offset }
        return TextWord.Span(range: start..<offset, isJoined: isJoined(at: start))
    }

    @inline(__always)
    private func endOfWord(from start: Int) -> Int {
        var offset = start
        while true {
            while offset < utf8.count, utf8[offset].isASCIILetterOrDigit { offset += 1 }
            guard let width = wordCharacter(at: offset) ?? infix(at: offset) else { return offset }
            offset += width
        }
    }

    /// The end of initials, `N.H.S.` or `U.K`: single letters with full stops between, and the last one's; `nil` if another
    /// word begins here.
    @inline(__always)
    private func endOfInitials(from start: Int) -> Int? {
        guard start + 2 < utf8.count, utf8[start + 1] == UInt8(ascii: "."), utf8[start + 2].isASCIILetter
        else { return nil }
        var at = start
        while at < utf8.count, utf8[at].isASCIILetter {
            at += 1
            guard at < utf8.count, utf8[at] == UInt8(ascii: ".") else { break }
            at += 1
        }
        return at > start + 2 && wordCharacter(at: at) == nil ? at : nil
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
        let (scalar, width) = utf8.scalar(at: offset)
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
        case 0xE2 where utf8.isCurlyApostrophe(at: offset): 3
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
        guard bytes.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ".") }) else {
            return WordSpelling(bytes).text
        }
        return String(unsafeUninitializedCapacity: bytes.count) { lower in
            for (offset, byte) in bytes.enumerated() { lower[offset] = byte.lowered }
            return bytes.count
        }
    }

    private func width(at offset: Int) -> Int { utf8[offset] < 0x80 ? 1 : utf8.scalar(at: offset).width }
}

/// The one spelling of a word that is written in several ways.
private struct WordSpelling {
    private var bytes: [UInt8] = []

    /// The word with straight apostrophes, without the full stops of initials and the commas of thousands.
    init(_ word: UnsafeBufferPointer<UInt8>) {
        let isInThousands = word.isInThousands
        var at = 0
        while at < word.count {
            let byte = word[at]
            if word.isCurlyApostrophe(at: at) {
                bytes.append(UInt8(ascii: "'"))
                at += 3
                continue
            }
            let isOfInitials = byte == UInt8(ascii: ".") && !word[at - 1].isASCIIDigit
            let isOfThousands = byte == UInt8(ascii: ",") && isInThousands
            if !isOfInitials, !isOfThousands { bytes.append(byte.lowered) }
            at += 1
        }
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension UnsafeBufferPointer<UInt8> {
    /// Returns true if U+2019 or U+201B stands here, which are E2 80 99 and E2 80 9B.
    fileprivate func isCurlyApostrophe(at offset: Int) -> Bool {
        offset + 2 < count && self[offset] == 0xE2 && self[offset + 1] == 0x80
            && self[offset + 2] & 0xFD == 0x99
    }

    /// True of a number that is written by its thousands: `1,234`, `12,345,678.50`.
    fileprivate var isInThousands: Bool {
        let groups = split(separator: UInt8(ascii: ","))
        guard let last = groups.last, groups.count > 1, (1...3).contains(groups[0].count),
            groups[0].allSatisfy(\.isASCIIDigit)
        else { return false }
        return groups.dropFirst().dropLast().allSatisfy { $0.count == 3 && $0.allSatisfy(\.isASCIIDigit) }
            && last.prefix(while: \.isASCIIDigit).count == 3
    }
}
