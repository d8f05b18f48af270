import ArgumentParser
import Evidence

/// `evidence search`, the main one: who says what, where, and how it was scored.
struct SearchCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find paragraphs of evidence by words and filters.",
        usage: "evidence search <words> … [options]",
        discussion: """
            Words are joined by spaces into one query. "A phrase" stands in double quotes, +must and -not \
            before a word, AND OR NOT in capitals between words, word* for its beginning; said-by:partners, \
            score:1..2 and the other filters may stand in it as well. The shell takes quotes away: write \
            '"hospital discharge"'. A word that begins with “-” goes behind -- or inside one quoted argument.

            Filters: repeated or with a comma, any of the values; different ones, all of them.

            EXAMPLES:
              evidence search hospital discharge delays --said-by partners --score 1..2
              evidence search '"direct payments"' --council nottingham --statement care
              evidence search --limit 0 --facets said-by,score -- safeguarding -children

            \(ExitStatus.help)
            """)

    @Argument(help: "What to search for.")
    var words: [String] = []

    @OptionGroup(title: "FILTERS") var filters: FilterOptions
    @OptionGroup(title: "ANSWER") var page: PageOptions
    @OptionGroup(title: "OUTPUT") var output: OutputOptions
    @OptionGroup(title: "DAEMON") var connection: ConnectionOptions

    func answer() throws -> Int32 {
        let client = connection.client
        let body = try client.body(of: target)
        let response = try client.decode(body, as: SearchResponse.self)
        try output.write(body) { terminal in
            SearchText(
                response: response, width: terminal.width, offset: page.offset ?? 0, asked: filters.onlyGroup
            ).lines
        }
        guard response.total.isExact else {
            Output.error.write("evidence: the counts are not exact\n")
            return ExitStatus.partial
        }
        return response.total.n > 0 ? ExitStatus.done : ExitStatus.nothing
    }

    private var target: Target {
        var parameters = filters.parameters + page.parameters(for: output.format)
        if !words.isEmpty { parameters.insert(("q", words.joined(separator: " ")), at: 0) }
        return Target(path: "/v1/search", parameters: parameters)
    }
}
