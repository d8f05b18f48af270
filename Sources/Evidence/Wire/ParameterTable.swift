extension Parameter {
    /// Every parameter, in the order of the contract.
    public static let all =
        [q] + filters + [
            editions, inTheirWords, match, exact, sort, limit, offset, facets, facetLimit, cross,
        ]
        + [context, since, generation]

    /// The parameters that a row of a batch can give.
    public static let columns = all.filter(\.isColumn)

    static let q = Parameter(
        name: "q", kind: .text, usual: "", requests: [.search], isColumn: true, valueName: "words",
        help: "What to search for.")
    /// The editions of reports to look at.
    public static let editions = Parameter(
        name: "editions", kind: .choice(Editions.allCases.map(\.rawValue)), usual: "all",
        requests: [.search, .paragraphs, .similar, .pages, .changes], isColumn: true, valueName: "which",
        help: "latest: only the latest assessment of each council; or all.")
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
        name: "facets", kind: .facets, usual: FacetField.usual.map(\.rawValue).joined(separator: ","),
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
    /// The moment that changes are wanted since.
    public static let since = Parameter(
        name: "since", kind: .text, requests: [.changes], valueName: "when",
        help:
            "Only what changed since: a day or month, itself included, or the number of a generation, itself left out."
    )
    /// The generation to ask.
    public static let generation = Parameter(
        name: "generation", kind: .number(1...Int(Int32.max)),
        requests: [.search, .paragraphs, .similar, .pages, .changes], valueName: "n",
        help: "Ask this generation of the index only, so that several answers fit together.")
}
