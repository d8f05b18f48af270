public import Evidence
internal import Xapian

extension Generation {
    /// The answer to a search; throws a `RequestError` if the query or a value cannot be read.
    ///
    /// The search stops at the deadline and returns what it has found so far, marked as partial.
    public func search(
        _ request: SearchRequest, until deadline: ContinuousClock.Instant
    ) throws -> SearchResponse {
        let searcher = Searcher(generation: self, request: request, deadline: deadline)
        return try read { try searcher.response($0, timeForHits: .milliseconds(100)) }
    }

    /// The answer to a search if it takes no longer than a time, which is exceeded by one paragraph's or one word's at most;
    /// `nil` if it takes longer.
    public func search(_ request: SearchRequest, within time: Duration) throws -> SearchResponse? {
        let searcher = Searcher(generation: self, request: request, deadline: .now + time)
        let response = try read { try searcher.response($0, timeForHits: .zero) }
        return response.total.isExact ? response : nil
    }
}

/// Answers one search: reads the query, corrects it, matches, counts, orders, and shows the page wanted.
struct Searcher {
    let generation: Generation
    let request: SearchRequest
    let deadline: ContinuousClock.Instant

    /// The answer; its hits have at least `timeForHits`, so that a search whose time went on matching shows what it found.
    func response(_ reader: Reader, timeForHits: Duration) throws -> SearchResponse {
        let typed = try generation.parser.parse(request.text, besides: request.fields)
        let filters = try generation.vocabulary.filters(from: typed.fields)
        try check(typed, filters)
        let (query, correction) =
            request.isExact
            ? (typed, nil)
            : try Spelling(generation: generation, deadline: deadline).corrected(typed, request, reader)
        let search = Search(
            generation: generation, query: query, root: try expanded(query, reader), filters: filters,
            request: request, deadline: deadline)
        let isCorrected = ContinuousClock.now < deadline
        let (answer, match) = try search.answer(reader.stems)
        let counts = FacetCounter(
            generation: generation, answer: answer, match: match,
            hasWords: query.root?.wantsWords ?? false)
        let understood = Understood(
            query, filters: filters, vocabulary: generation.vocabulary, isAll: match == .all,
            inTheirWords: request.inTheirWords, editions: request.editions)
        let (hits, areAll) = try hits(of: search, answer, reader, until: max(deadline, .now + timeForHits))
        let isExact = isCorrected && answer.isWhole && areAll
        return SearchResponse(
            query: SearchResponse.Asked(
                text: request.text, understood: understood.line, corrected: correction, match: match,
                synonyms: search.root?.synonyms ?? [], isQuestion: understood.isQuestion),
            total: SearchResponse.Total(
                n: answer.matches.count, allWords: answer.matches.count(where: \.hasAllWords),
                of: generation.manifest.paragraphs, isExact: isExact),
            hits: hits,
            facets: counts.facets(request.facets, limit: request.facetLimit),
            cross: counts.cross(request.cross, limit: request.facetLimit),
            suggestions: answer.matches.isEmpty && isExact
                ? try Suggestions(search: search, request: request).list(reader) : [],
            index: generation.manifest.description)
    }

    private func expanded(_ query: ParsedQuery, _ reader: Reader) throws -> QueryNode? {
        guard !request.isExact else { return query.root }
        let expansion = SynonymExpansion(query, synonyms: generation.synonyms, stems: reader.stems)
        return try query.root.map(expansion.expanded)
    }

    private func check(_ query: ParsedQuery, _ filters: Filters) throws(RequestError) {
        let isEmpty = query.root == nil && filters.isEmpty && request.editions == .all
        guard !isEmpty || request.limit == 0 else { throw .emptyQuery }
        guard
            !request.inTheirWords
                || ((query.root?.wantsWords ?? false) && !filters.saidBy.isEmpty)
        else {
            throw .theirWordsOfNobody
        }
    }

    /// The hits of the page wanted that can be made until a deadline; false if these are not all.
    private func hits(
        of search: Search, _ answer: Search.Answer, _ reader: Reader, until deadline: ContinuousClock.Instant
    ) throws -> ([Hit], areAll: Bool) {
        let list = HitList(
            generation: generation, root: search.root, groups: SourceGroups(search.filters.saidBy))
        let order = HitOrder(
            generation: generation, answer: answer, sort: request.sort, theirs: list.theirs ?? [],
            putsAllWordsFirst: !search.query.isQuestion)
        let page = order.page(offset: request.offset, limit: request.limit)
        let hits = try list.hits(
            page.map { answer.matches[$0] }, after: request.offset, reader, until: deadline)
        return (hits, hits.count == page.count)
    }
}
