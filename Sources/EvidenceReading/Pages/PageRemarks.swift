internal import Evidence

/// The remarks on a page.
struct PageRemarks {
    private var remarks: [PageRemark] = []

    /// In the order of the page.
    var inOrder: [PageRemark] { remarks.sorted { $0.line < $1.line } }

    init(_ outline: PageOutline, _ summary: SummaryFacts, _ walk: EvidenceWalk, _ doubts: [PageRemark]) {
        let lines = outline.lines
        let paragraphs = walk.paragraphs
        remarks = doubts + walk.figures.map { PageRemark(line: $0.number, .figure($0.text)) }
        for index in outline.dates.unread { add(lines[index], .date(lines[index].text)) }
        for index in lines.indices { check(index, of: outline) }
        if !outline.isSummary { compareScores(outline, before: paragraphs.first?.line ?? 0) }
        compareRating(summary, lines)
        for paragraph in paragraphs where paragraph.text.utf8.count > Paragraph.longest {
            remarks.append(PageRemark(line: paragraph.line, .split))
        }
    }

    /// The line above a score, if it is short enough for the name of a statement.
    static func unknownStatement(in lines: [PageLine]) -> PageRemark? {
        zip(lines, lines.dropFirst()).first { $1.score?.score != nil && isName($0) }
            .map { line, _ in PageRemark(line: line.number, .statement(line.text)) }
    }

    private static func isName(_ line: PageLine) -> Bool {
        line.kind == .text && line.text.utf8.count <= 80 && line.text.last != "."
    }

    private mutating func add(_ line: PageLine, _ matter: PageRemark.Matter) {
        remarks.append(PageRemark(line: line.number, matter))
    }

    private mutating func check(_ index: Int, of outline: PageOutline) {
        let line = outline.lines[index]
        switch line.kind {
        case .score(let score): check(score, at: index, of: outline)
        case .rating(let rating) where outline.isSummary && !rating.isRead: add(line, .score(line.text))
        case .rating where !outline.isSummary && line.isFigure:
            add(line, .figure(line.text))
        default: break
        }
    }

    private mutating func check(_ score: ScoreLine, at index: Int, of outline: PageOutline) {
        let line = outline.lines[index]
        let next = outline.lines.dropFirst(index + 1).first
        if score.isLabel {
            guard next?.score?.score == nil, next?.score?.percentage == nil, next?.isPercentage != true else {
                return
            }
            return add(line, .score([line.text, next?.text ?? ""].joined(separator: " ")))
        }
        guard outline.isSummary else {
            if score.score == nil { add(line, .score(line.text)) }
            return
        }
        guard score.percentage == nil else { return }
        guard score.score != nil else { return add(line, .score(line.text)) }
        guard let previous = outline.lines[..<index].last, !previous.namesStatement else { return }
        if Self.isName(previous) {
            add(previous, .statement(previous.text))
        } else if previous.score == nil {
            add(line, .score(line.text))
        }
    }

    /// Remarks on scores above the evidence that differ from the first.
    private mutating func compareScores(_ outline: PageOutline, before evidence: Int) {
        guard let score = outline.score(before: evidence).score else { return }
        for line in outline.lines[(outline.statementIndex ?? 0)...] where line.number < evidence {
            guard let other = line.score?.score, other != score else { continue }
            add(line, .contradiction(score, line.text))
        }
    }

    private mutating func compareRating(_ summary: SummaryFacts, _ lines: [PageLine]) {
        guard let percentage = Rating.percentage(ofScores: Array(summary.scores.values)),
            let computed = Rating(percentage: percentage)
        else { return }
        if let (stated, line) = summary.rating, stated != computed {
            let matter = PageRemark.Matter.rating(stated: stated, computed: computed, percentage: percentage)
            remarks.append(PageRemark(line: line, matter))
        }
        if let (stated, line) = summary.percentage, stated != percentage {
            remarks.append(PageRemark(line: line, .percentage(stated: stated, computed: percentage)))
        }
    }
}

extension PageLine {
    fileprivate var namesStatement: Bool {
        switch kind {
        case .statement, .listed: true
        // `Score:` over its number.
        case .score(let score): score.isLabel
        default: false
        }
    }

    fileprivate var isPercentage: Bool {
        if case .rating(let rating) = kind { rating.percentage != nil } else { false }
    }
}
