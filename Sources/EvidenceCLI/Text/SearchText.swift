import Evidence

/// The answer to a search as text.
struct SearchText {
    let response: SearchResponse
    /// The hits with what was asked for besides.
    let found: [FoundHit]
    let width: Int
    /// How many hits were skipped before the first.
    let offset: Int
    /// The one group whose words were asked for, if it is one.
    let asked: SourceGroup?
    let hasCitations: Bool

    /// From this width on the facets stand beside the hits.
    private static let wide = 120
    /// Longer lines are hard to read.
    static let longest = 110

    var lines: [Line] {
        let head = SearchHead(response: response, width: width, shown: shown).lines
        let body = width >= Self.wide && !response.hits.isEmpty ? beside : below
        return .blocks([head, body, next])
    }

    private var shown: String {
        let shown = response.hits.count
        guard shown < response.total.n else { return "" }
        guard shown > 0 else { return offset > 0 ? " (none beyond \(offset.grouped))" : "" }
        guard offset == 0 else { return " (\((offset + 1).grouped) to \((offset + shown).grouped) shown)" }
        return shown == 1 ? " (the first shown)" : " (the first \(shown.grouped) shown)"
    }

    private var below: [Line] {
        let width = min(width, Self.longest)
        return .blocks([hits(width: width), response.facetLines(width: width)])
    }

    private var beside: [Line] {
        let facetWidth = min(width * 9 / 20, 66)
        let hitWidth = min(width - facetWidth - 3, Self.longest)
        guard !response.facets.isEmpty else { return hits(width: min(width, Self.longest)) }
        return hits(width: hitWidth).beside(response.facetLines(width: facetWidth), at: hitWidth + 3)
    }

    private func hits(width: Int) -> [Line] {
        let margin = max(4, (response.hits.last?.rank?.grouped.count ?? 0) + 2)
        return .blocks(
            found.map {
                HitText(hit: $0.hit, asked: asked).lines(
                    $0, hasCitation: hasCitations, width: width, margin: margin)
            })
    }

    /// Suggestions if little was found, and what to ask next, ready to type.
    private var next: [Line] {
        var lines = response.suggestions.flatMap { Line($0.message).wrapped(to: width - 2) }
        let end = offset + response.hits.count
        if let first = response.hits.first { lines.append(Line("evidence show \(first.id) -C 1", .dim)) }
        if let first = response.hits.first, !hasCitations {
            lines.append(Line("evidence cite \(first.id)", .dim))
        }
        if !response.hits.isEmpty, end < response.total.n {
            lines.append(Line("--offset \(end)", .dim) + Line("  for the next ones", .dim))
        }
        return lines.isEmpty ? [] : [Line("Next", .strong)] + lines.indented(by: 2)
    }
}
