import ArgumentParser

/// Which part of an answer, in which order, with which counts.
struct PageOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "all of the words, any of them, or auto: all, and where fewer than 10 paragraphs hold all, also some.",
            valueName: "words"))
    var match: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "relevance, authority, statement, score or published; the other way round: -score.",
            valueName: "order"))
    var sort: String?

    @Option(
        name: [.long, .customShort("n")],
        help: ArgumentHelp("How many paragraphs to show, at most 1000 (default: 10).", valueName: "n"))
    var limit: Int?

    @Option(help: ArgumentHelp("How many to pass over first.", valueName: "n"))
    var offset: Int?

    @Option(
        help: ArgumentHelp(
            "What to count by: said-by, score, statement, theme, authority, section; or none.",
            valueName: "list"))
    var facets: String?

    @Option(
        help: ArgumentHelp(
            "How many councils to count, the most frequent first; 0 is all of them.", valueName: "n"))
    var facetLimit: Int?

    @Option(
        help: ArgumentHelp(
            "Ask this generation of the index only, so that several answers fit together.", valueName: "n"))
    var generation: Int?

    /// The parameters of a request, those of text with the counts that suit a screen.
    func parameters(for format: OutputOptions.Format) -> [Target.Parameter] {
        let counts: (facets: String?, limit: Int?) = format == .text ? (Self.usualFacets, 10) : (nil, nil)
        let given: [(String, String?)] = [
            ("match", match),
            ("sort", sort),
            ("limit", limit.map { "\($0)" }),
            ("offset", offset.map { "\($0)" }),
            ("facets", facets ?? counts.facets),
            ("facet_limit", (facetLimit ?? counts.limit).map { "\($0)" }),
            ("generation", generation.map { "\($0)" }),
        ]
        return given.compactMap { name, value in value.map { (name, $0) } }
    }

    /// What most questions are about.
    private static let usualFacets = "said_by,score,statement,authority"
}
