import ArgumentParser
import Evidence

/// `evidence batch`: many searches of one generation over one connection.
struct BatchCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch", _superCommandName: "evidence",
        abstract: "Answer the queries of a file, a row as soon as it is ready.",
        usage: "evidence batch <file> [options]",
        discussion: """
            A file that ends in .csv has a header: query, and any filter's name (said_by, score, statement, \
            council, not_said_by, …). Any other file, and - for standard input, has one query a line; empty \
            lines and lines that begin with # are passed over. Each row has its own status.

            EXAMPLES:
              evidence batch questions.txt
              evidence batch questions.csv --format csv --limit 3 > answers.csv
              printf 'discharge\nfalls\n' | evidence batch - --format jsonl

            EXIT STATUS:
              0   every row was answered, hits or not
              4   some rows failed
              The others are those of evidence search.
            """)

    @Argument(
        help: ArgumentHelp("The file, or - for standard input.", valueName: "file"), completion: .file())
    var file: String

    @Option(
        name: [.long, .customShort("n")],
        help: ArgumentHelp("How many hits to print of each row (default: 0, counts alone).", valueName: "n"))
    var limit: Int?

    @Option(
        help: ArgumentHelp("With csv and tsv: what of each hit to print.", valueName: "list"),
        transform: { try HitField.list($0) })
    var fields: [HitField]?

    @Flag(name: .customLong("csv"), help: "Read csv from a file of any name, or from standard input.")
    var isCSV = false

    @Option(help: ArgumentHelp("Ask this generation of the index only.", valueName: "n"))
    var generation: Int?

    @OptionGroup(title: "OUTPUT") var output: OutputOptions
    @OptionGroup(title: "DAEMON") var connection: ConnectionOptions

    func validate() throws {
        guard limit.map({ (0...SearchRequest.largestLimit).contains($0) }) ?? true else {
            throw ValidationError("--limit takes 0 to 1000")
        }
    }

    func answer() throws -> Int32 {
        let printing = try output.printing(among: [.text, .jsonl, .csv, .tsv])
        let rows = try batch().rows
        let client = try connection.client()
        let writer = BatchWriter(printing: printing, fields: shownFields)
        var (failed, index) = (0, IndexDescription?.none)
        try writer.begin(rows: rows.count)
        for row in rows {
            let outcome = try self.outcome(of: row, generation: index?.generation ?? generation, client)
            if case .success(let answer) = outcome.result { index = index ?? answer.index }
            if outcome.status != ExitStatus.done { failed += 1 }
            try writer.write(outcome)
        }
        try writer.end(rows: rows.count, failed: failed, index: index)
        guard failed > 0 else { return ExitStatus.done }
        Output.error.write("evidence: \(failed) of \(rows.count.of("row")) failed\n")
        return ExitStatus.partial
    }

    private func batch() throws -> BatchFile {
        let name = file == "-" ? "standard input" : file
        do {
            return try BatchFile(
                bytes: Input.bytes(of: file), name: name, isCSV: isCSV || file.lowercased().hasSuffix(".csv"))
        } catch let error as Errno {
            throw Failure(ExitStatus.usage, "\(name) can't be read: \(error.text)")
        }
    }

    private var shownFields: [HitField] { (limit ?? 0) > 0 ? fields ?? HitField.usual : [] }

    /// Answers a row; throws if there is no daemon or no index, which no further row would find either.
    private func outcome(
        of row: BatchFile.Row, generation: Int?, _ client: Client
    ) throws -> BatchOutcome {
        var parameters = row.parameters.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
        parameters += [("limit", "\(limit ?? 0)"), ("facets", "none")]
        if let generation { parameters.append(("generation", "\(generation)")) }
        do {
            guard !row.parameters.isEmpty else {
                throw Failure(ExitStatus.usage, "there is no query and no filter")
            }
            let body = try client.body(of: Target(path: "/v1/search", parameters: parameters))
            return BatchOutcome(row: row, result: .success(try client.decode(body)))
        } catch let failure as Failure where failure.code != .noIndex && !failure.isWithoutDaemon {
            return BatchOutcome(row: row, result: .failure(failure))
        }
    }
}

extension Failure {
    /// True if nobody answered at all.
    fileprivate var isWithoutDaemon: Bool { code == nil && status == ExitStatus.unusable }
}
