import Evidence

/// A cross table for people.
struct CrossText {
    let rows: CrossRows
    let index: IndexDescription
    let width: Int
    /// Whether a bar stands beside each count.
    let isChart: Bool

    var lines: [Line] { heading + (isChart ? chart : table) + notes }

    private var cross: CrossTable { rows.cross }

    private var heading: [Line] {
        let title = "\(cross.rows.field.heading) by \(cross.columns.field.heading.lowercased())"
        return Line(title + (rows.isOwnWords ? ", in their words" : ""), .strong).wrapped(to: width)
            + [Line()]
    }

    private var table: [Line] {
        let whole = rows.table(index: index)
        let shown = Table(
            name: "", columns: [],
            rows: whole.rows.enumerated().map { place, row in [.text(label(place, row))] + row.dropFirst(2) })
        return shown.lines(headings: [""] + headings, width: width)
    }

    private func label(_ place: Int, _ row: [Cell]) -> String {
        place < cross.rows.counts.count ? short(cross.rows.counts[place]) : row[1].plain
    }

    /// A score by its number alone: its wording would take the room of the counts.
    private func short(_ count: FacetCount) -> String {
        if case .number(let number) = count.value { "score \(number)" } else { count.label }
    }

    /// A score's number is heading enough; of names the table has room for as much as the screen gives.
    private var headings: [String] {
        let names = cross.columns.counts.map { count in
            if case .number = count.value { return short(count) }
            return cross.columns.counts.count > 4 ? count.value.text : count.label
        }
        let rest = rows.table(index: index).columns.dropFirst(2 + names.count)
        return names + rest
    }

    /// Rows with a bar for each column, all to one scale.
    private var chart: [Line] {
        let most = rows.cells.joined().max() ?? 0
        let digits = most.grouped.count
        let labels = cross.rows.counts.map { Line(short($0)) }
        let margin = min(labels.map(\.width).max() ?? 0, width / 3)
        let columns = max(cross.columns.counts.count, 1)
        let room = max((width - margin) / columns - 2, digits + 3)
        let bar = min(room - digits - 1, 16)
        let names = headings.prefix(columns).map { Line($0, .strong).truncated(to: room).padded(to: room) }
        let head = Line(String(repeating: " ", count: margin + 2)) + .joined(Array(names), by: "  ")
        return [head]
            + zip(labels, rows.cells).map { label, counts in
                let cells = counts.map { count in
                    let number = Line(
                        String(repeating: " ", count: digits - count.grouped.count) + count.grouped)
                    let drawn = count == 0 ? "" : FacetText.bar(count, of: most, width: bar)
                    return (number + " " + Line(drawn, .bar)).padded(to: room)
                }
                return label.truncated(to: margin).padded(to: margin) + "  " + .joined(cells, by: "  ")
            }
    }

    private var notes: [Line] {
        guard [cross.rows.field, cross.columns.field].contains(.saidBy), !isChart else { return [] }
        let note = "A paragraph counts once under each of its sources; a total counts each paragraph once."
        return [Line()] + Line(note, .dim).wrapped(to: width)
    }
}
