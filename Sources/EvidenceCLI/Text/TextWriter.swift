import Evidence

/// A search's answer for people, hit by hit: the layout of `SearchText` without facets beside the hits.
struct TextWriter: HitWriter {
    let terminal: Terminal
    /// The one group whose words were asked for, if it is one.
    let asked: SourceGroup?
    let hasCitations: Bool

    private var width: Int { min(terminal.width, SearchText.longest) }

    func write(_ answer: SearchResponse, pages: HitPages, to sink: TextSink) throws {
        try sink.write(terminal.render(SearchHead(response: answer, width: terminal.width).lines))
        try pages { page in try sink.write(terminal.render(page.flatMap(lines))) }
        let facets = answer.facetLines(width: width)
        if !facets.isEmpty { try sink.write(terminal.render([Line()] + facets)) }
    }

    private func lines(of found: FoundHit) -> [Line] {
        let margin = max(4, (found.hit.rank?.grouped.count ?? 0) + 2)
        return [Line()]
            + HitText(hit: found.hit, asked: asked).lines(
                found, hasCitation: hasCitations, width: width, margin: margin)
    }
}
