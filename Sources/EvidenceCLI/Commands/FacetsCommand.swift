import ArgumentParser
import Evidence
import Glibc

/// `evidence facets`: counts alone, by one thing or by two.
struct FacetsCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "facets", _superCommandName: "evidence",
        abstract: "Count paragraphs by who said it, score, statement and council, zeros included.",
        usage: "evidence facets [<words> …] [options]",
        discussion: """
            Without words and filters it counts the whole index. Two names behind --by make a table of one by \
            the other; with --in-their-words it counts only paragraphs where that source's own sentences hold the \
            words.

            EXAMPLES:
              evidence facets hospital discharge
              evidence facets discharge --by said-by,score
              evidence facets discharge --by said-by,score --in-their-words --format csv
              evidence facets --by statement,score --chart

            \(ExitStatus.help)
            """)

    @Argument(help: "What to search for.")
    var words: [String] = []

    @Option(
        help: ArgumentHelp(
            "One or two of \(FacetField.allCases.map(\.flag).joined(separator: ", ")).", valueName: "list"),
        transform: fieldList)
    var by: [FacetField] = []

    @Flag(help: "Draw the counts as bars.")
    var chart = false

    @Flag(help: "End with 0 even if nothing was found.")
    var noFailOnEmpty = false

    @OptionGroup(title: "FILTERS") var filters: FilterOptions
    @OptionGroup(title: "ANSWER") var match: MatchOptions
    @OptionGroup(title: "OUTPUT") var output: OutputOptions
    @OptionGroup(title: "DAEMON") var connection: ConnectionOptions

    func validate() throws {
        guard by.count <= 2, Set(by).count == by.count else {
            throw ValidationError("--by takes one or two different names")
        }
    }

    func answer() throws -> Int32 {
        let printing = try output.printing(among: Format.allCases)
        let client = try connection.client()
        let body = try client.body(of: target(printing.format))
        let answer = try client.decode(body, as: SearchResponse.self)
        if printing.format == .json {
            try Output.answer(body + [UInt8(ascii: "\n")])
        } else {
            try print(answer, printing)
        }
        return answer.total.n > 0 || noFailOnEmpty ? ExitStatus.done : ExitStatus.nothing
    }

    private func print(_ answer: SearchResponse, _ printing: Printing) throws {
        guard let cross = answer.cross else {
            return try printing.write(.facets(of: answer)) { text(answer, width: printing.terminal.width) }
        }
        guard !filters.inTheirWords || !isOfSources || cross.inTheirWords != nil else {
            throw Failure(ExitStatus.usage, "--in-their-words goes with words to search for")
        }
        let rows = CrossRows(
            cross: cross, total: answer.total.n, isOwnWords: filters.inTheirWords && isOfSources)
        try printing.write(rows.table(index: answer.index)) {
            let width = printing.terminal.width
            let text = CrossText(rows: rows, width: width, isChart: chart)
            return .blocks([SearchHead(response: answer, width: width).lines, text.lines])
        }
    }

    private func text(_ answer: SearchResponse, width: Int) -> [Line] {
        .blocks(
            [SearchHead(response: answer, width: width).lines]
                + answer.facets.map { facet in
                    chart
                        ? FacetText(facet: facet, width: width, showsAllWords: answer.isMixed).lines
                        : TextTable(facet).lines(width: width)
                })
    }

    /// True if one of two names is the source, so that each cell is of one source's words.
    private var isOfSources: Bool { by.count == 2 && by.contains(.saidBy) }

    private func target(_ format: Format) -> Target {
        var parameters: [Target.Parameter] = words.isEmpty ? [] : [("q", words.joined(separator: " "))]
        parameters += isOfSources ? filters.others : filters.parameters
        parameters += match.parameters(facetLimit: format == .text ? 20 : 0)
        if let generation = match.generation { parameters.append(("generation", "\(generation)")) }
        let names = by.map(\.rawValue).joined(separator: ",")
        switch by.count {
        case 0: parameters.append(("facets", "said_by,score,statement,authority"))
        case 1: parameters.append(("facets", names))
        default: parameters += [("facets", "none"), ("cross", names)]
        }
        return Target(path: "/v1/search", parameters: parameters + [("limit", "0")])
    }
}

/// The facets that a flag lists; hyphens stand for underscores, and council for authority.
private func fieldList(_ argument: String) throws -> [FacetField] {
    try argument.split(separator: ",", omittingEmptySubsequences: false).map { name in
        guard let field = FacetField(name: name.trimmed) else {
            let known = FacetField.allCases.map(\.flag).joined(separator: ", ")
            throw ValidationError("there is nothing to count by called “\(name)”; there is \(known)")
        }
        return field
    }
}
