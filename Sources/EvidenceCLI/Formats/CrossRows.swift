import Evidence

/// A cross table as rows of cells, with its totals and with the paragraphs that are in no listed value.
struct CrossRows {
    let cross: CrossTable
    /// The number of paragraphs in the answer.
    let total: Int
    /// If true, a cell counts only paragraphs whose words stand in the group's own sentences.
    let isOwnWords: Bool

    /// The table with a row and a column of totals.
    func table(index: IndexDescription) -> Table {
        Table(
            name: "rows", columns: [cross.rows.field.rawValue, "label"] + columns, rows: rows, index: index)
    }

    /// The counts of the cells.
    var cells: [[Int]] { isOwnWords ? cross.inTheirWords ?? cross.counts : cross.counts }

    /// The names of the columns of counts.
    var columns: [String] {
        cross.columns.counts.map(\.value.text) + [rest(of: cross.columns)].compactMap(\.self) + ["total"]
    }

    /// The rows: each row's value, its label and its counts.
    var rows: [[Cell]] {
        var rows = zip(cross.rows.counts, cells).map { count, cells in
            row(count.value.cell, count.label, cells, total: total(of: count))
        }
        if let name = rest(of: cross.rows) { rows.append(restRow(name)) }
        guard !isOwnWords || cross.columns.field == .saidBy else { return rows }
        let totals = cross.columns.counts.map(total)
        rows.append(row(.text("total"), "Total", totals, total: isOwnWords ? nil : total))
        return rows
    }

    private func row(_ value: Cell, _ label: String, _ counts: [Int?], total: Int?) -> [Cell] {
        let rest = rest(of: cross.columns) == nil ? [] : [Cell(Self.rest(counts, of: total))]
        return [value, .text(label)] + counts.map { Cell($0) } + rest + [Cell(total)]
    }

    /// The paragraphs of each column that are in no row.
    private func restRow(_ name: String) -> [Cell] {
        let counts = cross.columns.counts.enumerated().map { column, count in
            Self.rest(cells.map { $0[column] }, of: total(of: count))
        }
        let all = Self.rest(cross.rows.counts.map(\.n), of: total)
        return row(
            .text(name), name.prefix(1).uppercased() + name.dropFirst(), counts,
            total: isOwnWords ? nil : all)
    }

    private static func rest(_ counts: [Int?], of total: Int?) -> Int? {
        let known = counts.compactMap(\.self)
        guard let total, known.count == counts.count else { return nil }
        return total - known.reduce(0, +)
    }

    /// A value's own total; in their words only a group has one.
    private func total(of count: FacetCount) -> Int? { isOwnWords ? count.inTheirWords : count.n }

    /// The name of the paragraphs that have no listed value, if there can be some: summary pages have no theme, and
    /// only the most frequent councils may be listed.
    private func rest(of facet: Facet) -> String? {
        switch facet.field {
        case .theme: "none"
        case .authority, .section: facet.counts.reduce(0) { $0 + $1.n } < total ? "others" : nil
        default: nil
        }
    }
}
