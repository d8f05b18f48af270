import ArgumentParser

/// Which pages to look at: the filters that a page as a whole passes or doesn't.
struct PageFilterOptions: ParsableArguments {
    @Option(
        name: [.long, .customLong("council"), .customShort("c")],
        help: ArgumentHelp("The local authority, by any unambiguous part of its name.", valueName: "name"),
        completion: .councils)
    var authority: [String] = []

    @Option(
        help: ArgumentHelp("The quality statement, by any unambiguous part of its name.", valueName: "name"),
        completion: .statements)
    var statement: [String] = []

    @Option(help: ArgumentHelp("The theme that the statement stands under.", valueName: "name"))
    var theme: [String] = []

    @Option(help: ArgumentHelp("The statement's score: 2, or 1..2.", valueName: "score"))
    var score: [String] = []

    @Option(help: ArgumentHelp("When the page was published: 2025, 2025-01..2025-06.", valueName: "period"))
    var published: [String] = []

    @Flag(inversion: .prefixedNo, help: "Only pilot pages, whose scores are indicative; or only the others.")
    var indicative: Bool?

    /// The filters as parameters of a request.
    var parameters: [Target.Parameter] {
        let named = [
            ("authority", authority), ("statement", statement), ("theme", theme), ("score", score),
            ("published", published), ("indicative", indicative.map { ["\($0)"] } ?? []),
        ]
        return named.flatMap { name, values in values.map { (name, $0) } }
    }
}
