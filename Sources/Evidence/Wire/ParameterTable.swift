extension Parameter {
    /// Every parameter, in the order of the contract.
    public static let all =
        [q] + filters + [inTheirWords, match, exact, sort, limit, offset, facets, facetLimit, cross]
        + [context, generation]

    /// The parameters that a row of a batch can give.
    public static let columns = all.filter(\.isColumn)

    /// The filters: a line for each, in the order of `FilterField.allCases`.
    public static let filters = [
        filter(
            .saidBy, of: "who", letter: "s", noun: "source", example: "partners,people",
            values: SourceGroup.allCases.map(\.rawValue), isOfPages: false,
            help: "Who said it: \(English.list(SourceGroup.allCases.map(\.rawValue), "or")).",
            exclusionHelp: "Leave out what they said."),
        filter(
            .score, of: "score", example: "1,2", values: ["1", "2", "3", "4"],
            help: "The statement's score: 2, or 1..2.", exclusionHelp: "Leave out statements with this score."
        ),
        filter(
            .statement, of: "name", example: "safeguarding,assessing-needs",
            help: "The quality statement, by any unambiguous part of its name.",
            exclusionHelp: "Leave out this statement."),
        filter(
            .theme, of: "name", example: "leadership,ensuring-safety",
            help: "The theme that the statement stands under, by any unambiguous part of its name.",
            exclusionHelp: "Leave out this theme."),
        filter(
            .authority, of: "name", aliases: ["council"], letter: "c", example: "\"st helens\",leeds",
            help: "The local authority, by any unambiguous part of its name.",
            exclusionHelp: "Leave out this local authority."),
        filter(
            .section, of: "name", example: "key-findings,summary", isOfPages: false,
            help: "The section of the page.", exclusionHelp: "Leave out this section."),
        filter(
            .published, of: "period", noun: "date", example: "2025-01..2025-06",
            help: "When the page was published: 2025, 2025-06, 2025-01..2025-06.",
            exclusionHelp: "Leave out pages published then."),
        filter(
            .indicative, of: "", example: "true", values: ["true", "false"],
            help: "Only pilot pages, whose scores are indicative; or only the others.",
            exclusionHelp: "Leave out pilot pages, or the others."),
    ]

    static let q = Parameter(
        name: "q", kind: .text, usual: "", requests: [.search], isColumn: true, valueName: "words",
        help: "What to search for.")
    /// Keeps only paragraphs whose words stand in the sentences of the groups asked for.
    public static let inTheirWords = Parameter(
        name: "in_their_words", kind: .truth, usual: "false", requests: [.search], isColumn: true,
        help: "With `said_by` and words: only where the words are in their sentences.")
    /// Takes the words as typed.
    public static let exact = Parameter(
        name: "exact", kind: .truth, usual: "false", requests: [.search], isColumn: true,
        help: "Take the words as typed: neither corrected nor searched by their synonyms.")
    /// How many of the words paragraphs need.
    public static let match = Parameter(
        name: "match", kind: .choice(SearchRequest.Match.allCases.map(\.rawValue)), usual: "auto",
        requests: [.search], isColumn: true, valueName: "words",
        help:
            "all of the words, any of them, or auto: all, and where fewer than 10 paragraphs hold all, also some."
    )
    /// The order of hits.
    public static let sort = Parameter(
        name: "sort", kind: .order(SearchRequest.Sort.Key.allCases.map(\.rawValue)), usual: "relevance",
        requests: [.search], isColumn: true, valueName: "order",
        help: """
            \(English.list(SearchRequest.Sort.Key.allCases.map(\.rawValue), "or")); the other way round: -score.
            """)
    /// The number of hits wanted.
    public static let limit = Parameter(
        name: "limit", letter: "n", kind: .number(0...SearchRequest.largestLimit), usual: "10",
        requests: [.search, .similar],
        valueName: "n", help: "How many paragraphs to show, at most 1000 (default: 10).")
    /// The number of hits to pass over.
    public static let offset = Parameter(
        name: "offset", kind: .number(0...Int(Int32.max)), usual: "0", requests: [.search], valueName: "n",
        help: "How many to pass over first.")
    /// The facets wanted.
    public static let facets = Parameter(
        name: "facets", kind: .facets, usual: FacetField.allCases.map(\.rawValue).joined(separator: ","),
        requests: [.search], valueName: "list",
        help: """
            What to count by: \(FacetField.allCases.map { hyphenated($0.rawValue) }.joined(separator: ", ")); \
            or none.
            """)
    /// The number of authorities to count.
    public static let facetLimit = Parameter(
        name: "facet_limit", kind: .number(0...Int(Int32.max)), usual: "20", requests: [.search],
        valueName: "n", help: "How many councils to count, the most frequent first; 0 is all of them.")
    static let cross = Parameter(
        name: "cross", kind: .twoFacets, requests: [.search], valueName: "list",
        help: "Two different facets to count by at once, for a table.")
    /// The number of neighbours to each side.
    public static let context = Parameter(
        name: "context", letter: "C", kind: .number(0...100), usual: "0", requests: [.paragraphs],
        valueName: "n", help: "How many paragraphs before and after it.")
    /// The generation to ask.
    public static let generation = Parameter(
        name: "generation", kind: .number(1...Int(Int32.max)),
        requests: [.search, .paragraphs, .similar, .pages], valueName: "n",
        help: "Ask this generation of the index only, so that several answers fit together.")

    /// The line of a filter; `isOfPages` says that a page as a whole passes it or doesn't.
    private static func filter(
        _ field: FilterField, of valueName: String, aliases: [String] = [], letter: Character? = nil,
        noun: String? = nil, example: String, values: [String] = [], isOfPages: Bool = true, help: String,
        exclusionHelp: String
    ) -> Parameter {
        let filter = Filter(
            field: field, noun: noun ?? hyphenated(field.rawValue), example: example, values: values,
            exclusionHelp: exclusionHelp)
        return Parameter(
            name: field.rawValue, aliases: aliases, letter: letter, kind: .filter(filter),
            requests: isOfPages ? [.search, .similar, .pages] : [.search, .similar], isColumn: true,
            valueName: valueName, help: help)
    }
}

extension FilterField {
    /// The table's line for the filter.
    var filter: Parameter.Filter {
        guard let filter = Parameter.filters.lazy.compactMap(\.filter).first(where: { $0.field == self })
        else { preconditionFailure("the table of parameters lacks \(self)") }
        return filter
    }
}
