import Evidence

/// Rows under named columns, ready for every form that programs read.
struct Table {
    /// The name of the rows in the JSON: `authorities`.
    var name: String
    var columns: [String]
    var rows: [[Cell]]
    /// The index that the rows come from, if they come from one.
    var index: IndexDescription?

    /// One object on a line: the schema, the rows and the index.
    var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.name("schema"); json.value(WireSchema.current)
            json.member(name)
            json.array(rows) { write($1, to: &$0) }
            if let index { json.name("index"); index.write(to: &json) }
        }
        json.endLine()
        return json.bytes
    }

    /// An object a line.
    var jsonLines: [UInt8] {
        var json = JSONWriter()
        for row in rows {
            write(row, to: &json)
            json.endLine()
        }
        return json.bytes
    }

    /// A table of GitHub's Markdown.
    var markdown: String {
        let rule = columns.indices.map { rows.isNumeric($0) ? "--:" : "---" }
        let head = [columns, rule].map { "| " + $0.joined(separator: " | ") + " |\n" }
        return (head + rows.map { Markdown.row($0.map(\.plain)) }).joined()
    }

    private func write(_ row: [Cell], to json: inout JSONWriter) {
        json.object { json in
            for (column, cell) in zip(columns, row) {
                json.member(column)
                cell.write(to: &json)
            }
        }
    }
}
