internal import Evidence

/// A word as it goes into the index: one that stands in the text, or the join of a hyphenated one.
struct IndexedWord {
    let text: String
    /// Its place among the words, from 1; a join stands where its first part does.
    let position: Int
    /// Where it begins, in bytes of UTF-8.
    let start: Int

    /// The words of a text in order, each hyphenated word followed by its join.
    static func words(of text: String) -> [IndexedWord] {
        let words = TextWord.words(of: text)
        var result: [IndexedWord] = []
        result.reserveCapacity(words.count)
        for (index, word) in words.enumerated() where word.text.utf8.count <= Schema.longestWord {
            result.append(IndexedWord(text: word.text, position: index + 1, start: word.range.lowerBound))
            if let join = join(endingAt: index, in: words) { result.append(join) }
        }
        return result
    }

    private static func join(endingAt last: Int, in words: [TextWord]) -> IndexedWord? {
        let isEnd = last + 1 == words.count || !words[last + 1].isJoined
        guard words[last].isJoined, isEnd else { return nil }
        var first = last
        while first > 0, words[first].isJoined { first -= 1 }
        let text = words[first...last].map(\.text).joined()
        guard text.utf8.count <= Schema.longestWord else { return nil }
        return IndexedWord(text: text, position: first + 1, start: words[first].range.lowerBound)
    }
}
