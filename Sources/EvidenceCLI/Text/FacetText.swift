import Evidence

extension SearchResponse {
    /// The facets as lines, one below the other; none if nothing was found.
    func facetLines(width: Int) -> [Line] {
        guard total.n > 0 else { return [] }
        return .blocks(facets.map { FacetText(facet: $0, width: width, showsAllWords: isMixed).lines })
    }

    /// Returns true if some of the paragraphs hold all the words and others do not.
    var isMixed: Bool { total.allWords > 0 && total.allWords < total.n }
}

/// One facet as lines: a heading, a row with a bar for each value that has paragraphs, the others in one.
struct FacetText {
    let facet: Facet
    let width: Int
    /// If true, each row also says how many paragraphs hold all the words.
    let showsAllWords: Bool

    var lines: [Line] {
        guard !facet.counts.isEmpty else { return [] }
        let found = facet.counts.filter { $0.n > 0 }
        return [heading] + rows(found) + none(facet.counts.filter { $0.n == 0 })
    }

    /// The name of the facet, and the flag that filters by it.
    private var heading: Line {
        Line(facet.field.heading, .strong) + Line("  --\(facet.field.flag)", .dim)
            + Line(showsAllWords ? "  (with all the words)" : "", .dim)
    }

    private func rows(_ counts: [FacetCount]) -> [Line] {
        let labels = counts.map { facet.field.label($0) }
        let numbers = numbers(counts)
        let most = counts.map(\.n).max() ?? 0
        let room = width - 4 - (numbers.map(\.width).max() ?? 0)
        let longest = labels.map(displayWidth).max() ?? 0
        let bar = min(max(room - longest, 4), 16)
        let margin = max(room - bar, 4)
        return counts.indices.map { row in
            Line("  ") + Line(labels[row]).truncated(to: margin).padded(to: min(longest, margin)) + " "
                + Line(Self.bar(counts[row].n, of: most, width: bar), .bar).padded(to: bar) + " "
                + numbers[row]
        }
    }

    /// `12 of 140, 7 in their words`, the first number to the right.
    private func numbers(_ counts: [FacetCount]) -> [Line] {
        let widest = counts.map { $0.n.grouped.count }.max() ?? 0
        let widestAll = counts.compactMap { $0.allWords?.grouped.count }.max() ?? 0
        return counts.map { count in
            var line = Line(count.n.grouped.leftPadded(to: widest))
            if showsAllWords, let all = count.allWords {
                line += Line(" (\(all.grouped))".leftPadded(to: widestAll + 3))
            }
            line += Line(" of \(count.of.grouped)")
            if let own = count.inTheirWords { line += Line(", \(own.grouped) in their words", .dim) }
            return line
        }
    }

    private func none(_ counts: [FacetCount]) -> [Line] {
        guard !counts.isEmpty else { return [] }
        let labels = counts.map { facet.field.label($0) }.joined(separator: " · ")
        return Line(labels, .dim).wrapped(to: width - 8).indented(by: 8, first: Line("  none: ", .dim))
    }

    /// A bar in eighths of a column; the smallest count still shows.
    static func bar(_ n: Int, of most: Int, width: Int) -> String {
        let eighths = max(1, n * width * 8 / max(most, 1))
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    }
}

extension FacetField {
    var flag: String { hyphenated(rawValue) }

    /// The label of a value; a score's wording stands behind its number, which filters by it.
    func label(_ count: FacetCount) -> String {
        guard case .number(let score) = count.value, !count.label.hasPrefix("\(score)") else {
            return count.label
        }
        return "\(score) \(count.label)"
    }
}
