import ArgumentParser

/// Which paragraphs to leave out.
struct ExclusionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Leave out what they said.", valueName: "who"), completion: .sources)
    var notSaidBy: [String] = []

    @Option(help: ArgumentHelp("Leave out statements with this score.", valueName: "score"))
    var notScore: [String] = []

    @Option(help: ArgumentHelp("Leave out this statement.", valueName: "name"), completion: .statements)
    var notStatement: [String] = []

    @Option(help: ArgumentHelp("Leave out this theme.", valueName: "name"))
    var notTheme: [String] = []

    @Option(
        name: [.long, .customLong("not-council")],
        help: ArgumentHelp("Leave out this local authority.", valueName: "name"), completion: .councils)
    var notAuthority: [String] = []

    @Option(help: ArgumentHelp("Leave out this section.", valueName: "name"))
    var notSection: [String] = []

    @Option(help: ArgumentHelp("Leave out pages published then.", valueName: "period"))
    var notPublished: [String] = []

    /// The exclusions as parameters of a request.
    var parameters: [Target.Parameter] {
        let named = [
            ("not_said_by", notSaidBy), ("not_score", notScore), ("not_statement", notStatement),
            ("not_theme", notTheme), ("not_authority", notAuthority), ("not_section", notSection),
            ("not_published", notPublished),
        ]
        return named.flatMap { name, values in values.map { (name, $0) } }
    }
}
