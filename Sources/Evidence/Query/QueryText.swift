/// The text of a query, by bytes and by words.
struct QueryText {
    let bytes: [UInt8]
    private let words: [TextWord]

    init(_ text: String) {
        bytes = Array(text.utf8)
        words = TextWord.words(of: text)
    }

    /// The word that begins at byte `start`; `nil` if none does.
    func word(at start: Int) -> TextWord? { words(at: start).first }

    /// The words that begin at byte `start`: several if one character, as `½`, is several.
    func words(at start: Int) -> ArraySlice<TextWord> {
        let first = index(from: start)
        return words[first...].prefix { $0.range.lowerBound == start }
    }

    /// The word that a hyphen ties to the one ending at byte `end`: `home` to `at` in `stay-at-home`.
    func word(joinedTo end: Int) -> TextWord? {
        guard let (_, next) = scalar(at: end), let word = word(at: next), word.isJoined else { return nil }
        return word
    }

    /// The text of a range, as it stands.
    func typed(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The Unicode scalar at a byte, and where the next begins; `nil` at the end.
    func scalar(at start: Int) -> (Unicode.Scalar, next: Int)? {
        guard start < bytes.count else { return nil }
        let (scalar, width) = bytes.scalar(at: start)
        return (scalar, start + width)
    }

    /// Returns true if this character is at the byte.
    func holds(_ character: Unicode.Scalar, at start: Int) -> Bool { scalar(at: start)?.0 == character }

    /// The index of the first word that begins at a byte or behind it.
    private func index(from start: Int) -> Int {
        var low = 0, high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].range.lowerBound < start { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
