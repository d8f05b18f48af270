import Evidence

/// A search's answer for people, hit by hit: the layout of `SearchText` without facets beside the hits.
struct TextWriter: HitWriter {
    let terminal: Terminal
    /// The one group whose words were asked for, if it is one.
    let asked: SourceGroup?
    let hasCitations: Bool

    private var width: Int { min(terminal.width, SearchText.longest) }

    func begin(_ answer: SearchResponse) -> String {
        terminal.render(SearchHead(response: answer, width: terminal.width).lines)
    }

    func hit(_ found: FoundHit, isFirst: Bool) -> String {
        let margin = max(4, (found.hit.rank?.grouped.count ?? 0) + 2)
        let lines = HitText(hit: found.hit, asked: asked).lines(
            found, hasCitation: hasCitations, width: width, margin: margin)
        return terminal.render([Line()] + lines)
    }

    func end(_ answer: SearchResponse, count: Int) -> String {
        let facets = answer.facetLines(width: width)
        return facets.isEmpty ? "" : terminal.render([Line()] + facets)
    }
}
