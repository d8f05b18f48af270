internal import Evidence

/// How many paragraphs of a generation have each value of each facet: the `of` of every count.
struct Totals: Sendable {
    /// The values of each facet with their labels, in the order of answers, each with its count in the index.
    let facets: [FacetField: [FacetCount]]
    /// The days on which texts first came into the index, each once.
    let days: Set<UInt32>

    init(_ columns: Columns, pages: Pages, sections: [Section]) {
        var days: [UInt32] = []
        var tally = Tally(pages: pages.records.count, sections: sections.count)
        for document in 0..<columns.count where columns.page[document] != Columns.none {
            tally.count(document, in: columns, spoken: 0)
            if days.last != columns.day[document] { days.append(columns.day[document]) }
        }
        self.days = Set(days)
        facets = Dictionary(
            uniqueKeysWithValues: FacetField.allCases.map { field in
                let counts = tally.counts(of: field, in: pages)
                let values = Self.values(of: field, pages: pages, sections: sections)
                return (
                    field,
                    zip(values, counts).map { FacetCount(value: $0.value, label: $0.label, n: 0, of: $1) }
                )
            })
    }

    private static func values(
        of field: FacetField, pages: Pages, sections: [Section]
    ) -> [PageProperty.Value] {
        switch field {
        case .saidBy: SourceGroup.allCases.map { .init(value: .text($0.rawValue), label: $0.label) }
        case .section: sections.map { .init(value: .text($0.slug), label: $0.name) }
        default: pages.properties[field.filter]?.values ?? []
        }
    }
}
