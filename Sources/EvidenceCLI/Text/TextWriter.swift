import Evidence

/// A search's answer for people, hit by hit: the layout of `SearchText` without facets beside the hits.
struct TextWriter: HitWriter {
    let terminal: Terminal
    let asked: SourceGroup?
    let hasCitations: Bool

    func begin(_ answer: SearchResponse) -> String {
        terminal.render(text(answer, found: []).head)
    }

    func hit(_ found: FoundHit, isFirst: Bool) -> String {
        let text = HitText(hit: found.hit, asked: asked)
        let margin = max(4, (found.hit.rank?.grouped.count ?? 0) + 2)
        return terminal.render(
            [Line()]
                + text.lines(
                    found, hasCitation: hasCitations, width: min(terminal.width, SearchText.longest),
                    margin: margin))
    }

    func end(_ answer: SearchResponse, count: Int) -> String {
        let facets = text(answer, found: []).facets(width: min(terminal.width, SearchText.longest))
        return facets.isEmpty ? "" : terminal.render([Line()] + facets)
    }

    private func text(_ answer: SearchResponse, found: [FoundHit]) -> SearchText {
        var whole = answer
        whole.hits = []
        return SearchText(
            response: whole, found: found, width: terminal.width, offset: 0, asked: asked,
            hasCitations: hasCitations, isWhole: true)
    }
}
