import Evidence

extension Table {
    /// The counts of every facet of an answer, zeros included.
    static func facets(of answer: SearchResponse) -> Table {
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
}

extension FacetValue {
    var cell: Cell {
        switch self {
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        }
    }
}
