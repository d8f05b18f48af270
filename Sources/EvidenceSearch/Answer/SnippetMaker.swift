internal import Evidence

/// Chooses the sentences of a paragraph that show best why it matches.
struct SnippetMaker {
    /// The groups whose own sentences come before all others; empty if it does not matter.
    let preferred: SourceGroups

    /// The bytes of UTF-8 up to which further sentences are added to the best one.
    private static let maxLength = 300

    /// The best sentences, in their order, and the marked words in them; the marks are in order too.
    func snippet(of paragraph: StoredParagraph, marks: [Highlighter.Mark]) -> Hit.Snippet {
        let chosen = chosen(from: paragraph, marks: marks)
        var text = ""
        var highlights: [Range<Int>] = []
        var last: Int?
        var rest = marks[...]
        for index in chosen.sorted() {
            let sentence = paragraph.sentences[index].range
            rest = rest.drop { $0.range.lowerBound < sentence.lowerBound }
            let shown = paragraph.excerpt(of: sentence, around: rest.first?.range.lowerBound)
            if let last { text += index == last + 1 ? " " : " … " }
            if shown.lowerBound > sentence.lowerBound { text += "… " }
            let shift = text.utf8.count - shown.lowerBound
            text += paragraph.words(at: shown)
            if shown.upperBound < sentence.upperBound { text += " …" }
            highlights += rest.lazy.map(\.range).drop { $0.lowerBound < shown.lowerBound }
                .prefix { $0.upperBound <= shown.upperBound }
                .map { $0.lowerBound + shift..<$0.upperBound + shift }
            last = index
        }
        return Hit.Snippet(text: text, highlights: highlights)
    }

    /// The sentence with most of the words, then each that adds others and is short enough.
    private func chosen(from paragraph: StoredParagraph, marks: [Highlighter.Mark]) -> [Int] {
        let sentences = paragraph.sentences
        let words = words(of: sentences, marks: marks)
        let areUnmarked = words.allSatisfy(\.isEmpty)
        var chosen: [Int] = []
        var isLeft = Array(repeating: true, count: sentences.count)
        var shown = WordSet()
        var length = 0
        // Each sentence but the first adds one of 64 words, so that this goes over all of them a few times at most.
        while let best = sentences.indices.lazy.filter({ isLeft[$0] }).map(rank).max(by: <).map({ -$0.2 }) {
            let count = sentences[best].range.count
            let adds = !words[best].subtracting(shown).isEmpty && length + count <= Self.maxLength
            guard chosen.isEmpty || adds else { break }
            chosen.append(best)
            isLeft[best] = false
            shown.formUnion(words[best])
            length += count
        }
        return chosen

        /// Sentences of the preferred groups, then those with more new words, then those nearer the beginning.
        func rank(_ index: Int) -> (Int, Int, Int) {
            let new = words[index].subtracting(shown).count
            let isTheirs = !sentences[index].saidBy.isDisjoint(with: preferred) && (new > 0 || areUnmarked)
            return (isTheirs ? 1 : 0, new, -index)
        }
    }

    /// For each sentence the marked words in it.
    private func words(of sentences: [Sentence], marks: [Highlighter.Mark]) -> [WordSet] {
        var rest = marks[...]
        return sentences.map { sentence in
            var words = WordSet()
            rest = rest.drop { $0.range.lowerBound < sentence.range.lowerBound }
            while let mark = rest.first, mark.range.lowerBound < sentence.range.upperBound {
                words.insert(mark.word)
                rest.removeFirst()
            }
            return words
        }
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
