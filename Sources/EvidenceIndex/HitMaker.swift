internal import Evidence

/// Makes the hit of a paragraph from what its page, its column and its document say.
struct HitMaker {
    let catalogue: StatementCatalogue

    /// The hit, without what only a search knows: rank, weight, highlights, snippet.
    func hit(
        _ paragraph: StoredParagraph, column: ColumnValue, on page: PageRecord, section: Manifest.Section
    ) -> Hit {
        let theme = catalogue.theme(ofStatement: page.statement)
        return Hit(
            id: "\(page.identity)/\(column.paragraph)", fingerprint: paragraph.fingerprint, rank: nil,
            weight: nil,
            authority: page.authority, authorityName: page.authorityName,
            statement: page.statement,
            statementName: catalogue.statement(slug: page.statement)?.name ?? page.statement,
            theme: theme?.slug, themeName: theme?.name, score: page.score, scoreName: page.scoreName,
            isIndicative: page.isIndicative, section: section.slug, sectionName: section.name,
            published: page.published?.description, url: page.url, saidBy: column.saidBy.groups,
            inTheirWords: nil, source: Hit.Place(path: page.path, line: Int(column.line)),
            text: paragraph.text,
            highlights: [], snippet: nil, sentences: paragraph.sentences.map { spoken($0, in: paragraph) })
    }

    private func spoken(_ sentence: Sentence, in paragraph: StoredParagraph) -> Hit.SpokenSentence {
        let because = sentence.because.map { paragraph.words(at: $0) }
        return Hit.SpokenSentence(
            text: paragraph.words(at: sentence.range), saidBy: sentence.saidBy.groups,
            because: because.isEmpty ? nil : because.joined(separator: " … "))
    }
}
