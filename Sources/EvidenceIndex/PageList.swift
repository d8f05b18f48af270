public import Evidence

extension Generation {
    /// The pages that pass the filters, by authority, statement and date; a value that can't be read is a
    /// `QueryError`.
    public func pages(_ request: PagesRequest) throws -> PagesResponse {
        let filters = try vocabulary.filters(from: request.fields)
        let catalogue = manifest.catalogue
        let wanted = pages.records.filter { filters.contains($0, in: catalogue) }
        return PagesResponse(
            index: manifest.description, pages: wanted.map { PagesResponse.Page($0, in: catalogue) })
    }
}

extension PagesResponse.Page {
    fileprivate init(_ page: PageRecord, in catalogue: StatementCatalogue) {
        self.init(
            id: page.identity, authority: page.authority, authorityName: page.authorityName,
            statement: page.statement,
            statementName: catalogue.statement(slug: page.statement)?.name ?? page.statement,
            theme: catalogue.theme(ofStatement: page.statement)?.slug, score: page.score,
            scoreName: page.scoreName, isIndicative: page.isIndicative,
            published: page.published?.description, updated: page.updated?.description, url: page.url,
            path: page.path, paragraphs: page.paragraphs)
    }
}

extension Filters {
    /// Whether a page passes, each filter by itself.
    func contains(_ page: PageRecord, in catalogue: StatementCatalogue) -> Bool {
        authority.passes { $0 == page.authority } && statement.passes { $0 == page.statement }
            && theme.passes { $0 == catalogue.theme(ofStatement: page.statement)?.slug }
            && score.passes { $0 == page.score } && indicative.passes { $0 == page.isIndicative }
            && published.passes { range in page.published.map(range.contains) ?? false }
    }
}

extension Filters.Choice {
    /// Whether something passes for which `matches` says which values it has.
    func passes(_ matches: (Value) -> Bool) -> Bool {
        (included.isEmpty || included.contains(where: matches)) && !excluded.contains(where: matches)
    }
}
