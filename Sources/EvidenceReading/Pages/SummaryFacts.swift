internal import Evidence

/// The rating, the percentage and the nine scores that a summary page states, each in the first line that has it.
struct SummaryFacts {
    /// With the line that states it.
    private(set) var rating: (Rating, line: Int)?
    private(set) var percentage: (Int, line: Int)?
    /// By the slugs of the statements.
    private(set) var scores: [String: Int] = [:]

    /// The facts of a page; none if it is no summary.
    init(_ outline: PageOutline) {
        guard outline.isSummary else { return }
        /// The statement that the line before has named.
        var named: String?
        for line in outline.lines {
            let statement = named
            named = nil
            switch line.kind {
            case .statement(let slug), .listed(let slug): named = slug
            case .score(let score):
                if score.isLabel { named = statement }
                take(nil, score.percentage, line)
                take(score.score, of: statement)
            case .rating(let rating):
                take(rating.rating, rating.percentage, line)
                take(rating.score, of: rating.statement)
            case .text:
                guard let stated = StatedRating(in: line.text) else { continue }
                take(stated.rating, stated.percentage, line)
            default: break
            }
        }
    }

    private mutating func take(_ rating: Rating?, _ percentage: Int?, _ line: PageLine) {
        if self.rating == nil, let rating { self.rating = (rating, line.number) }
        if self.percentage == nil, let percentage { self.percentage = (percentage, line.number) }
    }

    private mutating func take(_ score: Int?, of statement: String?) {
        guard let score, let statement, scores[statement] == nil else { return }
        scores[statement] = score
    }
}
