import Evidence

/// A paragraph's lines that a search and `show` share: where it stands, its score, who said it.
struct HitText {
    let hit: Hit
    /// The one group whose words were asked for, where it is one.
    var asked: SourceGroup?

    /// The council and the quality statement.
    var title: Line {
        Line(hit.authorityName, .strong) + Line(" · ") + Line(hit.statementName, .strong)
    }

    /// The score with the CQC's wording, the section where it tells something, and when it was published.
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

    /// Who said it, and whose words the words of the query are.
    var saidBy: Line {
        var groups = hit.saidBy.map(\.label)
        let isAsked = hit.inTheirWords == true
        let place = asked.flatMap { hit.saidBy.firstIndex(of: $0) }
        if isAsked, let place { groups[place] += " (in their words)" }
        // With several groups asked for, the answer doesn't say which of them it is.
        let own = isAsked && place == nil ? ", in their words" : ""
        return Line("said by ") + Line(groups.joined(separator: ", ") + own, .source)
    }

    /// A hit of a search: its rank, what it is, the snippet with the matched words marked, and the id for `show`;
    /// its whole text between its neighbours where these were asked for.
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
