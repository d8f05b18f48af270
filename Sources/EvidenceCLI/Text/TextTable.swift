import Evidence

/// Rows for people: columns side by side under their headings, numbers to the right.
struct TextTable {
    let headings: [String]
    let rows: [[Cell]]

    /// The lines of the table.
    ///
    /// If the screen is too narrow, the widest column is cut, but never the first, which people copy into the next
    /// command.
    func lines(width: Int) -> [Line] {
        let texts = rows.map { $0.map(\.shown) }
        var widths = headings.indices.map { column in
            texts.reduce(displayWidth(headings[column])) { max($0, displayWidth($1[column])) }
        }
        let room = width - 2 * (widths.count - 1)
        if let widest = widths.indices.dropFirst().max(by: { widths[$0] < widths[$1] }) {
            widths[widest] = min(widths[widest], max(12, room - (widths.reduce(0, +) - widths[widest])))
        }
        let isNumeric = headings.indices.map(rows.isNumeric)
        func line(_ cells: [String], _ style: Style) -> Line {
            let columns = cells.indices.map { column in
                let cut = Line(cells[column], style).truncated(to: widths[column])
                let cell = cut.hasRightToLeft ? cut.isolated(isRightToLeft: cut.isRightToLeft) : cut
                if isNumeric[column] { return cell.leftPadded(to: widths[column]) }
                return column == cells.count - 1 ? cell : cell.padded(to: widths[column])
            }
            return .joined(columns, by: "  ")
        }
        return [line(headings, .strong)] + texts.map { line($0, .plain) }
    }
}

extension TextTable {
    /// The counts of one facet.
    init(_ facet: Facet) {
        let hasAll = facet.counts.contains { $0.allWords != nil }
        let hasOwn = facet.counts.contains { $0.inTheirWords != nil }
        self.init(
            headings: [facet.field.heading, "n", "of"] + (hasAll ? ["all words"] : [])
                + (hasOwn ? ["in their words"] : []),
            rows: facet.counts.map { count in
                [.text(facet.field.label(count)), .number(count.n), .number(count.of)]
                    + (hasAll ? [Cell(count.allWords)] : []) + (hasOwn ? [Cell(count.inTheirWords)] : [])
            })
    }
}
