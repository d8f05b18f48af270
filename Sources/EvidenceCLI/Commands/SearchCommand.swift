import ArgumentParser
import Evidence

/// `evidence search`, the main one: who says what, where, and how it was scored.
struct SearchCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", _superCommandName: "evidence",
        abstract: "Find paragraphs of evidence by words and filters.",
        usage: "evidence search <words> … [options]",
        discussion: """
            The words make one query. Write "a phrase" in double quotes, + before a word that must be there, \
            - before a word that must not, AND OR NOT in capitals between words, and * behind the beginning \
            of a word. Filters such as said-by:partners or score:1..2 may stand in the query too. The shell \
            takes quotes away: write '"hospital discharge"'. A word that begins with “-” goes behind -- or \
            inside one quoted argument.

            If you give a filter several values, repeated or with commas, any of them will do. If you give \
            several filters, a paragraph must pass them all.

            EXAMPLES:
              evidence search hospital discharge delays --said-by partners --score 1..2
              evidence search '"direct payments"' --council nottingham --statement care --format md
              evidence search safeguarding --all --format csv > safeguarding.csv
              evidence search --limit 0 --facets said-by,score -- safeguarding -children

            \(ExitStatus.help)
            """)

    @Argument(help: "What to search for.")
    var words: [String] = []

    @OptionGroup(title: "FILTERS") var filters: FilterOptions
    @OptionGroup(title: "ANSWER") var page: PageOptions
    @OptionGroup(title: "WHAT IS PRINTED") var shape: ShapeOptions
    @OptionGroup(title: "OUTPUT") var output: OutputOptions
    @OptionGroup(title: "DAEMON") var connection: ConnectionOptions

    func validate() throws {
        guard !shape.all || page.limit == nil else {
            throw ValidationError("--all prints every hit: leave --limit out")
        }
        guard !(shape.all && shape.context != nil) else {
            throw ValidationError("--context goes with at most 1000 hits: use --limit instead of --all")
        }
    }

    func answer() throws -> Int32 {
        let printing = try output.printing(among: Format.allCases)
        let search = SearchRun(command: self, printing: printing, client: try connection.client())
        let total = try search.run()
        guard total.isExact else {
            Output.error.write("evidence: the counts are not exact\n")
            return ExitStatus.partial
        }
        return total.n > 0 || shape.noFailOnEmpty ? ExitStatus.done : ExitStatus.nothing
    }

    /// The query's words as the daemon gets them.
    var query: [Target.Parameter] { words.isEmpty ? [] : [("q", words.joined(separator: " "))] }
}
