internal import Evidence

/// A property that pages are filtered and counted by: the values that it can have, and which of them each page has.
struct PageProperty: Sendable {
    /// A value with its label.
    struct Value: Sendable {
        let value: FacetValue
        let label: String
    }

    /// The values in the order of answers; where pages without a value are counted, `none` is the last.
    let values: [Value]
    /// For each page, the index of its value; one more than the last for a page that has none of them.
    let indices: [UInt32]
    private let hasNone: Bool

    /// The property of `pages` that `value` names.
    init(
        _ field: FilterField, _ values: [Value], of pages: [PageRecord],
        _ value: (PageRecord) -> String?
    ) {
        hasNone = field.filter.hasNone
        let places = Dictionary(
            values.enumerated().map { ($1.value.text, UInt32($0)) }, uniquingKeysWith: { first, _ in first })
        let none = Value(value: .text("none"), label: "No \(field.filter.noun)")
        self.values = values + (hasNone ? [none] : [])
        indices = pages.map { value($0).flatMap { places[$0] } ?? UInt32(values.count) }
    }

    /// How many paragraphs have each value, where each page has so many of them.
    func counts(of pages: [UInt32]) -> [Int] {
        var counts = [Int](repeating: 0, count: values.count + 1)
        for (index, count) in zip(indices, pages) where count > 0 { counts[Int(index)] += Int(count) }
        return Array(counts.prefix(values.count))
    }

    /// For each value, and for pages that have none of them, true if its pages pass.
    func passing(_ choice: Filters.Choice) -> [Bool] {
        let named = hasNone ? values.dropLast() : values[...]
        return named.map { choice.passes($0.value.text) } + [choice.passes(nil)]
    }
}

extension PageProperty {
    /// Every property of the pages: a line for each, with its values and where a page has its own.
    static func all(
        of pages: [PageRecord], authorities: [ValueList.Entry], manifest: Manifest
    ) -> [FilterField: PageProperty] {
        let (catalogue, known) = (manifest.catalogue, manifest.authorities.bySlug)
        let themes = Dictionary(
            catalogue.statements.map { ($0.slug, catalogue.theme(ofStatement: $0.slug)?.slug) },
            uniquingKeysWith: { first, _ in first })
        func property(
            _ field: FilterField, _ values: [Value], _ value: (PageRecord) -> String?
        ) -> (FilterField, PageProperty) {
            (field, PageProperty(field, values, of: pages, value))
        }
        return Dictionary(
            uniqueKeysWithValues: [
                property(.score, catalogue.scores.map { .init($0.score, $0.name) }) {
                    $0.score.map { "\($0)" }
                },
                property(.statement, catalogue.statements.map { .init($0.slug, $0.name) }, \.statement),
                property(.theme, catalogue.themes.map { .init($0.slug, $0.name) }) {
                    themes[$0.statement] ?? nil
                },
                property(.authority, authorities.map { .init($0.slug, $0.name) }, \.authority),
                property(.region, Region.allCases.map { .init($0.rawValue, $0.label) }) {
                    known[$0.authority]?.region?.rawValue
                },
                property(.authorityType, AuthorityType.allCases.map { .init($0.rawValue, $0.label) }) {
                    known[$0.authority]?.type?.rawValue
                },
                property(.published, Value.dates(pages.compactMap(\.published))) {
                    $0.published?.description
                },
                property(.edition, Value.months(pages.compactMap(\.edition)), \.edition),
                property(.rating, Rating.allCases.map { .init($0.rawValue, $0.label) }) {
                    $0.rating?.rawValue
                },
                property(.indicative, ["false", "true"].map { .init($0, $0) }) { "\($0.isIndicative)" },
            ])
    }
}

extension PageProperty.Value {
    fileprivate init(_ slug: String, _ label: String) { self.init(value: .text(slug), label: label) }
    fileprivate init(_ score: Int, _ label: String) { self.init(value: .number(score), label: label) }

    /// Each date once, in order.
    fileprivate static func dates(_ dates: [PublicationDate]) -> [Self] {
        Set(dates).sorted().map { Self($0.description, $0.inWords) }
    }

    /// Each month once, in order.
    fileprivate static func months(_ months: [String]) -> [Self] {
        Set(months).sorted().map { Self($0, PublicationDate($0)?.inWords ?? $0) }
    }
}
