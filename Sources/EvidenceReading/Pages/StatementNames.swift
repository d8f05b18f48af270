internal import Evidence

/// The lines of a page that name a quality statement: one is the page's own, others are menus and lists.
struct StatementNames {
    private let lines: [PageLine]
    private let start: Int
    private let indices: [Int]
    /// The names above a score.
    private let scored: [Int]
    /// True if a heading is there that only the page of a statement has.
    private let isOfStatement: Bool

    /// The names among the lines; `start` is the index of the title.
    init(in lines: [PageLine], from start: Int) {
        self.lines = lines
        self.start = start
        indices = lines.indices.filter { lines[$0].statement != nil }
        scored = indices.filter { Self.isScored($0, in: lines) }
        isOfStatement = lines.contains { $0.heading?.isOfStatement == true }
    }

    /// True if the page is a summary: it lists the scores of several statements, or has a summary's headings.
    ///
    /// "Summary of…" alone can be a heading among the findings of a statement whose score stands above it.
    var areOfSummary: Bool {
        guard !isOfStatement else { return false }
        let hasRatings = lines.contains { if case .ratings = $0.heading { true } else { false } }
        let hasSummary = lines.contains { $0.heading == .summary }
        return hasRatings || scoredStatements.count > 2 || hasSummary && scored.isEmpty
    }

    /// The statements with a score, in lists too.
    private var scoredStatements: Set<String> {
        var slugs = Set(scored.compactMap { lines[$0].statement })
        for (line, next) in zip(lines, lines.dropFirst()) {
            if case .listed(let slug) = line.kind, next.score?.score != nil { slugs.insert(slug) }
            if case .rating(let rating) = line.kind, let slug = rating.statement { slugs.insert(slug) }
        }
        return slugs
    }

    /// The index of the page's own statement: above its score, else above one of its headings, else the last
    /// before the text begins, because a menu comes earlier.
    var index: Int? {
        let text = lines[start...].firstIndex(where: \.isLongText) ?? lines.endIndex
        let own = indices.filter { !isOfStatement || lines[$0].statement != StatementCatalogue.summary }
        return scored.first ?? own.last { $0 < text && isOverHeading($0) } ?? own.last { $0 < text }
    }

    /// The index at which a second page begins, if the file holds more than one: another statement with its score or
    /// headings, after findings.
    var secondPage: Int? {
        guard isOfStatement, let first = index, let end = endOfFindings(after: first) else { return nil }
        let others = indices.filter { $0 > end && lines[$0].statement != lines[first].statement }
        return others.first { Self.isScored($0, in: lines) || isOverHeading($0) }
    }

    private func isOverHeading(_ index: Int) -> Bool {
        Self.next(in: lines, after: index)?.heading?.isOfStatement == true
    }

    private static func isScored(_ index: Int, in lines: [PageLine]) -> Bool {
        next(in: lines, after: index)?.score != nil
    }

    /// The next line that isn't a link such as `Downloads`.
    private static func next(in lines: [PageLine], after index: Int) -> PageLine? {
        lines[(index + 1)...].first {
            if case .listed = $0.kind { false } else { $0.kind != .furniture }
        }
    }

    /// The first paragraph of the findings, after which a page names no other statement above a score.
    private func endOfFindings(after index: Int) -> Int? {
        let findings = lines[index...].firstIndex { $0.heading == .findings }
        return findings.flatMap { lines[$0...].firstIndex(where: \.isLongText) }
    }
}
