public import Evidence

extension Generation {
    /// The pages that pass the filters, by authority, statement and date.
    ///
    /// Throws a `RequestError` if a value cannot be read.
    public func pages(_ request: PagesRequest) throws -> PagesResponse {
        let passing = pages.passing(
            try vocabulary.filters(from: request.fields), editions: request.editions)
        let wanted = pages.records.indices.filter { passing?[$0] ?? true }
        return PagesResponse(
            index: manifest.description, pages: wanted.map { hits.page(pages.records[$0]) })
    }
}

extension HitMaker {
    /// The page as a list of pages has it.
    fileprivate func page(_ record: PageRecord) -> PagesResponse.Page {
        let (names, authority) = (names(ofStatement: record.statement), authority(record.authority))
        var page = PagesResponse.Page(
            id: record.identity, authority: record.authority, authorityName: record.authorityName,
            statement: record.statement, statementName: names.statement, theme: names.theme?.slug,
            score: record.score, scoreName: record.scoreName, isIndicative: record.isIndicative,
            published: record.published?.description, updated: record.updated?.description, url: record.url,
            path: record.path, paragraphs: record.paragraphs)
        page.edition = record.edition
        page.rating = record.rating?.rawValue
        page.authorityCode = authority?.code
        page.region = authority?.region?.rawValue
        page.authorityType = authority?.type?.rawValue
        return page
    }
}
