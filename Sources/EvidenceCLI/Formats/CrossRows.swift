import Evidence

/// A cross table with its totals, and with what falls outside the listed values, as rows of cells.
struct CrossRows {
    let cross: CrossTable
    /// How many paragraphs the answer is of.
    let total: Int
    /// Whether only paragraphs count where the words stand in the group's own sentences.
    let isOwnWords: Bool

    /// The table with a row and a column of totals.
    func table(index: IndexDescription) -> Table {
        Table(
            name: "rows",
            columns: [cross.rows.field.rawValue, "label"] + cross.columns.counts.map(\.value.text)
                + [rest(of: cross.columns.field)].compactMap(\.self) + ["total"],
            rows: rows, index: index)
    }

    /// The counts of the cells.
    var cells: [[Int]] { isOwnWords ? cross.inTheirWords ?? cross.counts : cross.counts }

    private var rows: [[Cell]] {
        var rows = cross.rows.counts.indices.map { place in
            let count = cross.rows.counts[place]
            return row(count.value.cell, .text(count.label), cells[place], total: total(of: count))
        }
        if let name = rest(of: cross.rows.field) { rows.append(restRow(name)) }
        guard !isOwnWords || cross.columns.field == .saidBy else { return rows }
        let totals = cross.columns.counts.map(total)
        rows.append(row(.text("total"), .text("Total"), totals, total: isOwnWords ? nil : total))
        return rows
    }

    private func row(_ value: Cell, _ label: Cell, _ counts: [Int?], total: Int?) -> [Cell] {
        let rest = rest(of: cross.columns.field) == nil ? [] : [Cell(Self.rest(counts, of: total))]
        return [value, label] + counts.map { Cell($0) } + rest + [Cell(total)]
    }

    /// The paragraphs of each column that are in no row.
    private func restRow(_ name: String) -> [Cell] {
        let counts = cross.columns.counts.enumerated().map { place, count in
            Self.rest(cells.map { $0[place] }, of: total(of: count))
        }
        let all = Self.rest(cross.rows.counts.map(\.n), of: total)
        return row(.text(name), .text(name.capitalizedFirst), counts, total: isOwnWords ? nil : all)
    }

    private static func rest(_ counts: [Int?], of total: Int?) -> Int? {
        let known = counts.compactMap(\.self)
        guard let total, known.count == counts.count else { return nil }
        return total - known.reduce(0, +)
    }

    /// A value's own total; in their words only a group has one.
    private func total(of count: FacetCount) -> Int? { isOwnWords ? count.inTheirWords : count.n }

    /// The name of the paragraphs that have no listed value: summary pages have neither score nor theme, and of
    /// councils only the most frequent may be listed.
    ///
    /// In their words a paragraph counts for one group and not for another, so nothing can be left over.
    private func rest(of field: FacetField) -> String? {
        switch field {
        case .score, .theme: "none"
        case .authority, .section:
            (field == cross.rows.field ? cross.rows : cross.columns).counts.reduce(0) { $0 + $1.n } < total
                ? "others" : nil
        case .saidBy, .statement: nil
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
