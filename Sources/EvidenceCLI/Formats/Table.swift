import Evidence

/// Rows under named columns, ready for every form.
struct Table {
    /// What the rows are, as the JSON names them: `authorities`.
    var name: String
    var columns: [String]
    var rows: [[Cell]]
    /// The index that they come from, where they come from one.
    var index: IndexDescription?
    /// Members of the JSON beside the rows.
    var besides: (inout JSONWriter) -> Void = { _ in }

    /// One object: the schema, the rows, and the index.
    var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { json in
            json.name("schema"); json.value(WireSchema.current)
            besides(&json)
            json.member(name)
            json.array(rows) { write($1, to: &$0) }
            if let index { json.name("index"); index.write(to: &json) }
        }
        return writer.bytes
    }

    /// An object a line.
    var jsonLines: [UInt8] {
        rows.flatMap { row in
            var writer = JSONWriter()
            write(row, to: &writer)
            return writer.bytes + [UInt8(ascii: "\n")]
        }
    }

    /// A table of GitHub's Markdown.
    var markdown: String {
        let rule = zip(columns.indices, columns).map { place, _ in isNumeric(place) ? "--:" : "---" }
        let lines = [columns, rule] + rows.map { $0.map { Markdown.escaped($0.plain) } }
        return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }

    /// Columns side by side for people, numbers to the right, a text that has no room cut.
    func lines(headings: [String], width: Int) -> [Line] {
        let texts = rows.map { $0.map(Self.shown) }
        var widths = headings.indices.map { place in
            (texts.map { displayWidth($0[place]) } + [displayWidth(headings[place])]).max() ?? 0
        }
        let room = width - 2 * (widths.count - 1)
        // The first column is what can be copied into the next command, so it is never cut.
        if let widest = widths.indices.dropFirst().max(by: { widths[$0] < widths[$1] }) {
            widths[widest] = min(widths[widest], max(12, room - (widths.reduce(0, +) - widths[widest])))
        }
        func line(_ cells: [String], _ style: Style) -> Line {
            .joined(
                cells.indices.map { place in
                    let cut = Line(cells[place], style).truncated(to: widths[place])
                    let cell = cut.hasRightToLeft ? cut.isolated(isRightToLeft: cut.isRightToLeft) : cut
                    if isNumeric(place) {
                        return Line(String(repeating: " ", count: widths[place] - cell.width)) + cell
                    }
                    return place == cells.count - 1 ? cell : cell.padded(to: widths[place])
                }, by: "  ")
        }
        return [line(headings, .strong)] + texts.map { line($0, .plain) }
    }

    /// A cell as people read it.
    static func shown(_ cell: Cell) -> String {
        if case .number(let number) = cell { return number.grouped }
        return cell.plain
    }

    private func isNumeric(_ place: Int) -> Bool {
        !rows.isEmpty
            && rows.allSatisfy { row in
                switch row[place] {
                case .number, .decimal, .none: true
                default: false
                }
            }
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
