internal import Evidence
internal import EvidenceSearch
internal import Xapian

/// The words of a paragraph as they are indexed, and whose each of them is.
struct ParagraphWords {
    /// A word in its folded form, and its stem.
    struct Word {
        let text: String
        let stem: String
    }

    /// An occurrence of a stem, or of a term of several words, and the groups of its sentence.
    struct Term {
        let name: String
        /// The position of its first word.
        let token: Int
        let groups: UInt16
    }

    /// The words in order; `nil` for one that is too long to be indexed.
    private(set) var words: [Word?] = []
    /// For each word, how many bytes of the text lie between its start and that of the one before.
    private(set) var steps: [UInt8] = []
    /// Hyphenated words written as one, and the position of each one's first part.
    private(set) var joins: [(token: Int, word: Word)] = []
    /// Every occurrence of a term.
    private(set) var terms: [Term] = []
    /// The sentences, and what stands between them, in order.
    private(set) var sentences: [SentenceEnd] = []

    /// How often all of these occur together: the document's length in Xapian's sense.
    private(set) var length = 0

    /// Reads the words of a paragraph; `phrases` are the terms of several words to find in it.
    init(_ paragraph: StoredParagraph, stems cache: StemCache, phrases: ThesaurusPhrases) throws(XapianError)
    {
        let found = TextWord.words(of: paragraph.text)
        var stems: [String] = []
        stems.reserveCapacity(found.count)
        for word in found { stems.append(try cache.stem(word.text)) }
        let groups = addSentences(paragraph.sentences, of: found)
        var last = 0
        for (index, word) in found.enumerated() {
            steps.append(UInt8(clamping: word.range.lowerBound - last))
            last = word.range.lowerBound
            guard word.text.utf8.count <= Schema.longestWord else {
                words.append(nil)
                continue
            }
            words.append(Word(text: word.text, stem: stems[index]))
            terms.append(Term(name: stems[index], token: index, groups: groups[index]))
            for term in phrases.terms(at: index, in: stems) {
                terms.append(Term(name: term, token: index, groups: groups[index]))
            }
            if let join = found.join(beginningAt: index) {
                let stem = try cache.stem(join)
                joins.append((index, Word(text: join, stem: stem)))
                terms.append(Term(name: stem, token: index, groups: groups[index]))
            }
        }
        length = words.count { $0 != nil } + joins.count + terms.count
    }

    /// Notes where sentences end; the groups of each word.
    private mutating func addSentences(_ all: [Sentence], of words: [TextWord]) -> [UInt16] {
        var rest = all[...]
        var groups: [UInt16] = []
        var last: Int?
        for word in words {
            while let first = rest.first, first.range.upperBound <= word.range.lowerBound {
                rest.removeFirst()
            }
            let inside = rest.first.flatMap { $0.range.lowerBound <= word.range.lowerBound ? $0 : nil }
            let run = inside.map(\.range.lowerBound) ?? -1 - rest.count
            if let last, last != run { endSentence(groups) }
            last = run
            groups.append(inside?.saidBy.rawValue ?? 0)
        }
        if !groups.isEmpty { endSentence(groups) }
        return groups
    }

    private mutating func endSentence(_ groups: [UInt16]) {
        sentences.append(SentenceEnd(end: UInt32(groups.count), groups: UInt32(groups[groups.count - 1])))
    }
}

extension [TextWord] {
    /// The hyphenated word that begins at an index, written as one: `coproduction` for `co-production`.
    func join(beginningAt index: Int) -> String? {
        guard !self[index].isJoined else { return nil }
        let rest = self[(index + 1)...].prefix(while: \.isJoined)
        guard !rest.isEmpty else { return nil }
        let join = self[index].text + rest.map(\.text).joined()
        return join.utf8.count > Schema.longestWord ? nil : join
    }
}
