import Evidence

/// A cross table for people.
struct CrossText {
    let rows: CrossRows
    let width: Int
    /// If true, a bar stands beside each count.
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
        let labels = labels
        let cells = rows.rows.map { Array($0.dropFirst(2)) }
        let widths = headings.enumerated().map { column, heading in
            cells.reduce(displayWidth(heading)) { max($0, displayWidth($1[column].shown)) }
        }
        let longest = labels.map(displayWidth).max() ?? 0
        let isTooWide = widths.reduce(longest) { $0 + $1 + 2 } > width
        let margin = isTooWide ? min(longest, max(width / 3, 12)) : longest
        return .blocks(
            parts(of: widths, room: width - margin).map { part in
                TextTable(
                    headings: [""] + part.map { headings[$0] },
                    rows: zip(labels, cells).map { label, cells in
                        [.text(label.cut(to: margin))] + part.map { cells[$0] }
                    }
                ).lines(width: width)
            })
    }

    /// The columns that fit beside each other, in order.
    private func parts(of widths: [Int], room: Int) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var left = 0
        for (column, width) in widths.enumerated() {
            if left < width + 2 {
                parts.append(column..<column)
                left = room
            }
            parts[parts.count - 1] = parts[parts.count - 1].lowerBound..<column + 1
            left -= width + 2
        }
        return parts
    }

    /// The labels of the rows, those of the totals too.
    private var labels: [String] {
        let listed = cross.rows.counts.map(short)
        return listed + rows.rows.dropFirst(listed.count).map { $0[1].plain }
    }

    /// A score by its number alone, because its wording would take the room of the counts.
    private func short(_ count: FacetCount) -> String {
        if case .number(let number) = count.value { "score \(number)" } else { count.label }
    }

    /// The columns by their labels, or by their slugs if there are many; statements by their short names.
    private var headings: [String] {
        let columns = cross.columns.counts
        let names = columns.map { count in
            guard case .text(let slug) = count.value, columns.count > 4 else { return short(count) }
            return Self.statements[slug] ?? slug
        }
        return names + rows.columns.dropFirst(names.count)
    }

    private static let statements = [
        "assessing-needs": "Needs",
        "supporting-people-to-live-healthier-lives": "Healthy",
        "equity-in-experience-and-outcomes": "Equity",
        "care-provision-integration-and-continuity": "Care",
        "partnerships-and-communities": "Partners",
        "safe-systems-pathways-and-transitions": "Pathways",
        "safeguarding": "Safeguarding",
        "governance-management-and-sustainability": "Governance",
        "learning-improvement-and-innovation": "Learning",
        "overall-summary": "Summary",
    ]

    /// Rows with a bar for each column, all to one scale, in as many parts as the screen needs.
    private var chart: [Line] {
        let digits = (rows.cells.joined().max() ?? 0).grouped.count
        let margin = min(cross.rows.counts.map { displayWidth(short($0)) }.max() ?? 0, width / 3)
        let columns = cross.columns.counts.indices
        let most = max(1, (width - margin) / (digits + Self.shortestBar + 3))
        let parts = stride(from: 0, to: columns.count, by: most).map {
            columns[$0..<min($0 + most, columns.count)]
        }
        return .blocks(parts.map { chart(of: $0, margin: margin, digits: digits) })
    }

    private static let shortestBar = 8
    private static let longestBar = 16

    private func chart(of columns: Range<Int>, margin: Int, digits: Int) -> [Line] {
        let most = rows.cells.joined().max() ?? 0
        let room = min((width - margin) / columns.count - 2, digits + 1 + Self.longestBar)
        func line(_ label: Line, _ cells: [Line]) -> Line {
            let padded = cells.dropLast().map { $0.padded(to: room) } + cells.suffix(1)
            return label.padded(to: margin) + "  " + .joined(padded, by: "  ")
        }
        let head = line(Line(), columns.map { Line(headings[$0], .strong).truncated(to: room) })
        let lines = zip(cross.rows.counts, rows.cells).map { value, counts in
            line(
                Line(short(value)).truncated(to: margin),
                columns.map { column in
                    let number = Line(counts[column].grouped.leftPadded(to: digits))
                    guard counts[column] > 0 else { return number }
                    let bar = FacetText.bar(counts[column], of: most, width: room - digits - 1)
                    return number + " " + Line(bar, .bar)
                })
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
    /// The text cut to a width, with `…` if something is missing.
    fileprivate func cut(to width: Int) -> String {
        displayWidth(self) <= width ? self : prefix(columns: width - 1) + "…"
    }
}
