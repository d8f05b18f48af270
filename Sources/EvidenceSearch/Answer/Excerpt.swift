extension StoredParagraph {
    /// The longest sentence, in bytes of UTF-8, of which a snippet shows all.
    private static let longestShown = 1_000
    /// The bytes before its first mark from which a longer one is shown, and before its end in which a word may end.
    private static let around = 200

    /// The bytes of a sentence that a snippet shows: all of it, or of a very long one whole words around an offset.
    func excerpt(of sentence: Range<Int>, around mark: Int?) -> Range<Int> {
        guard sentence.count > Self.longestShown else { return sentence }
        let mark = mark.flatMap { sentence.contains($0) ? $0 : nil } ?? sentence.lowerBound
        let earliest = max(sentence.lowerBound, mark - Self.around)
        let start = earliest > sentence.lowerBound ? firstStart(in: earliest..<mark) ?? mark : earliest
        let end = start + Self.longestShown
        guard end < sentence.upperBound else { return start..<sentence.upperBound }
        return start..<(lastEnd(in: end - Self.around..<end) ?? boundary(before: end))
    }

    /// Where the first word behind a space starts.
    private func firstStart(in range: Range<Int>) -> Int? { range.first { isSpace($0) }.map { $0 + 1 } }

    /// Where the last word before a space ends.
    private func lastEnd(in range: Range<Int>) -> Int? { range.last { isSpace($0) } }

    private func isSpace(_ offset: Int) -> Bool { byte(offset) == UInt8(ascii: " ") }

    /// The start of the letter that an offset is in.
    private func boundary(before offset: Int) -> Int {
        (0...offset).last { byte($0) & 0xC0 != 0x80 } ?? 0
    }

    private func byte(_ offset: Int) -> UInt8 {
        text.utf8[text.utf8.index(text.startIndex, offsetBy: offset)]
    }
}
