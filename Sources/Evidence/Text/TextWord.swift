/// A word of a text as it is indexed, searched and highlighted: the one definition of a word.
public struct TextWord: Equatable, Sendable {
    /// The word in its folded form: small letters without accents, `’` as `'`, `N.H.S.` as `nhs`, `1,234` as `1234`.
    public let text: String
    /// The bytes of UTF-8 that it takes up in the text as it stands.
    public let range: Range<Int>
    /// True if a hyphen alone stands between it and the word before: `home` in `stay-at-home`.
    public let isJoined: Bool

    /// A word at a range of a text.
    public init(text: String, range: Range<Int>, isJoined: Bool) {
        self.text = text
        self.range = range
        self.isJoined = isJoined
    }

    /// The range of a word.
    public struct Span: Equatable, Sendable {
        /// Its bytes of UTF-8.
        public let range: Range<Int>
        /// True if a hyphen alone stands between it and the word before.
        public let isJoined: Bool
    }

    /// The ranges of the words of a text in UTF-8, in order, as `words` gives them, if the text has no `foldedSpans`.
    ///
    /// They begin at an offset that isn't inside a word; the first is never joined.
    public struct Spans: Sequence, IteratorProtocol {
        private var scanner: WordScanner

        /// The words from the byte `start` on; none if the text ends before.
        public init(of utf8: UnsafeBufferPointer<UInt8>, from start: Int) {
            scanner = WordScanner(utf8: utf8, from: start)
        }

        /// The range of the next word, or `nil` at the end of the text.
        public mutating func next() -> Span? { scanner.nextSpan() }
    }

    /// The ranges of all words of a text in which folding changes more than capitals; `nil` for any other.
    public static func foldedSpans(of utf8: UnsafeBufferPointer<UInt8>) -> [Span]? {
        FoldedText(utf8).map { folded in
            folded.bytes.withUnsafeBufferPointer { bytes in
                Spans(of: bytes, from: 0).map {
                    Span(range: folded.origin(of: $0.range), isJoined: $0.isJoined)
                }
            }
        }
    }

    /// The words of a text in order.
    ///
    /// They are found in its folded form. A word is a run of letters and digits. As in `Xapian::TermGenerator`, an apostrophe
    /// or `&` between letters and a full stop or comma between digits belong to it: `carer’s`, `R&D`, `72.80`. Initials are
    /// one word. Words of one character, as 1 and 2 are of `½`, have its range each.
    public static func words(of text: String) -> [TextWord] {
        var copy = text
        return copy.withUTF8 { utf8 in
            guard let folded = FoldedText(utf8) else { return words(in: utf8) }
            return folded.bytes.withUnsafeBufferPointer(words).map {
                TextWord(text: $0.text, range: folded.origin(of: $0.range), isJoined: $0.isJoined)
            }
        }
    }

    private static func words(in utf8: UnsafeBufferPointer<UInt8>) -> [TextWord] {
        var scanner = WordScanner(utf8: utf8)
        var words: [TextWord] = []
        words.reserveCapacity(utf8.count / 5)
        while let word = scanner.next() { words.append(word) }
        return words
    }
}
