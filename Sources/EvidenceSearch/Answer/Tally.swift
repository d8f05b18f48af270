internal import Evidence

/// Counts paragraphs by page, section and set of groups; the counts of every facet follow from these few numbers.
struct Tally {
    /// The counts of every facet, in the order of its vocabulary.
    struct Counts {
        var saidBy: [Int]
        /// By group, the paragraphs in the group's own words.
        var spoken: [Int]
        var score: [Int]
        var statement: [Int]
        var theme: [Int]
        var authority: [Int]
        var section: [Int]
    }

    private var page: [UInt32]
    private var section: [UInt32]
    /// By the bits of `SourceGroups`, that is by set of groups.
    private var groups = [UInt32](repeating: 0, count: 1 << SourceGroup.allCases.count)
    /// By set of groups, the paragraphs in the words of each of them.
    private var spoken = [UInt32](repeating: 0, count: 1 << SourceGroup.allCases.count)

    init(pages: Int, sections: Int) {
        page = Array(repeating: 0, count: pages)
        section = Array(repeating: 0, count: sections)
    }

    /// Counts a paragraph; `own` are the groups in whose sentences the words stand.
    @inline(__always)
    mutating func count(_ document: Int, in columns: Columns, spoken own: UInt16) {
        page[Int(columns.page[document])] += 1
        section[Int(columns.section[document])] += 1
        let saidBy = columns.saidBy[document]
        groups[Int(saidBy)] += 1
        spoken[Int(saidBy & own)] += 1
    }

    /// The counts of every facet.
    func counts(pages: Pages, catalogue: StatementCatalogue) -> Counts {
        var counts = Counts(
            saidBy: Self.byGroup(groups), spoken: Self.byGroup(spoken),
            score: catalogue.scores.map { _ in 0 },
            statement: catalogue.statements.map { _ in 0 }, theme: catalogue.themes.map { _ in 0 },
            authority: pages.authorities.map { _ in 0 }, section: section.map { Int($0) })
        var kinds = pages.kinds.map { _ in 0 }
        for (page, count) in zip(pages.counted, page) where count > 0 {
            counts.authority[Int(page.authority)] += Int(count)
            kinds[Int(page.kind)] += Int(count)
        }
        for (kind, count) in zip(pages.kinds, kinds) {
            counts.statement[kind.statement] += count
            if let score = kind.score { counts.score[score] += count }
        }
        for (theme, count) in zip(pages.themes, counts.statement) {
            if let theme { counts.theme[theme] += count }
        }
        return counts
    }

    private static func byGroup(_ sets: [UInt32]) -> [Int] {
        var counts = SourceGroup.allCases.map { _ in 0 }
        for (set, count) in sets.enumerated() where count > 0 {
            UInt(set).forEachBit { counts[$0] += Int(count) }
        }
        return counts
    }
}
