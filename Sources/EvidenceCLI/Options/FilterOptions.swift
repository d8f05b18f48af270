import ArgumentParser
import Evidence

/// Which paragraphs to keep, and which to leave out.
///
/// Values go to the daemon as typed: it knows what is in the index, and names the candidates where a part of a
/// name fits several.
struct FilterOptions: ParsableArguments {
    @Option(
        name: [.long, .customShort("s")],
        help: ArgumentHelp(
            """
            Who said it: people, carers, partners, providers, staff, leaders, national-data, local-data, \
            documents or assessor.
            """, valueName: "who"),
        completion: .sources)
    var saidBy: [String] = []

    @Option(help: ArgumentHelp("The statement's score: 2, or 1..2.", valueName: "score"))
    var score: [String] = []

    @Option(
        help: ArgumentHelp("The quality statement, by any unambiguous part of its name.", valueName: "name"),
        completion: .statements)
    var statement: [String] = []

    @Option(
        help: ArgumentHelp(
            "The theme that the statement stands under, by any unambiguous part of its name.",
            valueName: "name"))
    var theme: [String] = []

    @Option(
        name: [.long, .customLong("council"), .customShort("c")],
        help: ArgumentHelp("The local authority, by any unambiguous part of its name.", valueName: "name"),
        completion: .councils)
    var authority: [String] = []

    @Option(help: ArgumentHelp("The section of the page.", valueName: "name"))
    var section: [String] = []

    @Option(
        help: ArgumentHelp(
            "When the page was published: 2025, 2025-06, 2025-01..2025-06.", valueName: "period"))
    var published: [String] = []

    @Flag(inversion: .prefixedNo, help: "Only pilot pages, whose scores are indicative; or only the others.")
    var indicative: Bool?

    @Flag(help: "With --said-by and words: only where the words are in their sentences.")
    var inTheirWords = false

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

    /// The one group asked for; `nil` where it is none, several, or said inside the query.
    var onlyGroup: SourceGroup? {
        let groups = SourceGroup.allCases.filter {
            saidBy.count == 1 && $0.rawValue.contains(slug(saidBy[0]))
        }
        return groups.count == 1 ? groups[0] : nil
    }

    /// The filters as parameters of a request.
    var parameters: [Target.Parameter] {
        inTheirWords ? others + [("in_their_words", "true")] : others
    }

    /// The filters without the one that is no filter of its own: whose words they are.
    var others: [Target.Parameter] {
        var parameters: [Target.Parameter] = []
        func add(_ name: String, _ values: [String]) { parameters += values.map { (name, $0) } }
        add("said_by", saidBy)
        add("score", score)
        add("statement", statement)
        add("theme", theme)
        add("authority", authority)
        add("section", section)
        add("published", published)
        if let indicative { add("indicative", ["\(indicative)"]) }
        add("not_said_by", notSaidBy)
        add("not_score", notScore)
        add("not_statement", notStatement)
        add("not_theme", notTheme)
        add("not_authority", notAuthority)
        add("not_section", notSection)
        add("not_published", notPublished)
        return parameters
    }
}
