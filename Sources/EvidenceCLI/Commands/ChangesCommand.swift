import ArgumentParser
import Evidence

/// `evidence changes`: what came into the index, what went, and what is worded or scored anew.
struct ChangesCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes", _superCommandName: "evidence",
        abstract: "Show what changed in the index: pages, scores, ratings and sentences.",
        usage: "evidence changes [options]",
        discussion: """
            The newest changes come first. A sentence that only moved is no change, and text that comes back after it \
            was removed is not new.

            EXAMPLES:
              evidence changes --since 2026-11-01
              evidence changes --since 12 --council st-helens
              evidence changes --rating requires-improvement --format csv

            \(ExitStatus.help)
            """)

    @Option(name: Parameter.since.names, help: Parameter.since.optionHelp)
    var since: String?

    @Option(name: Parameter.generation.names, help: Parameter.generation.optionHelp)
    var generation: Int?

    @Flag(help: "End with 0 even if nothing changed.")
    var noFailOnEmpty = false

    @OptionGroup(title: "FILTERS") var filters: PageFilterOptions
    @OptionGroup(title: "OUTPUT") var output: OutputOptions
    @OptionGroup(title: "DAEMON") var connection: ConnectionOptions

    func answer() throws -> Int32 {
        let printing = try output.printing(among: Format.allCases)
        let client = try connection.client()
        let parameters: [Target.Parameter] = .given([
            (.since, since), (.generation, generation.map(String.init)),
        ])
        let body = try client.body(
            of: Target(path: "/v1/changes", parameters: filters.parameters + parameters))
        let response = try client.decode(body, as: ChangesResponse.self)
        switch printing.format {
        case .text: try printing.write(ChangesText(response: response, width: printing.terminal.width).lines)
        case .json: try Output.answer(body + [UInt8(ascii: "\n")])
        case .jsonl: try Output.answer(response.lines)
        case .csv, .tsv, .md: try printing.write(Table(response)) { [] }
        }
        return response.changes.isEmpty && !noFailOnEmpty ? ExitStatus.nothing : ExitStatus.done
    }
}

extension ChangesResponse {
    /// An object a line, each with its type; without an `end` the answer is not whole.
    fileprivate var lines: [UInt8] {
        var json = JSONWriter()
        json.line("begin") { json in
            json.name("schema"); json.value(WireSchema.current)
            json.name("index"); index.write(to: &json)
        }
        for change in changes { json.line("change") { change.writeMembers(to: &$0) } }
        json.line("end") { json in
            json.name("changes"); json.value(changes.count)
        }
        return json.bytes
    }
}

extension Table {
    /// A row for each change; its sentences are counted.
    fileprivate init(_ response: ChangesResponse) {
        self.init(
            name: "changes",
            columns: [
                "generation", "when", "kind", "page", "authority", "statement", "edition", "score_from",
                "score_to", "rating_from", "rating_to", "paragraphs_added", "paragraphs_removed",
                "paragraphs_kept", "sentences",
            ],
            rows: response.changes.map { change in
                [
                    .number(change.generation), .text(change.when), .text(change.kind.rawValue),
                    .text(change.page), .text(change.authority), .text(change.statement),
                    Cell(change.edition), Cell(change.score.from), Cell(change.score.to),
                    Cell(change.rating.from), Cell(change.rating.to), .number(change.paragraphs.added),
                    .number(change.paragraphs.removed), .number(change.paragraphs.kept),
                    .number(change.sentences.count),
                ]
            }, index: response.index)
    }
}
