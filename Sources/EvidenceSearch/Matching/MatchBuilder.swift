internal import Evidence
internal import Xapian

/// Makes of a query's tree what is asked of the postings.
struct MatchBuilder {
    private let postings: Postings
    private let frequent: FrequentTerms
    private let weights: BM25
    private let stems: StemCache

    init(_ generation: Generation, stems: StemCache) {
        postings = generation.postings
        frequent = generation.frequent
        self.stems = stems
        weights = generation.weights
    }

    /// What a synonym weighs, to 1 for the word typed.
    static let synonymWeight = 0.6

    /// The most words that a wildcard may stand for.
    static let largestExpansion = 200

    /// What matches a tree; `relaxed` asks for some of the words that stand side by side, not for all.
    func node(_ node: QueryNode, relaxed: Bool) throws -> MatchNode {
        switch node {
        case .word(let word): try stem(of: word.text)
        case .compound(let parts, let joined):
            make(.best([try stem(of: joined.text), try phrase(parts)]))
        case .phrase(let words, _): try phrase(words)
        case .wildcard(let prefix, let at): try wildcard(prefix, at: at)
        case .near(let words, let window): try near(words, window: window)
        case .list(let items): try list(items, relaxed: relaxed)
        case .expanded(let typed, let synonyms): try expanded(typed, synonyms, relaxed: relaxed)
        case .and(let nodes): make(.and(try nodes.map { try self.node($0, relaxed: relaxed) }))
        case .or(let nodes): make(.or(try nodes.map { try self.node($0, relaxed: relaxed) }))
        case .andNot(let wanted, let unwanted):
            make(.without(try self.node(wanted, relaxed: relaxed), try self.node(unwanted, relaxed: false)))
        }
    }

    /// What holds one of these stems.
    func any(of stems: [String]) -> MatchNode { make(.or(stems.map { term($0) })) }

    private func make(_ kind: MatchNode.Kind) -> MatchNode { MatchNode(kind, postings.documents) }

    private func list(_ items: [QueryItem], relaxed: Bool) throws -> MatchNode {
        func nodes(_ presence: QueryItem.Presence, relaxed: Bool) throws -> [MatchNode] {
            try items.filter { $0.presence == presence }.map { try node($0.node, relaxed: relaxed) }
        }
        let wanted = wanted(
            required: try nodes(.required, relaxed: false), optional: try nodes(.optional, relaxed: relaxed),
            relaxed: relaxed)
        let excluded = try nodes(.excluded, relaxed: false)
        return excluded.isEmpty ? wanted : make(.without(wanted, make(.or(excluded))))
    }

    private func wanted(required: [MatchNode], optional: [MatchNode], relaxed: Bool) -> MatchNode {
        if required.isEmpty, optional.isEmpty { return make(.all) }
        guard relaxed else { return make(.and(required + optional)) }
        guard !required.isEmpty else { return make(.or(optional)) }
        return optional.isEmpty
            ? make(.and(required)) : make(.maybe(make(.and(required)), make(.or(optional))))
    }

    private func stem(of word: String) throws -> MatchNode { term(try stems.stem(word)) }

    private func term(_ name: String, factor: Double = 1) -> MatchNode {
        make(.term(postings(of: name, factor: factor)))
    }

    private func postings(of name: String, factor: Double = 1) -> TermPostings {
        guard let place = postings.terms.place(of: name) else {
            return TermPostings(.empty, nil, weights: weights, factor: factor)
        }
        return postings(at: place, factor: factor)
    }

    private func postings(at place: Int, factor: Double = 1) -> TermPostings {
        TermPostings(postings.list(at: place), frequent[place], weights: weights, factor: factor)
    }

    /// A word and its synonyms weigh as the heaviest of them; words side by side keep their sum, and a synonym of
    /// theirs is added.
    private func expanded(_ typed: QueryNode, _ synonyms: [Synonym], relaxed: Bool) throws -> MatchNode {
        let alternatives = try synonyms.map { try synonym($0, for: typed) }
        let typedNode = try node(typed, relaxed: relaxed)
        guard case .list = typed else { return make(.best([typedNode] + alternatives)) }
        return make(.or([typedNode, make(.best(alternatives))]))
    }

    /// A synonym weighs less than the word typed, so that paragraphs which say it as it was asked come first.
    private func synonym(_ synonym: Synonym, for typed: QueryNode) throws -> MatchNode {
        let factor = Self.synonymWeight * Double(typed.wordCount)
        let stems = try synonym.stems(stems)
        guard synonym.isAbbreviation else { return term(stems, factor: factor) }
        return sequence([stems], of: synonym.words, factor: factor)
    }

    /// Words in their order weigh as their stems do.
    private func phrase(_ words: [QueryWord]) throws -> MatchNode {
        sequence(try words.map { try stems.stem($0.text) }, of: words.map(\.text))
    }

    private func sequence(_ stems: [String], of words: [String], factor: Double = 1) -> MatchNode {
        let places = words.compactMap { postings.words.place(of: $0).map { UInt32($0) } }
        guard places.count == words.count else { return make(.or([])) }
        let check = TokenCheck(.phrase(places), in: postings)
        return make(.sequence(SequencePostings(distinct(stems, factor: factor), check: check)))
    }

    /// Each of the stems once, in their order.
    private func distinct(_ names: [String], factor: Double = 1) -> [SequencePostings.Stem] {
        var places: [String: Int] = [:]
        var stems: [SequencePostings.Stem] = []
        for (offset, name) in names.enumerated() {
            if let known = places[name] {
                stems[known].times += 1
            } else {
                places[name] = stems.count
                stems.append(.init(postings: postings(of: name, factor: factor), offset: offset))
            }
        }
        return stems
    }

    private func wildcard(_ prefix: String, at: Range<Int>) throws -> MatchNode {
        let words = postings.words.places(beginning: prefix)
        guard words.count <= Self.largestExpansion else {
            throw RequestError.wideWildcard(prefix, at: at.lowerBound)
        }
        let stems = Dictionary(words.map { (Int(postings.wordStems[$0]), 1) }, uniquingKeysWith: +)
        let any = make(.best(stems.keys.sorted().map { make(.term(postings(at: $0))) }))
        // Where all words of the stems begin so, their postings say all that the documents would.
        if stems.allSatisfy({ postings.wordCounts[$0] == $1 }) { return any }
        let range = UInt32(words.lowerBound)..<UInt32(words.upperBound)
        return make(.checked(any, TokenCheck(.word(in: range), in: postings)))
    }

    /// A window counts the words apart, so that it spans one place more for each word but the first.
    private func near(_ words: [QueryWord], window: Int) throws -> MatchNode {
        let names = try words.map { try stems.stem($0.text) }
        let places = names.compactMap { postings.terms.place(of: $0).map { UInt32($0) } }
        guard places.count == names.count else { return make(.or([])) }
        let near = NearWords(places, span: window + words.count - 1, in: postings)
        let check = TokenCheck(.near(near), in: postings)
        return make(.sequence(SequencePostings(distinct(names), check: check)))
    }
}

extension QueryNode {
    /// How many words a term was typed with: a synonym of `hard-to-reach` stands for three.
    ///
    /// Words side by side weigh each for itself, so their synonym counts as one.
    fileprivate var wordCount: Int {
        switch self {
        case .compound(let parts, _): parts.count
        default: 1
        }
    }
}
