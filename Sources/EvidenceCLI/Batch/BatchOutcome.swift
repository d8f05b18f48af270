import Evidence

/// How a row of a batch ended.
struct BatchOutcome {
    let row: BatchFile.Row
    let result: Result<SearchResponse, Failure>

    /// 0 where it was answered, hits or not; else the exit status that the search alone would have.
    var status: Int32 {
        switch result {
        case .success: ExitStatus.done
        case .failure(let failure): failure.status
        }
    }

    private var answer: SearchResponse? { try? result.get() }

    private var error: String? {
        if case .failure(let failure) = result { failure.message } else { nil }
    }

    /// The columns before those of a hit.
    static let columns = ["row", "status", "query", "n", "all_words", "of", "match", "error"]

    /// The row's own cells.
    var cells: [Cell] {
        [
            .number(row.number), .number(Int(status)), .text(row.query), Cell(answer?.total.n),
            Cell(answer?.total.allWords), Cell(answer?.total.of), Cell(answer?.query.match.rawValue),
            Cell(error),
        ]
    }

    /// A line for each hit; one without where there is none.
    func rows(fields: [HitField]) -> [[Cell]] {
        guard let answer, !answer.hits.isEmpty else {
            return [cells + fields.map { _ in Cell.none }]
        }
        return answer.hits.map { hit in
            cells + fields.map { $0.cell(of: FoundHit(hit: hit, index: answer.index)) }
        }
    }

    /// Writes the row as a line of jsonl.
    func writeLine(to json: inout JSONWriter) {
        json.line("row") { json in
            json.name("row"); json.value(row.number)
            json.name("status"); json.value(Int(status))
            json.name("parameters")
            json.object { json in
                for (name, value) in row.parameters.sorted(by: { $0.key < $1.key }) {
                    json.member(name)
                    json.value(value)
                }
            }
            json.name("error"); json.value(error)
            if let answer {
                json.name("query"); answer.query.write(to: &json)
                json.name("total"); answer.total.write(to: &json)
                json.name("hits"); json.array(answer.hits) { $1.write(to: &$0) }
            }
        }
    }

    /// Where the queries begin on a line, behind number and counts.
    private static let margin = 26

    /// The row for people, and its hits in short.
    func lines(width: Int) -> [Line] {
        var given = row.parameters.filter { $0.key != "q" }.sorted { $0.key < $1.key }
            .map { "--\($0.key.replacing("_", with: "-")) \($0.value)" }
        given.insert(row.query, at: 0)
        let asked = Line(given.filter { !$0.isEmpty }.joined(separator: " "))
        let number = Line("\(row.number)".leftPadded(to: 4) + "  ", .dim)
        guard let answer else {
            let failure = Line("failed", .problem) + Line(" (\(status)): \(error ?? "")")
            return (asked + " " + failure).wrapped(to: width - Self.margin)
                .indented(by: Self.margin, first: number)
        }
        let found = "\(answer.total.n.grouped.leftPadded(to: 6)) of \(answer.total.of.grouped)"
        let hits = answer.hits.map { hit in
            (Line(hit.id, .dim) + "  " + Line(hit.snippet?.text ?? hit.text)).truncated(to: width - 8)
        }
        return asked.wrapped(to: width - Self.margin)
            .indented(by: Self.margin, first: number + Line(found, .strong)) + hits.indented(by: 8)
    }
}
