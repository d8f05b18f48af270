import Evidence

/// Tables of what is in the index.
struct Listing {
    let client: Client
    let filters: [Target.Parameter]

    /// The councils with how many pages and paragraphs each has, by slug.
    func authorities() throws -> Table {
        let response = try pageList()
        let byAuthority = Dictionary(grouping: response.pages, by: \.authority)
        let rows = byAuthority.keys.sorted().map { slug in
            let pages = byAuthority[slug] ?? []
            return [
                .text(slug), Cell(pages.last?.authorityName), .number(pages.count),
                .number(pages.reduce(0) { $0 + $1.paragraphs }),
            ]
        }
        return Table(
            name: "authorities", columns: ["authority", "authority_name", "pages", "paragraphs"], rows: rows,
            index: response.index)
    }

    /// The quality statements in the CQC's order, those without a page too.
    func statements() throws -> Table {
        let answer = try counts(.statement)
        let byStatement = Dictionary(grouping: try pageList(of: answer.index).pages, by: \.statement)
        return Table(
            name: "statements", columns: ["statement", "statement_name", "pages", "paragraphs"],
            rows: (answer.facets.first?.counts ?? []).map { count in
                [
                    .text(count.value.text), .text(count.label),
                    .number(byStatement[count.value.text]?.count ?? 0), .number(count.n),
                ]
            }, index: answer.index)
    }

    /// The values of a facet with how many paragraphs each has.
    func facet(_ field: FacetField, as name: String) throws -> Table {
        let answer = try counts(field)
        let names = [field.rawValue, field == .saidBy ? "label" : "\(field.rawValue)_name", "paragraphs"]
        return Table(
            name: name, columns: names,
            rows: (answer.facets.first?.counts ?? []).map {
                [$0.value.cell, .text($0.label), .number($0.n)]
            },
            index: answer.index)
    }

    /// The pages, by council, statement and date.
    func pages() throws -> Table {
        let response = try pageList()
        return Table(
            name: "pages",
            columns: [
                "id", "authority", "authority_name", "authority_code", "region", "authority_type",
                "statement", "statement_name", "theme", "score",
                "score_name", "indicative", "published", "edition", "rating", "updated", "url", "path",
                "paragraphs",
            ],
            rows: response.pages.map { page in
                [
                    .text(page.id), .text(page.authority), .text(page.authorityName),
                    Cell(page.authorityCode), Cell(page.region), Cell(page.authorityType),
                    .text(page.statement),
                    .text(page.statementName), Cell(page.theme), Cell(page.score), Cell(page.scoreName),
                    .truth(page.isIndicative), Cell(page.published), Cell(page.edition), Cell(page.rating),
                    Cell(page.updated), Cell(page.url), .text(page.path), .number(page.paragraphs),
                ]
            }, index: response.index)
    }

    /// The pages; of the generation of `index`, so that several answers fit together.
    private func pageList(of index: IndexDescription? = nil) throws -> PagesResponse {
        let generation: [Target.Parameter] = index.map { [("generation", "\($0.generation)")] } ?? []
        return try client.decode(
            client.body(of: Target(path: "/v1/pages", parameters: filters + generation)))
    }

    private func counts(_ field: FacetField) throws -> SearchResponse {
        let wanted: [Target.Parameter] = [("limit", "0"), ("facets", field.rawValue)]
        return try client.decode(client.body(of: Target(path: "/v1/search", parameters: filters + wanted)))
    }
}
