public import Evidence
internal import Xapian

extension Generation {
    /// The answer to a search; a query or a value that can't be read is a `QueryError`.
    public func search(_ request: SearchRequest) throws -> SearchResponse {
        try read { reader in try Searcher(generation: self, request: request).response(reader) }
    }
}

/// Answers one search: reads the query, corrects it, matches, counts, orders, and shows the page wanted.
struct Searcher {
    let generation: Generation
    let request: SearchRequest

    func response(_ reader: Reader) throws -> SearchResponse {
        let typed = try generation.parser.parse(request.text, besides: request.fields)
        let filters = try generation.vocabulary.filters(from: typed.fields)
        try check(typed, filters)
        let (query, correction) =
            request.isExact
            ? (typed, nil) : try Spelling(generation: generation).corrected(typed, request, reader)
        let search = Search(
            generation: generation, query: query, root: try expanded(query, reader), filters: filters,
            request: request)
        let (answer, match) = try search.answer(reader)
        let counts = FacetCounter(
            generation: generation, answer: answer, match: match,
            hasWords: query.root?.wantsWords ?? false)
        return SearchResponse(
            query: SearchResponse.Asked(
                text: request.text,
                understood: Understood(
                    query, filters: filters, vocabulary: generation.vocabulary, isAll: match == .all,
                    inTheirWords: request.inTheirWords
                ).line,
                corrected: correction, match: match, synonyms: search.root?.synonyms ?? []),
            total: SearchResponse.Total(
                n: answer.documents.count, allWords: answer.hasAllWords.count(where: \.self),
                of: generation.manifest.paragraphs),
            hits: try hits(of: search, answer, reader),
            facets: counts.facets(request.facets, limit: request.facetLimit),
            cross: counts.cross(request.cross, limit: request.facetLimit),
            suggestions: answer.documents.isEmpty
                ? try Suggestions(search: search, request: request).list(reader) : [],
            index: generation.manifest.description)
    }

    private func expanded(_ query: ParsedQuery, _ reader: Reader) throws -> QueryNode? {
        guard !request.isExact else { return query.root }
        let expansion = Expansion(query, synonyms: generation.synonyms, stems: reader.stems)
        return try query.root.map(expansion.expanded)
    }

    private func check(_ query: ParsedQuery, _ filters: Filters) throws(QueryError) {
        let isEmpty = query.root == nil && filters.isEmpty
        guard !isEmpty || request.limit == 0 else { throw .emptyQuery }
        guard
            !request.inTheirWords
                || ((query.root?.wantsWords ?? false) && !filters.saidBy.included.isEmpty)
        else {
            throw .theirWordsOfNobody
        }
    }

    private func hits(
        of search: Search, _ answer: Search.Answer, _ reader: Reader
    ) throws -> [Hit] {
        let theirs = search.hasTheirWords ? SourceGroups(search.filters.saidBy.included) : []
        let order = HitOrder(
            generation: generation, answer: answer, sort: request.sort, theirs: theirs,
            putsAllWordsFirst: !search.query.isQuestion)
        let highlighter = try Highlighter(search.root, stems: reader.stems)
        let snippets = SnippetMaker(preferred: SourceGroups(search.filters.saidBy.included))
        var hits: [Hit] = []
        for (place, index) in order.page(offset: request.offset, limit: request.limit).enumerated() {
            let stored = try generation.stored(answer.documents[index], reader)
            let marks = try highlighter.marks(in: stored.text, stems: reader.stems)
            var hit = generation.hit(answer.documents[index], stored)
            hit.rank = request.offset + place + 1
            hit.weight = answer.weights[index]
            hit.inTheirWords = search.hasTheirWords ? answer.spoken[index] & theirs.rawValue != 0 : nil
            hit.highlights = marks.map(\.range)
            hit.snippet = snippets.snippet(of: stored, marks: marks)
            hits.append(hit)
        }
        return hits
    }
}

extension Generation {
    /// What the database holds of a document.
    func stored(_ document: UInt32, _ reader: Reader) throws -> StoredParagraph {
        guard let stored = StoredParagraph(bytes: try reader.database.data(of: document)) else {
            throw IndexError.damaged(
                path: "generation \(number)", reason: "document \(document) can't be read")
        }
        return stored
    }

    /// The hit of a document, without what only a search knows.
    func hit(_ document: UInt32, _ stored: StoredParagraph) -> Hit {
        let page = pages.records[Int(columns.page[Int(document)])]
        let section = manifest.sections[Int(columns.section[Int(document)])]
        return hits.hit(
            stored, column: columns.value(of: document, page: page.number), on: page, section: section)
    }
}
