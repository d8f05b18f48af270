import Evidence

/// The lines of a paragraph that a search and `show` share: its council and statement, its score, who said it.
struct HitText {
    let hit: Hit
    /// The one group whose words were asked for, if it is one.
    var asked: SourceGroup?

    /// The council and the quality statement.
    var title: Line {
        Line(hit.authorityName, .strong) + Line(" · ") + Line(hit.statementName, .strong)
    }

    /// The score with the CQC's wording, the section if it is not the usual one, and the date of publication.
    var circumstances: Line {
        var parts: [Line] = []
        if let score = hit.score {
            parts.append(Line("\(hit.isIndicative ? "indicative " : "")score \(score)"))
            if let name = hit.scoreName { parts[0] += Line(": \(name)") }
        }
        if hit.section != "key-findings" { parts.append(Line("section “\(hit.sectionName)”")) }
        if let published = hit.published { parts.append(Line("published \(published)")) }
        return .joined(parts, by: " · ")
    }

    /// The sources, and which of them say the words of the query.
    var saidBy: Line {
        var groups = hit.saidBy.map(\.label)
        let isAsked = hit.inTheirWords == true
        let index = asked.flatMap { hit.saidBy.firstIndex(of: $0) }
        if isAsked, let index { groups[index] += " (in their words)" }
        // If several groups were asked for, the answer doesn't say which of them it is.
        let own = isAsked && index == nil ? ", in their words" : ""
        return Line("said by ") + Line(groups.joined(separator: ", ") + own, .source)
    }

    /// A hit of a search: its rank, its council and sources, the snippet with the matched words marked, and the id.
    ///
    /// If its neighbours were asked for, its whole text stands between them instead of the snippet.
    func lines(_ found: FoundHit, hasCitation: Bool, width: Int, margin: Int) -> [Line] {
        let room = width - margin
        let facts = Line.joined([saidBy, circumstances].filter { !$0.runs.isEmpty }, by: " · ")
        let about = title.wrapped(to: room) + facts.wrapped(to: room)
        let id = [Line(hit.id, .dim)]
        var blocks = [about + quotation.wrapped(to: room) + id]
        if let context = found.context {
            let text = Line(hit.text, marking: hit.highlights, as: .match).wrapped(to: room)
            blocks =
                [about] + context.before.map { Self.neighbour($0, width: room) } + [id + text]
                + context.after.map { Self.neighbour($0, width: room) }
        }
        if hasCitation { blocks.append(Line(found.citation.text).wrapped(to: room)) }
        return .blocks(blocks).indented(by: margin, first: hit.rank.map { Line($0.grouped) })
    }

    /// The best sentences with the matched words marked.
    private var quotation: Line {
        hit.snippet.map { Line($0.text, marking: $0.highlights, as: .match) }
            ?? Line(hit.text, marking: hit.highlights, as: .match)
    }

    /// A paragraph before or after another: its id, never broken so that it can be copied, its source, its text.
    static func neighbour(_ hit: Hit, _ style: Style = .dim, width: Int) -> [Line] {
        heading(of: hit, style, width: width) + Line(hit.text).wrapped(to: width)
    }

    /// A paragraph's id and who said it.
    static func heading(of hit: Hit, _ style: Style, width: Int) -> [Line] {
        let saidBy = HitText(hit: hit).saidBy
        let line = Line(hit.id, style) + Line(" · ", .dim) + saidBy
        return line.width <= width ? [line] : [Line(hit.id, style)] + saidBy.wrapped(to: width)
    }
}
