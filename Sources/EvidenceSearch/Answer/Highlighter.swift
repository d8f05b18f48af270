internal import Evidence

/// Marks the words of a query in a paragraph, by the words and stems of the index.
struct Highlighter {
    private let map: SearchMap
    private let cache: StemCache
    /// Stems, as numbers of terms.
    private var stems: [UInt32] = []
    /// The words of each wildcard, as numbers of words.
    private var prefixes: [Range<UInt32>] = []
    /// Words that are marked only if they stand in this order.
    private var sequences: [[UInt32]] = []
    /// Words in any of their forms that are marked only if they stand in this order.
    private var stemSequences: [[UInt32]] = []
    /// The stems that a mark can begin with, a bit for each by the last digits of its number: most words of a text begin
    /// none.
    private var beginnings: UInt64 = 0

    /// A highlighter of the words that a query wants; those that it excludes are not marked.
    init(_ root: QueryNode?, map: SearchMap, stems cache: StemCache) throws {
        self.map = map
        self.cache = cache
        if let root { try add(root) }
    }

    /// A marked range of a text, in bytes.
    struct Mark: Equatable {
        let range: Range<Int>
        /// The number of the query's word: marks of one word share it.
        let word: Int
    }

    /// The marks of a document's text in order, none overlapping.
    func marks(in document: Int, text: String) -> [Mark] {
        let tokens = map.documents.tokens[document]
        var joins = map.documents.joins[document].filter { stems.contains(stem($0.word)) }[...]
        var text = text
        return text.withUTF8 { text in
            var starts = TokenStarts(of: text, steps: map.documents.steps[document])
            var marks: [Mark] = []
            var position = 0
            while position < tokens.count {
                starts.advance(to: position)
                let start = starts.start
                joins = joins.drop { $0.token < position }
                guard
                    let (word, count) = (mayBegin(tokens[position]) ? mark(at: position, tokens) : nil)
                        ?? join(at: position, starts, joins.first),
                    // The words of one character, as of "½", have one mark.
                    start >= marks.last?.range.upperBound ?? 0
                else {
                    position += 1
                    continue
                }
                position = min(position + count, tokens.count)
                starts.advance(to: position - 1)
                guard let end = starts.end else { break }
                marks.append(Mark(range: start..<end, word: word))
            }
            return marks
        }
    }

    private mutating func add(_ node: QueryNode) throws {
        switch node {
        case .word(let word): try add(stemOf: word.text)
        case .compound(let parts, let joined):
            add(sequence: parts.map(\.text))
            try add(stemOf: joined.text)
        case .phrase(let words, _): add(sequence: words.map(\.text))
        case .wildcard(let prefix, _):
            let words = map.words.indices(beginning: prefix)
            prefixes.append(UInt32(words.lowerBound)..<UInt32(words.upperBound))
            for word in words { noteBeginning(map.wordStems[word]) }
        case .near(let words, _): for word in words { try add(stemOf: word.text) }
        case .expanded(let typed, let synonyms):
            try add(typed)
            for synonym in synonyms { try add(synonym) }
        case .list(let items): for item in items where item.presence != .excluded { try add(item.node) }
        case .and(let nodes), .or(let nodes): for node in nodes { try add(node) }
        case .andNot(let wanted, _): try add(wanted)
        }
    }

    private mutating func add(_ synonym: Synonym) throws {
        if synonym.isAbbreviation {
            add(sequence: synonym.words)
        } else if synonym.words.count == 1 {
            try add(stemOf: synonym.words[0])
        } else {
            let known = try synonym.words.compactMap { map.terms.index(of: try cache.stem($0)) }
            guard known.count == synonym.words.count else { return }
            stemSequences.append(known.map { UInt32($0) })
            noteBeginning(UInt32(known[0]))
        }
    }

    private mutating func add(stemOf word: String) throws {
        guard let stem = map.terms.index(of: try cache.stem(word)).map({ UInt32($0) }) else { return }
        if !stems.contains(stem) { stems.append(stem) }
        noteBeginning(stem)
    }

    private mutating func add(sequence words: [String]) {
        let known = words.compactMap(map.words.index)
        guard known.count == words.count else { return }
        sequences.append(known.map { UInt32($0) })
        noteBeginning(stem(UInt32(known[0])))
    }

    private mutating func noteBeginning(_ stem: UInt32) { beginnings |= .bit(Int(stem)) }

    @inline(__always)
    private func mayBegin(_ word: UInt32) -> Bool {
        word != SearchMapLayout.noWord && beginnings & .bit(Int(map.wordStems[Int(word)])) != 0
    }

    /// The word of the query that begins at a position, and its length in words of the text; sequences come first.
    private func mark(at position: Int, _ tokens: UnsafeBufferPointer<UInt32>) -> (word: Int, count: Int)? {
        var word = 0
        for sequence in sequences {
            if holds(sequence, at: position, tokens, \.self) { return (word, sequence.count) }
            word += 1
        }
        for sequence in stemSequences {
            if holds(sequence, at: position, tokens, stem) { return (word, sequence.count) }
            word += 1
        }
        guard tokens[position] != SearchMapLayout.noWord else { return nil }
        if let found = stems.firstIndex(of: stem(tokens[position])) { return (word + found, 1) }
        let found = prefixes.firstIndex { $0.contains(tokens[position]) }
        return found.map { (word + stems.count + $0, 1) }
    }

    @inline(__always)
    private func holds(
        _ sequence: [UInt32], at position: Int, _ tokens: UnsafeBufferPointer<UInt32>,
        _ form: (UInt32) -> UInt32
    ) -> Bool {
        guard position + sequence.count <= tokens.count else { return false }
        return sequence.indices.allSatisfy { form(tokens[position + $0]) == sequence[$0] }
    }

    private func stem(_ word: UInt32) -> UInt32 {
        word == SearchMapLayout.noWord ? word : map.wordStems[Int(word)]
    }

    /// A hyphenated word that the query writes as one: `co-production` for `coproduction`; `next` is the next in the text.
    private func join(at position: Int, _ starts: TokenStarts, _ next: Join?) -> (word: Int, count: Int)? {
        guard let join = next, join.token == position,
            let found = stems.firstIndex(of: stem(join.word))
        else { return nil }
        return (sequences.count + stemSequences.count + found, 1 + starts.joinedCount)
    }
}
