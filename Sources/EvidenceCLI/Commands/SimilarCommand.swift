import ArgumentParser
import Evidence

/// `evidence similar`: more like this.
struct SimilarCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "similar", _superCommandName: "evidence",
        abstract: "Find paragraphs like another, and the words that it was searched by.",
        usage: "evidence similar <id> [options]",
        discussion: """
            EXAMPLES:
              evidence similar st-helens/safeguarding/25
              evidence similar st-helens/safeguarding/25 --not-council st-helens --said-by partners

            \(ExitStatus.help)
            """)

    @Argument(help: "The paragraph's id, as a search prints it.", transform: { try ParagraphID($0) })
    var id: ParagraphID

    @Option(
        name: [.long, .customShort("n")],
        help: ArgumentHelp("How many paragraphs to show (default: 10).", valueName: "n"))
    var limit: Int?

    @Option(
        help: ArgumentHelp("What of each hit to print: id,score,said_by,text.", valueName: "list"),
        transform: { try HitField.list($0) })
    var fields: [HitField]?

    @OptionGroup(title: "FILTERS") var filters: FilterOptions
    @OptionGroup(title: "OUTPUT") var output: OutputOptions
    @OptionGroup(title: "DAEMON") var connection: ConnectionOptions

    func validate() throws {
        guard !filters.inTheirWords else { throw ValidationError("--in-their-words goes with search") }
    }

    func answer() throws -> Int32 {
        let printing = try output.printing(among: [.text, .json, .csv, .tsv, .md])
        guard fields == nil || printing.format != .text else { throw Failure.fieldsOfText }
        let client = try connection.client()
        var parameters = filters.parameters
        if let limit { parameters.append(("limit", "\(limit)")) }
        let body = try client.body(of: Target(path: "/v1/similar/\(id.path)", parameters: parameters))
        let response = try client.decode(body, as: SimilarResponse.self)
        switch printing.format {
        case .text:
            try printing.write(lines(response, width: min(printing.terminal.width, SearchText.longest)))
        case .json: try Output.answer(body + [UInt8(ascii: "\n")])
        default:
            let fields = fields ?? HitField.usual
            let table = Table(
                name: "hits", columns: fields.map(\.rawValue),
                rows: response.hits.map { hit in
                    fields.map { $0.cell(of: FoundHit(hit: hit, index: response.index)) }
                })
            try printing.write(table) { [] }
        }
        return response.hits.isEmpty ? ExitStatus.nothing : ExitStatus.done
    }

    private func lines(_ response: SimilarResponse, width: Int) -> [Line] {
        let words = response.terms.map(\.word).joined(separator: ", ")
        let head =
            Line("paragraphs like \(response.like)", .strong).wrapped(to: width)
            + Line("by the words that tell it from others: \(words)", .dim).wrapped(to: width)
        let hits = response.hits.map { hit in
            HitText(hit: hit).lines(
                FoundHit(hit: hit, index: response.index), hasCitation: false, width: width, margin: 4)
        }
        return .blocks([head] + hits)
    }
}
