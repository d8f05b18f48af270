import Evidence

/// Writes a batch in one form, a row as soon as it was answered.
struct BatchWriter {
    let printing: Printing
    let fields: [HitField]

    private var delimited: Delimited {
        printing.format == .csv
            ? .csv(hasMark: printing.hasMark) : .tsv(hasMark: printing.hasMark)
    }

    func begin(rows: Int) throws {
        switch printing.format {
        case .csv, .tsv:
            let own = BatchOutcome.columns
            let columns = fields.map { own.contains($0.rawValue) ? "hit_\($0.rawValue)" : $0.rawValue }
            try Output.answer(delimited.header(own + columns))
        case .jsonl:
            try write { json in
                json.line("begin") { json in
                    json.name("schema"); json.value(WireSchema.current)
                    json.name("rows"); json.value(rows)
                }
            }
        default: break
        }
    }

    func write(_ outcome: BatchOutcome) throws {
        switch printing.format {
        case .csv, .tsv:
            try Output.answer(outcome.rows(fields: fields).map { delimited.row($0) }.joined())
        case .jsonl: try write { outcome.writeLine(to: &$0) }
        default:
            let terminal = printing.terminal
            try Output.answer(terminal.render(outcome.lines(width: terminal.width)))
        }
    }

    func end(rows: Int, failed: Int, index: IndexDescription?) throws {
        guard printing.format == .jsonl else { return }
        try write { json in
            json.line("end") { json in
                json.name("rows"); json.value(rows)
                json.name("failed"); json.value(failed)
                json.name("index")
                if let index { index.write(to: &json) } else { json.null() }
            }
        }
    }

    private func write(_ body: (inout JSONWriter) -> Void) throws {
        var json = JSONWriter()
        body(&json)
        try Output.answer(json.bytes)
    }
}
