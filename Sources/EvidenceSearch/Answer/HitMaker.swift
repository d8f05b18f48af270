package import Evidence

/// Makes the hit of a paragraph from its page, its column and its text.
package struct HitMaker {
    /// The names of the statements by their slugs, because a search of the catalogue for each hit would take longer.
    private let statements: [String: Names]
    private let authorities: [String: Authority]

    /// The names of a statement and of its theme.
    struct Names {
        let statement: String
        let theme: (slug: String, name: String)?
    }

    package init(catalogue: StatementCatalogue, authorities: [Authority]) {
        self.authorities = authorities.bySlug
        statements = Dictionary(
            catalogue.statements.map {
                let theme = catalogue.theme(ofStatement: $0.slug)
                return ($0.slug, Names(statement: $0.name, theme: theme.map { ($0.slug, $0.name) }))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The names of the statement of this slug, and of its theme.
    func names(ofStatement slug: String) -> Names {
        statements[slug] ?? Names(statement: slug, theme: nil)
    }

    /// What is known of the authority of this slug beside its pages.
    func authority(_ slug: String) -> Authority? { authorities[slug] }

    /// The hit without rank, weight, highlights and snippet, which only a search has.
    package func hit(
        _ paragraph: StoredParagraph, column: ColumnValue, on page: PageRecord, section: Section
    ) -> Hit {
        let names = names(ofStatement: page.statement)
        var hit = Hit(
            id: "\(page.identity)/\(column.paragraph)", fingerprint: paragraph.fingerprint, rank: nil,
            weight: nil,
            authority: page.authority, authorityName: page.authorityName,
            statement: page.statement,
            statementName: names.statement,
            theme: names.theme?.slug, themeName: names.theme?.name, score: page.score,
            scoreName: page.scoreName,
            isIndicative: page.isIndicative, section: section.slug, sectionName: section.name,
            published: page.published?.description, url: page.url, saidBy: column.saidBy.groups,
            inTheirWords: nil, source: Hit.Place(path: page.path, line: Int(column.line)),
            text: paragraph.text,
            highlights: [], snippet: nil, sentences: paragraph.sentences.map { spoken($0, in: paragraph) })
        let authority = authority(page.authority)
        hit.edition = page.edition
        hit.rating = page.rating?.rawValue
        hit.indexed = DayNumber.text(column.indexed)
        hit.authorityCode = authority?.code
        hit.region = authority?.region?.rawValue
        hit.authorityType = authority?.type?.rawValue
        return hit
    }

    private func spoken(_ sentence: Sentence, in paragraph: StoredParagraph) -> Hit.SpokenSentence {
        let because = sentence.because.map { paragraph.words(at: $0) }
        let leadIn = sentence.saidBy.isEmpty ? nil : paragraph.leadIn?[...]
        return Hit.SpokenSentence(
            text: paragraph.words(at: sentence.range), saidBy: sentence.saidBy.groups,
            because: because.count > 1 ? because.joined(separator: " … ")[...] : because.first ?? leadIn)
    }
}
