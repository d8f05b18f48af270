internal import Evidence
internal import Xapian

/// One search, from its request to the matches in order.
struct Search {
    /// The matches of one reading of the query: of all the words, or of some.
    struct Answer {
        /// The matching documents, ascending.
        var documents: [UInt32]
        /// Their weights.
        var weights: [Double]
        /// For each, the groups in whose sentences the words stand.
        var spoken: [UInt16]
        /// For each, whether it holds all the words.
        var hasAllWords: [Bool]
    }

    let generation: Generation
    /// The query as it was typed, or corrected.
    let query: ParsedQuery
    /// Its tree with the synonyms of its words; `nil` where there are filters alone.
    let root: QueryNode?
    let filters: Filters
    let request: SearchRequest

    /// Fewer paragraphs with all the words than this, and those with some follow.
    static let enough = 10

    /// BM25's parameters.
    ///
    /// Paragraphs are of about one length, so length says little.
    static let weighting = Weighting.bm25(k1: 1.2, b: 0.3)

    /// Whether words and groups are both asked for, so that it matters whose words they are.
    var hasTheirWords: Bool { (root?.wantsWords ?? false) && !filters.saidBy.included.isEmpty }

    /// The matches, and whether they are of all the words or of some.
    func answer(_ reader: Reader) throws -> (Answer, SearchResponse.Match) {
        guard let root else { return (try filtersAlone(reader), .all) }
        let whole = try answer(root, relaxed: false, reader)
        let all = kept(whole)
        switch request.match {
        case .all: return (all, .all)
        case .auto where all.documents.count >= Self.enough: return (all, .all)
        case .auto, .any: break
        }
        guard root.canRelax else { return (all, .some) }
        var some = kept(try answer(root, relaxed: true, reader))
        // A paragraph that holds all the words does so whoever says them.
        some.hasAllWords = Self.isMember(some.documents, of: whole.documents)
        return (some, .some)
    }

    private func filtersAlone(_ reader: Reader) throws -> Answer {
        let matches = try reader.database.matches(try filter(nil, reader), weighting: .none)
        return Answer(matches, spoken: Array(repeating: 0, count: matches.count))
    }

    private func answer(_ root: QueryNode, relaxed: Bool, _ reader: Reader) throws -> Answer {
        let builder = QueryBuilder(database: reader.database, stems: reader.stems, scope: .paragraph)
        let query = try filter(builder.query(root, relaxed: relaxed), reader)
        let matches = try reader.database.matches(query, weighting: Self.weighting)
        return Answer(matches, spoken: try spoken(root, relaxed: relaxed, matches, reader))
    }

    /// Those in the words of the groups asked for, where only these are wanted.
    private func kept(_ answer: Answer) -> Answer {
        request.inTheirWords ? answer.keeping(SourceGroups(filters.saidBy.included)) : answer
    }

    private func filter(_ wanted: Query?, _ reader: Reader) throws -> Query {
        try FilterQuery(database: reader.database, filters: filters, dates: generation.pages.dates)
            .apply(to: wanted)
    }

    /// For each match, the groups in whose sentences the words stand.
    private func spoken(
        _ root: QueryNode, relaxed: Bool, _ matches: Matches, _ reader: Reader
    ) throws -> [UInt16] {
        var spoken = [UInt16](repeating: 0, count: matches.count)
        for group in groupsToCount {
            let builder = QueryBuilder(
                database: reader.database, stems: reader.stems, scope: .sentences(of: group))
            let theirs = try reader.database.matches(builder.query(root, relaxed: relaxed), weighting: .none)
            for (place, isTheirs) in Self.isMember(matches.documents, of: theirs.documents).enumerated()
            where isTheirs { spoken[place] |= SourceGroups(group).rawValue }
        }
        guard root.needsText else { return spoken }
        let check = SpokenCheck(root: root, isRelaxed: relaxed)
        for (place, document) in matches.documents.enumerated() where spoken[place] != 0 {
            spoken[place] = try check.groups(in: document, among: spoken[place], reader)
        }
        return spoken
    }

    private var groupsToCount: [SourceGroup] {
        let all = SourceGroup.allCases.filter { $0 != .assessor }
        let isCounted =
            request.facets.contains(.saidBy) || request.cross?.rows == .saidBy
            || request.cross?.columns == .saidBy
        return isCounted ? all : filters.saidBy.included.filter { $0 != .assessor }
    }

    /// For each of the ascending documents, whether it is among the others, ascending too.
    private static func isMember(
        _ documents: some Collection<UInt32>, of others: some Collection<UInt32>
    ) -> [Bool] {
        var rest = others.makeIterator()
        var next = rest.next()
        return documents.map { document in
            while let other = next, other < document { next = rest.next() }
            return next == document
        }
    }
}

extension Search.Answer {
    fileprivate init(_ matches: Matches, spoken: [UInt16]) {
        documents = Array(matches.documents)
        weights = Array(matches.weights)
        self.spoken = spoken
        hasAllWords = Array(repeating: true, count: matches.count)
    }

    /// The matches that are in the words of one of these groups.
    fileprivate func keeping(_ groups: SourceGroups) -> Search.Answer {
        let kept = spoken.indices.filter { spoken[$0] & groups.rawValue != 0 }
        return Search.Answer(
            documents: kept.map { documents[$0] }, weights: kept.map { weights[$0] },
            spoken: kept.map { spoken[$0] }, hasAllWords: kept.map { hasAllWords[$0] })
    }
}

extension SourceGroups {
    init(_ groups: [SourceGroup]) { self = groups.reduce(into: []) { $0.insert(SourceGroups($1)) } }
}

extension QueryNode {
    /// Whether it wants any words, and not only paragraphs without some.
    var wantsWords: Bool {
        switch self {
        case .word, .compound, .phrase, .wildcard, .near, .expanded: true
        case .list(let items): items.contains { $0.presence != .excluded && $0.node.wantsWords }
        case .and(let nodes), .or(let nodes): nodes.contains(where: \.wantsWords)
        case .andNot(let wanted, _): wanted.wantsWords
        }
    }

    /// Whether paragraphs with some of the words can be others than those with all.
    var canRelax: Bool {
        switch self {
        case .word, .compound, .phrase, .wildcard, .near: false
        case .list(let items):
            items.filter { $0.presence == .optional }.count
                > (items.contains { $0.presence == .required } ? 0 : 1)
                || items.contains { $0.presence == .optional && $0.node.canRelax }
        case .expanded(let typed, _): typed.canRelax
        case .and(let nodes), .or(let nodes): nodes.contains(where: \.canRelax)
        case .andNot(let wanted, _): wanted.canRelax
        }
    }

    /// Whether the terms of a group's sentences alone can't tell that the words stand there as asked: they have
    /// no positions, and stems instead of words.
    var needsText: Bool {
        switch self {
        case .word: false
        case .compound, .phrase, .wildcard, .near: true
        case .list(let items): items.contains { $0.presence != .excluded && $0.node.needsText }
        case .expanded(let typed, _): typed.needsText
        case .and(let nodes), .or(let nodes): nodes.contains(where: \.needsText)
        case .andNot(let wanted, _): wanted.needsText
        }
    }
}
