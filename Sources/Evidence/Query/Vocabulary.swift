/// The values that an index knows, which filters are read against.
public struct Vocabulary: Sendable {
    private let lists: [FilterField: ValueList]

    /// The vocabulary of an index: the CQC's statements and themes, what its pages hold, and what is the same for every
    /// index.
    public init(
        catalogue: StatementCatalogue, authorities: [ValueList.Entry], sections: [ValueList.Entry]
    ) {
        let entries: [FilterField: [ValueList.Entry]] = [
            .saidBy: SourceGroup.allCases.map { .init(slug: $0.rawValue, name: $0.label) },
            .rating: Rating.allCases.map { .init(slug: $0.rawValue, name: $0.label) },
            .statement: catalogue.statements.map {
                .init(slug: $0.slug, name: $0.name, aliases: $0.aliases ?? [])
            },
            .theme: catalogue.themes.map { .init(slug: $0.slug, name: $0.name) },
            .authority: authorities,
            .region: Region.allCases.map { .init(slug: $0.rawValue, name: $0.label) },
            .authorityType: AuthorityType.allCases.map { .init(slug: $0.rawValue, name: $0.label) },
            .section: sections,
        ]
        lists = Dictionary(uniqueKeysWithValues: entries.map { ($0.key, ValueList(of: $0.key, $0.value)) })
    }

    /// The values of a filter that takes names; none for the others.
    public func list(of field: FilterField) -> ValueList { lists[field] ?? ValueList(of: field, []) }

    /// The values of filters, each found by its name or any unambiguous part of it.
    public func filters(from fields: [FieldValue]) throws(RequestError) -> Filters {
        var filters = Filters()
        for field in fields {
            filters.add(try values(of: field), to: field.field, isExcluded: field.isExcluded)
        }
        return filters
    }

    private func values(of field: FieldValue) throws(RequestError) -> [Filters.Value] {
        switch field.field.filter.form {
        case .names: try list(of: field.field).values(of: field)
        case .scores: try field.each { value throws(RequestError) in try value.scores }
        case .days: try field.each { value throws(RequestError) in [try value.dates(of: field.field)] }
        case .months: try field.each { value throws(RequestError) in [try value.months(of: field.field)] }
        case .truth: try field.each { value throws(RequestError) in [try value.truth] }
        }
    }
}

extension FieldValue {
    /// What `values` makes of each value; of `none`, where the filter takes it, the value of what has none.
    fileprivate func each(
        _ values: (Value) throws(RequestError) -> [Filters.Value]
    ) throws(RequestError) -> [Filters.Value] {
        var all: [Filters.Value] = []
        for value in self.values { all += field.isNone(value) ? [.none] : try values(value) }
        return all
    }
}

extension FilterField {
    /// Returns true if the value is `none`, and the filter takes it.
    func isNone(_ value: FieldValue.Value) -> Bool { filter.hasNone && value.text.lowercased() == "none" }
}

/// The values that need no vocabulary.
extension FieldValue.Value {
    fileprivate var scores: [Filters.Value] {
        get throws(RequestError) {
            let (low, high) = rangeEnds(of: text) ?? (text, text)
            guard let first = low.isEmpty ? 1 : Int(low), let last = high.isEmpty ? 4 : Int(high),
                1 <= first, first <= last, last <= 4, !(low + high).isEmpty
            else { throw .badScore(self) }
            return (first...last).map { .named(String($0)) }
        }
    }

    fileprivate func dates(of field: FilterField) throws(RequestError) -> Filters.Value {
        guard let range = DateRange(text) else { throw .badDate(self, of: field) }
        return .dates(range)
    }

    fileprivate func months(of field: FilterField) throws(RequestError) -> Filters.Value {
        guard let range = DateRange(text), !range.hasDays else { throw .badMonth(self, of: field) }
        return .dates(range)
    }

    fileprivate var truth: Filters.Value {
        get throws(RequestError) {
            guard let truth = Bool(text.lowercased()) else { throw .badTruth(self) }
            return .named(String(truth))
        }
    }
}
