internal import Evidence
internal import Xapian

/// Makes the sets of documents that a query's tree asks for.
struct QueryCompiler {
    private let map: SearchMap
    private let frequent: FrequentTerms
    private let weights: BM25
    private let stems: StemCache

    init(_ generation: Generation, stems: StemCache) {
        map = generation.map
        frequent = generation.frequent
        weights = generation.weights
        self.stems = stems
    }

    /// The weight of a synonym, to 1 for the word typed.
    static let synonymWeight = 0.6

    /// The most words that a wildcard may stand for.
    static let maxWildcardWords = 200

    /// The documents that match a tree; `relaxed` asks for some of the words that stand side by side, not for all.
    func set(of node: QueryNode, relaxed: Bool) throws -> any DocumentSet {
        switch node {
        case .word(let word): try stem(of: word.text)
        case .compound(let parts, let joined): MaxSet([try stem(of: joined.text), try phrase(parts)])
        case .phrase(let words, _): try phrase(words)
        case .wildcard(let prefix, let at): try wildcard(prefix, at: at)
        case .near(let words, let window): try near(words, window: window)
        case .list(let items): try list(items, relaxed: relaxed)
        case .expanded(let typed, let synonyms): try expanded(typed, synonyms, relaxed: relaxed)
        case .and(let nodes): AndSet(try nodes.map { try set(of: $0, relaxed: relaxed) })
        case .or(let nodes): OrSet(try nodes.map { try set(of: $0, relaxed: relaxed) })
        case .andNot(let wanted, let unwanted):
            AndNotSet(try set(of: wanted, relaxed: relaxed), not: try set(of: unwanted, relaxed: false))
        }
    }

    /// The documents that hold one of these stems or more.
    func any(of stems: [String]) -> any DocumentSet { OrSet(stems.map { term($0) }) }

    private func list(_ items: [QueryItem], relaxed: Bool) throws -> any DocumentSet {
        func sets(_ presence: QueryItem.Presence, relaxed: Bool) throws -> [any DocumentSet] {
            try items.filter { $0.presence == presence }.map { try set(of: $0.node, relaxed: relaxed) }
        }
        let wanted = wanted(
            required: try sets(.required, relaxed: false), optional: try sets(.optional, relaxed: relaxed),
            relaxed: relaxed)
        let excluded = try sets(.excluded, relaxed: false)
        return excluded.isEmpty ? wanted : AndNotSet(wanted, not: OrSet(excluded))
    }

    private func wanted(
        required: [any DocumentSet], optional: [any DocumentSet], relaxed: Bool
    ) -> any DocumentSet {
        if required.isEmpty, optional.isEmpty { return AllSet(map.documents) }
        guard relaxed else { return AndSet(required + optional) }
        guard !required.isEmpty else { return OrSet(optional) }
        return optional.isEmpty ? AndSet(required) : AndMaybeSet(AndSet(required), maybe: OrSet(optional))
    }

    private func stem(of word: String) throws -> TermPostings { term(try stems.stem(word)) }

    private func term(_ name: String, factor: Double = 1) -> TermPostings {
        map.terms.index(of: name).map { term(at: $0, factor: factor) } ?? nothing
    }

    private func term(at index: Int, factor: Double = 1) -> TermPostings {
        TermPostings(map.list(at: index), frequent[index], weights: weights, factor: factor)
    }

    /// No document.
    private var nothing: TermPostings { TermPostings(.empty, nil, weights: weights, factor: 1) }

    /// A word and its synonyms weigh as the heaviest of them.
    ///
    /// Words side by side keep their sum, to which the weight of their synonym is added.
    private func expanded(
        _ typed: QueryNode, _ synonyms: [Synonym], relaxed: Bool
    ) throws -> any DocumentSet {
        let alternatives = try synonyms.map { try synonym($0, for: typed) }
        let typedSet = try set(of: typed, relaxed: relaxed)
        guard case .list = typed else { return MaxSet([typedSet] + alternatives) }
        return OrSet([typedSet, MaxSet(alternatives)])
    }

    /// A synonym weighs less than the word typed, so that paragraphs which use the word itself come first.
    private func synonym(_ synonym: Synonym, for typed: QueryNode) throws -> any DocumentSet {
        let factor = Self.synonymWeight * Double(typed.wordCount)
        let stems = try synonym.stems(stems)
        guard synonym.isAbbreviation else { return term(stems, factor: factor) }
        return sequence([stems], of: synonym.words, factor: factor)
    }

    /// Words in their order weigh as their stems do.
    private func phrase(_ words: [QueryWord]) throws -> any DocumentSet {
        sequence(try words.map { try stems.stem($0.text) }, of: words.map(\.text))
    }

    private func sequence(_ stems: [String], of words: [String], factor: Double = 1) -> any DocumentSet {
        let known = words.compactMap { map.words.index(of: $0).map { UInt32($0) } }
        guard known.count == words.count else { return nothing }
        let check = SequenceCheck(.phrase(known), in: map)
        return SequenceSet(distinct(stems, factor: factor), check: check)
    }

    /// Each of the stems once, in their order.
    private func distinct(_ names: [String], factor: Double = 1) -> [SequenceSet.Stem] {
        var known: [String: Int] = [:]
        var stems: [SequenceSet.Stem] = []
        for (offset, name) in names.enumerated() {
            if let index = known[name] {
                stems[index].times += 1
            } else {
                known[name] = stems.count
                stems.append(.init(postings: term(name, factor: factor), offset: offset))
            }
        }
        return stems
    }

    private func wildcard(_ prefix: String, at: Range<Int>) throws -> any DocumentSet {
        let words = map.words.indices(beginning: prefix)
        guard words.count <= Self.maxWildcardWords else {
            throw RequestError.wideWildcard(prefix, at: at.lowerBound)
        }
        guard !words.isEmpty else { return nothing }
        let stems = Dictionary(words.map { (Int(map.wordStems[$0]), 1) }, uniquingKeysWith: +)
        let any = MaxSet(stems.keys.sorted().map { term(at: $0) })
        // If all words of the stems begin so, the map of the stems say as much as the documents would.
        if stems.allSatisfy({ map.wordCounts[$0] == $1 }) { return any }
        let range = UInt32(words.lowerBound)..<UInt32(words.upperBound)
        return WildcardSet(any, words: range, documents: map.documents)
    }

    /// A window counts the words between; the span counts the first and the last word too.
    private func near(_ words: [QueryWord], window: Int) throws -> any DocumentSet {
        let names = try words.map { try stems.stem($0.text) }
        let known = names.compactMap { map.terms.index(of: $0).map { UInt32($0) } }
        guard known.count == names.count else { return nothing }
        let near = NearWords(known, span: window + words.count - 1, in: map)
        return SequenceSet(distinct(names), check: SequenceCheck(.near(near), in: map))
    }
}

extension QueryNode {
    /// The number of words that a term was typed with: a synonym of `hard-to-reach` stands for three.
    ///
    /// Words side by side weigh each for itself, so their synonym counts as one.
    fileprivate var wordCount: Int {
        switch self {
        case .compound(let parts, _): parts.count
        default: 1
        }
    }
}
