extension Parameter {
    /// The filters: a line for each, in the order of `FilterField.allCases`.
    public static let filters = [
        filter(
            .saidBy, of: "who", letter: "s", noun: "source", heading: "Who said it", clause: "said by",
            example: "partners,people", values: SourceGroup.allCases.map(\.rawValue), isOfPages: false,
            help: "Who said it: \(English.list(SourceGroup.allCases.map(\.rawValue), "or")).",
            exclusionHelp: "Leave out what they said."),
        filter(
            .score, .scores, of: "score", heading: "Score", clause: "in statements scored", example: "1,2",
            values: ["1", "2", "3", "4"], hasNone: true,
            help: "The statement's score: 2, or 1..2; none for the overall summary.",
            exclusionHelp: "Leave out statements with this score."),
        filter(
            .rating, of: "rating", heading: "Rating", clause: "in assessments rated",
            example: "good,requires-improvement", values: Rating.allCases.map(\.rawValue), hasNone: true,
            help: "The rating of the assessment: \(English.list(Rating.allCases.map(\.rawValue), "or")).",
            exclusionHelp: "Leave out assessments with this rating."),
        filter(
            .statement, of: "name", heading: "Quality statement", clause: "in",
            example: "safeguarding,assessing-needs",
            help: "The quality statement, by any unambiguous part of its name.",
            exclusionHelp: "Leave out this statement."),
        filter(
            .theme, of: "name", heading: "Theme", clause: "under", example: "leadership,ensuring-safety",
            help: "The theme that the statement stands under, by any unambiguous part of its name.",
            exclusionHelp: "Leave out this theme."),
        filter(
            .authority, of: "name", aliases: ["council"], letter: "c", heading: "Council", clause: "of",
            example: "\"st helens\",leeds",
            help: "The local authority, by any unambiguous part of its name.",
            exclusionHelp: "Leave out this local authority."),
        filter(
            .region, of: "name", heading: "Region", clause: "of councils in", example: "london,north-east",
            values: Region.allCases.map(\.rawValue), hasNone: true,
            help:
                "The region that the local authority lies in: \(English.list(Region.allCases.map(\.rawValue), "or")).",
            exclusionHelp: "Leave out local authorities of this region."),
        filter(
            .authorityType, of: "type", noun: "type of council", heading: "Type of council",
            clause: "of councils of the type", example: "county,london-borough",
            values: AuthorityType.allCases.map(\.rawValue), hasNone: true,
            help:
                "The type of local authority: \(English.list(AuthorityType.allCases.map(\.rawValue), "or")).",
            exclusionHelp: "Leave out local authorities of this type."),
        filter(
            .section, of: "name", heading: "Section", clause: "in the section",
            example: "key-findings,summary", isOfPages: false,
            help: "The section of the page.", exclusionHelp: "Leave out this section."),
        filter(
            .published, .days, of: "period", noun: "date", heading: "Published", clause: "published",
            example: "2025-01..2025-06", hasNone: true,
            help: "When the page was published: 2025, 2025-06, 2025-01..2025-06; none if it has no date.",
            exclusionHelp: "Leave out pages published then."),
        filter(
            .edition, .months, of: "month", heading: "Edition", clause: "of editions",
            example: "2025-01..2025-06", hasNone: true,
            help: """
                The month of publication, by the page's date or else its address: 2025-06, 2025-01..2025-06; none if \
                neither is known.
                """, exclusionHelp: "Leave out these editions."),
        filter(
            .indexed, .days, of: "period", noun: "date", heading: "First indexed", clause: "first indexed",
            example: "2026-11-01..", isOfPages: false,
            help: "When the text first came into the index: 2026-11-01.., 2026-11.",
            exclusionHelp: "Leave out what came in then."),
        filter(
            .indicative, .truth, of: "", heading: "Indicative", clause: "on pages that are", example: "true",
            values: ["true", "false"],
            help: "Only pilot pages, whose scores are indicative; or only the others.",
            exclusionHelp: "Leave out pilot pages, or the others."),
    ]

    /// The line of a filter; `isOfPages` says that a page as a whole passes it or doesn't.
    private static func filter(
        _ field: FilterField, _ form: Filter.Form = .names, of valueName: String, aliases: [String] = [],
        letter: Character? = nil, noun: String? = nil, heading: String, clause: String, example: String,
        values: [String] = [], hasNone: Bool = false, isOfPages: Bool = true, help: String,
        exclusionHelp: String
    ) -> Parameter {
        let filter = Filter(
            field: field, form: form, hasNone: hasNone, noun: noun ?? hyphenated(field.rawValue),
            heading: heading, clause: clause, example: example,
            values: values.isEmpty || !hasNone ? values : values + ["none"], exclusionHelp: exclusionHelp)
        return Parameter(
            name: field.rawValue, aliases: aliases, letter: letter, kind: .filter(filter),
            requests: isOfPages ? [.search, .similar, .pages, .changes] : [.search, .similar], isColumn: true,
            valueName: valueName, help: help)
    }
}

extension FilterField {
    /// The table's line for the filter.
    public var filter: Parameter.Filter {
        guard let filter = Parameter.filters.lazy.compactMap(\.filter).first(where: { $0.field == self })
        else { preconditionFailure("the table of parameters lacks \(self)") }
        return filter
    }
}
