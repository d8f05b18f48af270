internal import Evidence

/// Marks the words of a query in a paragraph, by the same words and stems as the index.
struct Highlighter {
    private let postings: Postings
    private let cache: StemCache
    /// Stems, as places among the terms.
    private var stems: [UInt32] = []
    /// The words that begin so, as places in the vocabulary.
    private var prefixes: [Range<UInt32>] = []
    /// Words that are marked only where they stand in this order.
    private var sequences: [[UInt32]] = []
    /// Words in any of their forms that are marked only where they stand in this order.
    private var stemSequences: [[UInt32]] = []
    /// The stems of what a mark can begin with, a bit for each by the last digits of its place: most words of a text
    /// begin none.
    private var beginnings: UInt64 = 0

    /// A highlighter of what a query wants; what it excludes isn't marked.
    init(_ root: QueryNode?, postings: Postings, stems cache: StemCache) throws {
        self.postings = postings
        self.cache = cache
        if let root { try add(root) }
    }

    /// A marked place in a text.
    struct Mark: Equatable {
        let range: Range<Int>
        /// Which of the query's words it is: marks of one word share it.
        let word: Int
    }

    /// The marked places of a document's text in order, none overlapping.
    func marks(in document: Int, text: String) -> [Mark] {
        let tokens = postings.documents.tokens[document]
        let joins = postings.documents.joins[document].filter { stems.contains(stem($0.word)) }
        var text = text
        return text.withUTF8 { text in
            var starts = TokenStarts(of: text, steps: postings.documents.steps[document])
            var marks: [Mark] = []
            var place = 0
            while place < tokens.count {
                starts.advance(to: place)
                let start = starts.start
                guard
                    let (word, count) = (mayBegin(tokens[place]) ? mark(at: place, tokens) : nil)
                        ?? (joins.isEmpty ? nil : join(at: place, starts, joins))
                else {
                    place += 1
                    continue
                }
                place = min(place + count, tokens.count)
                starts.advance(to: place - 1)
                var last = starts.spans
                guard let end = last.next()?.range.upperBound else { break }
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
            let words = postings.words.places(beginning: prefix)
            prefixes.append(UInt32(words.lowerBound)..<UInt32(words.upperBound))
            for word in words { noteBeginning(postings.wordStems[word]) }
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
            let places = try synonym.words.map { postings.terms.place(of: try cache.stem($0)) }
            guard !places.contains(nil) else { return }
            stemSequences.append(places.compactMap(\.self).map { UInt32($0) })
            if let first = stemSequences.last?.first { noteBeginning(first) }
        }
    }

    private mutating func add(stemOf word: String) throws {
        guard let place = postings.terms.place(of: try cache.stem(word)) else { return }
        if !stems.contains(UInt32(place)) { stems.append(UInt32(place)) }
        noteBeginning(UInt32(place))
    }

    private mutating func add(sequence words: [String]) {
        let places = words.map(postings.words.place)
        guard !places.contains(nil) else { return }
        sequences.append(places.compactMap(\.self).map { UInt32($0) })
        if let first = sequences.last?.first { noteBeginning(stem(first)) }
    }

    private mutating func noteBeginning(_ stem: UInt32) { beginnings |= 1 &<< UInt64(stem) }

    @inline(__always)
    private func mayBegin(_ word: UInt32) -> Bool {
        word != PostingsLayout.noWord && beginnings &>> UInt64(postings.wordStems[Int(word)]) & 1 != 0
    }

    /// Which word of the query begins at a place, and how many of the text it is: the longest stand first.
    private func mark(at place: Int, _ tokens: UnsafeBufferPointer<UInt32>) -> (word: Int, count: Int)? {
        var word = 0
        for sequence in sequences {
            if holds(sequence, at: place, tokens, \.self) { return (word, sequence.count) }
            word += 1
        }
        for sequence in stemSequences {
            if holds(sequence, at: place, tokens, stem) { return (word, sequence.count) }
            word += 1
        }
        guard tokens[place] != PostingsLayout.noWord else { return nil }
        if let found = stems.firstIndex(of: stem(tokens[place])) { return (word + found, 1) }
        let found = prefixes.firstIndex { $0.contains(tokens[place]) }
        return found.map { (word + stems.count + $0, 1) }
    }

    @inline(__always)
    private func holds(
        _ sequence: [UInt32], at place: Int, _ tokens: UnsafeBufferPointer<UInt32>, _ form: (UInt32) -> UInt32
    ) -> Bool {
        guard place + sequence.count <= tokens.count, form(tokens[place]) == sequence[0] else { return false }
        return sequence.indices.allSatisfy { form(tokens[place + $0]) == sequence[$0] }
    }

    private func stem(_ word: UInt32) -> UInt32 {
        word == PostingsLayout.noWord ? word : postings.wordStems[Int(word)]
    }

    /// A hyphenated word that the query writes as one: `co-production` for `coproduction`.
    private func join(at place: Int, _ starts: TokenStarts, _ joins: [Join]) -> (word: Int, count: Int)? {
        guard let join = joins.first(where: { $0.token == place }),
            let found = stems.firstIndex(of: stem(join.word))
        else { return nil }
        let count = 1 + starts.spans.dropFirst().prefix(while: \.isJoined).count
        return (sequences.count + stemSequences.count + found, count)
    }
}
