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

    /// The table in as many parts as the screen needs, each with the labels of its rows.
    private var table: [Line] {
        let rows = rows.table(index: index).rows.enumerated().map { place, row in
            [Cell.text(label(place, row))] + row.dropFirst(2)
        }
        let widths = headings.indices.map { place in
            rows.reduce(displayWidth(headings[place])) { max($0, displayWidth(Table.shown($1[place + 1]))) }
        }
        let labels = rows.map { displayWidth($0[0].plain) }.max() ?? 0
        let isTooWide = widths.reduce(labels) { $0 + $1 + 2 } > width
        let margin = isTooWide ? min(labels, max(width / 3, 12)) : labels
        return .blocks(
            parts(of: widths, room: width - margin).map { part in
                let table = Table(
                    name: "", columns: [],
                    rows: rows.map { row in
                        [.text(row[0].plain.cut(to: margin))] + part.map { row[$0 + 1] }
                    })
                return table.lines(headings: [""] + part.map { headings[$0] }, width: width)
            })
    }

    /// The columns that fit beside each other, in order.
    private func parts(of widths: [Int], room: Int) -> [[Int]] {
        var parts: [[Int]] = [[]]
        var left = room
        for (place, width) in widths.enumerated() {
            if left < width + 2, !parts[parts.count - 1].isEmpty {
                parts.append([])
                left = room
            }
            parts[parts.count - 1].append(place)
            left -= width + 2
        }
        return parts
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

    /// Rows with a bar for each column, all to one scale, in as many parts as the screen needs.
    private var chart: [Line] {
        let digits = (rows.cells.joined().max() ?? 0).grouped.count
        let margin = min(cross.rows.counts.map { displayWidth(short($0)) }.max() ?? 0, width / 3)
        let columns = Array(cross.columns.counts.indices)
        let most = max(1, (width - margin) / (digits + Self.shortestBar + 3))
        let parts = stride(from: 0, to: columns.count, by: most).map {
            columns[$0..<min($0 + most, columns.count)]
        }
        return .blocks(parts.map { chart(of: $0, margin: margin, digits: digits) })
    }

    private static let shortestBar = 8
    private static let longestBar = 16

    private func chart(of columns: ArraySlice<Int>, margin: Int, digits: Int) -> [Line] {
        let most = rows.cells.joined().max() ?? 0
        let room = min((width - margin) / columns.count - 2, digits + 1 + Self.longestBar)
        let names = columns.map { place in
            Line(headings[place], .strong).truncated(to: room).padded(to: place == columns.last ? 0 : room)
        }
        let head = Line(String(repeating: " ", count: margin + 2)) + .joined(names, by: "  ")
        let lines = zip(cross.rows.counts, rows.cells).map { count, counts in
            let cells = columns.map { place in
                let number = Line(counts[place].grouped.leftPadded(to: digits))
                guard counts[place] > 0 else { return number.padded(to: place == columns.last ? 0 : room) }
                let bar = Line(FacetText.bar(counts[place], of: most, width: room - digits - 1), .bar)
                return (number + " " + bar).padded(to: place == columns.last ? 0 : room)
            }
            return Line(short(count)).truncated(to: margin).padded(to: margin) + "  "
                + .joined(cells, by: "  ")
        }
        return [head] + lines
    }

    private var notes: [Line] {
        guard [cross.rows.field, cross.columns.field].contains(.saidBy), !isChart else { return [] }
        let note = "A paragraph counts once under each of its sources; a total counts each paragraph once."
        return [Line()] + Line(note, .dim).wrapped(to: width)
    }
}

extension String {
    /// The text cut to a width, with `…` where something is missing.
    fileprivate func cut(to width: Int) -> String {
        displayWidth(self) <= width ? self : prefix(columns: width - 1) + "…"
    }
}
