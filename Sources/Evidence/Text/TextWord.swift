/// A word of a text, as it is indexed, searched and highlighted: the one definition of what a word is.
public struct TextWord: Equatable, Sendable {
    /// The word in lower case, `’` as `'`.
    public let text: String
    /// Where it stands, in bytes of UTF-8.
    public let range: Range<Int>
    /// Whether a hyphen alone stands between it and the word before: `home` in `stay-at-home`.
    public let isJoined: Bool

    /// A word at a place in a text.
    public init(text: String, range: Range<Int>, isJoined: Bool) {
        self.text = text
        self.range = range
        self.isJoined = isJoined
    }

    /// Where a word stands.
    public struct Span: Equatable, Sendable {
        /// Its bytes of UTF-8.
        public let range: Range<Int>
        /// Whether a hyphen alone stands between it and the word before.
        public let isJoined: Bool
    }

    /// Where the words of a text in UTF-8 stand, in order, from a place that isn't inside one: what `words` gives,
    /// without the words; the first is never joined.
    public struct Spans: Sequence, IteratorProtocol {
        private var scanner: WordScanner

        /// The words from the byte `start` on; none where the text ends before.
        public init(of utf8: UnsafeBufferPointer<UInt8>, from start: Int) {
            scanner = WordScanner(utf8: utf8, from: start)
        }

        /// Where the next word stands, or `nil` at the end of the text.
        public mutating func next() -> Span? { scanner.nextSpan() }
    }

    /// The words of a text in order.
    ///
    /// A word is a run of letters and digits. As in `Xapian::TermGenerator`, an apostrophe or `&` between letters
    /// and a full stop or comma between digits belong to it: `carer’s`, `R&D`, `72.80`, `15,000`.
    public static func words(of text: String) -> [TextWord] {
        var copy = text
        return copy.withUTF8 { utf8 in
            var scanner = WordScanner(utf8: utf8)
            var words: [TextWord] = []
            words.reserveCapacity(utf8.count / 5)
            while let word = scanner.next() { words.append(word) }
            return words
        }
    }
}
