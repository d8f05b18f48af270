/// The values that an index knows, which filters are read against.
public struct Vocabulary: Sendable {
    /// The quality statements and the overall summary.
    public let statements: ValueList
    /// The themes.
    public let themes: ValueList
    /// The authorities in the index.
    public let authorities: ValueList
    /// The sections in the index.
    public let sections: ValueList
    /// The source groups, which are the same for every index.
    public let sources = ValueList(
        of: .saidBy, SourceGroup.allCases.map { ValueList.Entry(slug: $0.rawValue, name: $0.label) })

    /// The vocabulary of an index: the CQC's statements and themes, and what its pages hold.
    public init(
        catalogue: StatementCatalogue, authorities: [ValueList.Entry], sections: [ValueList.Entry]
    ) {
        statements = ValueList(
            of: .statement,
            catalogue.statements.map { .init(slug: $0.slug, name: $0.name, aliases: $0.aliases ?? []) })
        themes = ValueList(of: .theme, catalogue.themes.map { .init(slug: $0.slug, name: $0.name) })
        self.authorities = ValueList(of: .authority, authorities)
        self.sections = ValueList(of: .section, sections)
    }

    /// The values of filters, each found by its name or any unambiguous part of it.
    public func filters(from fields: [FieldValue]) throws(RequestError) -> Filters {
        var filters = Filters()
        for field in fields { try add(field, to: &filters) }
        return filters
    }

    private func add(_ field: FieldValue, to filters: inout Filters) throws(RequestError) {
        let out = field.isExcluded
        switch field.field {
        case .saidBy:
            let groups = try sources.slugs(of: field).compactMap(SourceGroup.init)
            filters.saidBy.add(groups, isExcluded: out)
        case .statement: filters.statement.add(try statements.slugs(of: field), isExcluded: out)
        case .theme: filters.theme.add(try themes.slugs(of: field), isExcluded: out)
        case .authority: filters.authority.add(try authorities.slugs(of: field), isExcluded: out)
        case .section: filters.section.add(try sections.slugs(of: field), isExcluded: out)
        case .score: filters.score.add(try field.scores(), isExcluded: out)
        case .published: filters.published.add(try field.dates(), isExcluded: out)
        case .indicative: filters.indicative.add(try field.truths(), isExcluded: out)
        }
    }
}

/// The values that need no vocabulary.
extension FieldValue {
    fileprivate func scores() throws(RequestError) -> [Int] {
        var scores: [Int] = []
        for value in values {
            let (low, high) = rangeEnds(of: value.text) ?? (value.text, value.text)
            guard let first = low.isEmpty ? 1 : Int(low), let last = high.isEmpty ? 4 : Int(high),
                1 <= first, first <= last, last <= 4, !(low + high).isEmpty
            else { throw .badScore(value) }
            scores += first...last
        }
        return scores
    }

    fileprivate func dates() throws(RequestError) -> [PublishedRange] {
        try values.map { value throws(RequestError) in
            guard let range = PublishedRange(value.text) else { throw .badDate(value) }
            return range
        }
    }

    fileprivate func truths() throws(RequestError) -> [Bool] {
        try values.map { value throws(RequestError) in
            guard let truth = Bool(value.text.lowercased()) else { throw .badTruth(value) }
            return truth
        }
    }
}
