internal import Evidence

/// One search, from its request to the matches.
struct Search {
    /// The matches of one reading of the query: of all the words, or of some.
    struct Answer {
        /// Ascending by document.
        var matches: [FoundDocument]
        /// False if the search stopped at its deadline, so that there may be more.
        var isWhole = true
    }

    let generation: Generation
    /// The query as it was typed, or corrected.
    let query: ParsedQuery
    /// Its tree with the synonyms of its words; `nil` if there are only filters.
    let root: QueryNode?
    let filters: Filters
    let request: SearchRequest
    /// The time at which it stops and returns what it has found.
    let deadline: ContinuousClock.Instant

    /// If fewer paragraphs than this hold all the words, those with some of them follow.
    static let enough = 10

    /// The matches, and which words they hold: all or some.
    func answer(_ stems: StemCache) throws -> (Answer, SearchResponse.Match) {
        let documents = generation.map.documents
        let collector = Collector(
            documents: documents,
            filter: FilterMask(filters, editions: request.editions, generation: generation),
            deadline: deadline)
        guard let root else { return (collector.answer(AllSet(documents)), .all) }
        let compiler = QueryCompiler(generation, stems: stems)
        let whole = collector.answer(try compiler.set(of: root, relaxed: false))
        let all = kept(whole)
        switch request.match {
        case .all: return (all, .all)
        case .auto where all.matches.count >= Self.enough || !whole.isWhole: return (all, .all)
        case .auto, .any: break
        }
        guard root.canRelax else { return (all, .some) }
        var some = kept(collector.answer(try compiler.set(of: root, relaxed: true)))
        // A paragraph that holds all the words does so whoever says them.
        Self.mark(&some.matches, among: whole.matches)
        return (some, .some)
    }

    /// Those in the words of the groups asked for, if the request wants only these.
    private func kept(_ answer: Answer) -> Answer {
        guard request.inTheirWords else { return answer }
        let theirs = SourceGroups(filters.saidBy).rawValue
        return Answer(matches: answer.matches.filter { $0.spoken & theirs != 0 }, isWhole: answer.isWhole)
    }

    /// Marks those that are among the matches of all the words.
    private static func mark(_ matches: inout [FoundDocument], among whole: [FoundDocument]) {
        var rest = whole.lazy.map(\.document).makeIterator()
        var next = rest.next()
        for index in matches.indices {
            while let other = next, other < matches[index].document { next = rest.next() }
            matches[index].hasAllWords = next == matches[index].document
        }
    }
}

extension SourceGroups {
    init(_ groups: [SourceGroup]) { self = groups.reduce(into: []) { $0.insert(SourceGroups($1)) } }
}

extension QueryNode {
    /// True if it wants any words, and not only paragraphs without some.
    var wantsWords: Bool {
        switch self {
        case .word, .compound, .phrase, .wildcard, .near, .expanded: true
        case .list(let items): items.contains { $0.presence != .excluded && $0.node.wantsWords }
        case .and(let nodes), .or(let nodes): nodes.contains(where: \.wantsWords)
        case .andNot(let wanted, _): wanted.wantsWords
        }
    }

    /// True if paragraphs with some of the words can be others than those with all.
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
}
