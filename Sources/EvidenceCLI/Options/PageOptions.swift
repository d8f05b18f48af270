import ArgumentParser

/// Which part of an answer, in which order, with which counts.
struct PageOptions: ParsableArguments {
    @OptionGroup var match: MatchOptions

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

    /// The parameters of a request for one page of the answer, with the counts that are wanted where none were
    /// named.
    func parameters(limit: Int?, offset: Int?, facets usual: (list: String?, limit: Int?)) -> [Target
        .Parameter]
    {
        let given: [(String, String?)] = [
            ("sort", sort),
            ("limit", limit.map { "\($0)" }),
            ("offset", offset.map { "\($0)" }),
            ("facets", facets ?? usual.list),
        ]
        return given.compactMap { name, value in value.map { (name, $0) } }
            + match.parameters(facetLimit: usual.limit)
    }

    /// The counts that suit a screen: what most questions are about.
    static let countsOfText: (list: String?, limit: Int?) = ("said_by,score,statement,authority", 10)
    static let noCounts: (list: String?, limit: Int?) = ("none", nil)
    /// The daemon's own choice.
    static let allCounts: (list: String?, limit: Int?) = (nil, nil)
}
