internal import Evidence

/// The rating, the percentage and the nine scores that a summary page states, each in the first line that has it.
struct SummaryFacts: Equatable {
    private(set) var rating: Rating?
    private(set) var percentage: Int?
    /// By the slugs of the statements.
    private(set) var scores: [String: Int] = [:]

    /// The facts of a page; none if it is no summary.
    init(_ outline: PageOutline) {
        guard outline.isSummary else { return }
        /// The statement that the line before has named.
        var named: String?
        for line in outline.lines {
            switch line.kind {
            case .statement(let slug), .listed(let slug): named = slug
            case .score(let score):
                take(score, of: named)
                if !score.isLabel { named = nil }
            case .rating(let line):
                take(line)
                named = nil
            case .text:
                percentage = percentage ?? StatedRating(in: line.text)?.percentage
                rating = rating ?? StatedRating(in: line.text)?.rating
                named = nil
            default: named = nil
            }
        }
    }

    private mutating func take(_ score: ScoreLine, of statement: String?) {
        percentage = percentage ?? score.percentage
        guard let statement, let number = score.score, scores[statement] == nil else { return }
        scores[statement] = number
    }

    private mutating func take(_ line: RatingLine) {
        rating = rating ?? line.rating
        percentage = percentage ?? line.percentage
        guard let statement = line.statement, scores[statement] == nil else { return }
        scores[statement] = line.score
    }
}
