public import Evidence

extension Generation {
    /// The pages that pass the filters, by authority, statement and date.
    ///
    /// Throws a `RequestError` if a value cannot be read.
    public func pages(_ request: PagesRequest) throws -> PagesResponse {
        let filters = try vocabulary.filters(from: request.fields)
        let catalogue = manifest.catalogue
        let passing = pages.passing(filters, in: catalogue)
        let wanted = pages.records.indices.filter { passing?[$0] ?? true }
        let themes = catalogue.statements.map { catalogue.theme(ofStatement: $0.slug)?.slug }
        return PagesResponse(
            index: manifest.description,
            pages: wanted.map { page in
                let statement = pages.kinds[Int(pages.counted[page].kind)].statement
                return PagesResponse.Page(
                    pages.records[page], statementName: catalogue.statements[statement].name,
                    theme: themes[statement])
            })
    }
}

extension PagesResponse.Page {
    fileprivate init(_ page: PageRecord, statementName: String, theme: String?) {
        self.init(
            id: page.identity, authority: page.authority, authorityName: page.authorityName,
            statement: page.statement, statementName: statementName, theme: theme, score: page.score,
            scoreName: page.scoreName, isIndicative: page.isIndicative,
            published: page.published?.description, updated: page.updated?.description, url: page.url,
            path: page.path, paragraphs: page.paragraphs)
    }
}
