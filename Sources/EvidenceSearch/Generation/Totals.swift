internal import Evidence

/// How many paragraphs of a generation have each value of each facet: the `of` of every count.
struct Totals: Sendable {
    /// The values of each facet with their labels, in the order of answers, each with its count in the index.
    let facets: [FacetField: [FacetCount]]
    init(_ columns: Columns, pages: Pages, catalogue: StatementCatalogue, sections: [Section]) {
        var tally = Tally(pages: pages.records.count, sections: sections.count)
        for document in 0..<columns.count where columns.page[document] != Columns.none {
            tally.count(document, in: columns, spoken: 0)
        }
        let counts = tally.counts(pages: pages, catalogue: catalogue)
        facets = [
            .saidBy: zip(SourceGroup.allCases, counts.saidBy).map { group, n in
                FacetCount(value: .text(group.rawValue), label: group.label, n: 0, of: n)
            },
            .score: zip(catalogue.scores, counts.score).map { score, n in
                FacetCount(value: .number(score.score), label: score.name, n: 0, of: n)
            },
            .statement: zip(catalogue.statements, counts.statement).map { statement, n in
                FacetCount(value: .text(statement.slug), label: statement.name, n: 0, of: n)
            },
            .theme: zip(catalogue.themes, counts.theme).map { theme, n in
                FacetCount(value: .text(theme.slug), label: theme.name, n: 0, of: n)
            },
            .authority: zip(pages.authorities, counts.authority).map { authority, n in
                FacetCount(value: .text(authority.slug), label: authority.name, n: 0, of: n)
            },
            .section: zip(sections, counts.section).map { section, n in
                FacetCount(value: .text(section.slug), label: section.name, n: 0, of: n)
            },
        ]
    }
}
