internal import Evidence

/// Chooses the sentences of a paragraph that show best why it matches.
struct SnippetMaker {
    /// The groups whose own sentences come before all others; empty if it does not matter.
    let preferred: SourceGroups

    /// The bytes of UTF-8 up to which further sentences are added to the best one.
    private static let maxLength = 300

    /// The best sentences, in their order, and the marked words in them.
    func snippet(of paragraph: StoredParagraph, marks: [Highlighter.Mark]) -> Hit.Snippet {
        let chosen = chosen(from: paragraph, marks: marks)
        var text = ""
        var highlights: [Range<Int>] = []
        var last: Int?
        for index in chosen.sorted() {
            let range = paragraph.sentences[index].range
            if let last { text += index == last + 1 ? " " : " … " }
            let shift = text.utf8.count - range.lowerBound
            text += paragraph.words(at: range)
            highlights += marks.map(\.range).filter {
                range.contains($0.lowerBound) && $0.upperBound <= range.upperBound
            }
            .map { $0.lowerBound + shift..<$0.upperBound + shift }
            last = index
        }
        return Hit.Snippet(text: text, highlights: highlights)
    }

    /// The sentence with most of the words, then each that adds others and is short enough.
    private func chosen(from paragraph: StoredParagraph, marks: [Highlighter.Mark]) -> [Int] {
        let words = paragraph.sentences.map { sentence in
            marks.reduce(into: WordSet()) { words, mark in
                if sentence.range.contains(mark.range.lowerBound) { words.insert(mark.word) }
            }
        }
        var chosen: [Int] = []
        var shown = WordSet()
        var length = 0
        while let best = best(of: paragraph, words: words, besides: shown, but: chosen) {
            let count = paragraph.sentences[best].range.count
            let adds = !words[best].subtracting(shown).isEmpty && length + count <= Self.maxLength
            guard chosen.isEmpty || adds else { break }
            chosen.append(best)
            shown.formUnion(words[best])
            length += count
        }
        return chosen
    }

    private func best(
        of paragraph: StoredParagraph, words: [WordSet], besides shown: WordSet, but chosen: [Int]
    ) -> Int? {
        words.indices.lazy.filter { !chosen.contains($0) }.map { rank($0, in: paragraph, words, shown) }
            .max(by: <).map { -$0.2 }
    }

    /// Sentences of the preferred groups, then those with more new words, then those nearer the beginning.
    private func rank(
        _ index: Int, in paragraph: StoredParagraph, _ words: [WordSet], _ shown: WordSet
    ) -> (Int, Int, Int) {
        let new = words[index].subtracting(shown).count
        let isPreferred = !paragraph.sentences[index].saidBy.isDisjoint(with: preferred)
        let isTheirs = isPreferred && (new > 0 || words.allSatisfy(\.isEmpty))
        return (isTheirs ? 1 : 0, new, -index)
    }
}

/// Words of a query by their numbers; those from the 64th on count as one.
private struct WordSet {
    private var bits: UInt64 = 0

    var isEmpty: Bool { bits == 0 }
    var count: Int { bits.nonzeroBitCount }

    mutating func insert(_ word: Int) { bits |= .bit(min(word, 63)) }
    mutating func formUnion(_ other: WordSet) { bits |= other.bits }

    func subtracting(_ other: WordSet) -> WordSet {
        var rest = self
        rest.bits &= ~other.bits
        return rest
    }
}
