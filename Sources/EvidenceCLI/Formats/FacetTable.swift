import Evidence

/// Counts as rows.
enum FacetTable {
    /// Every value of the facets, zeros included.
    static func of(_ answer: SearchResponse) -> Table {
        Table(
            name: "facets", columns: ["facet", "value", "label", "n", "of", "all_words", "in_their_words"],
            rows: answer.facets.flatMap { facet in
                facet.counts.map { count in
                    [
                        .text(facet.field.rawValue), count.value.cell, .text(count.label), .number(count.n),
                        .number(count.of), Cell(count.allWords), Cell(count.inTheirWords),
                    ]
                }
            }, index: answer.index)
    }

    /// The counts of one facet for people.
    static func lines(_ facet: Facet, width: Int) -> [Line] {
        let hasAll = facet.counts.contains { $0.allWords != nil }
        let hasOwn = facet.counts.contains { $0.inTheirWords != nil }
        let table = Table(
            name: "", columns: [],
            rows: facet.counts.map { count in
                [.text(facet.field.label(count)), .number(count.n), .number(count.of)]
                    + (hasAll ? [Cell(count.allWords)] : []) + (hasOwn ? [Cell(count.inTheirWords)] : [])
            })
        let headings =
            [facet.field.heading, "n", "of"] + (hasAll ? ["all words"] : [])
            + (hasOwn ? ["in their words"] : [])
        return table.lines(headings: headings, width: width)
    }
}

extension FacetValue {
    var cell: Cell {
        switch self {
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        }
    }
}
