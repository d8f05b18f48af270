internal import Evidence

/// Counts the matches of a search by page, section and set of groups: from these few numbers every facet follows.
struct Tally {
    /// One value's count: how many matches, how many of them with all the words, how many in the group's words.
    struct Count: Equatable {
        var n = 0
        var allWords = 0
        var spoken = 0

        static func += (sum: inout Count, other: Count) {
            sum.n += other.n
            sum.allWords += other.allWords
            sum.spoken += other.spoken
        }
    }

    /// The counts of every facet, in the order of the vocabulary that each has.
    struct Counts {
        var saidBy: [Count]
        var score: [Count]
        var statement: [Count]
        var theme: [Count]
        var authority: [Count]
        var section: [Count]
    }

    private var page: [Count]
    private var section: [Count]
    /// By the bits of `SourceGroups`: there are 1,024 sets of ten groups.
    private var groups: [Count]
    /// How many matches are in the words of the groups of a set.
    private var spoken: [Int]

    init(pages: Int, sections: Int) {
        page = Array(repeating: Count(), count: pages)
        section = Array(repeating: Count(), count: sections)
        groups = Array(repeating: Count(), count: 1 << SourceGroup.allCases.count)
        spoken = Array(repeating: 0, count: groups.count)
    }

    /// Counts a match; `spoken` are the groups in whose sentences the words stand.
    mutating func count(_ document: Int, in columns: Columns, hasAllWords: Bool, spoken groups: UInt16) {
        let match = Count(n: 1, allWords: hasAllWords ? 1 : 0)
        page[Int(columns.page[document])] += match
        section[Int(columns.section[document])] += match
        let saidBy = Int(columns.saidBy[document])
        self.groups[saidBy] += match
        spoken[saidBy & Int(groups)] += 1
    }

    /// The counts of every facet.
    func counts(pages: Pages, catalogue: StatementCatalogue) -> Counts {
        var counts = Counts(
            saidBy: saidBy,
            score: catalogue.scores.map { _ in Count() },
            statement: catalogue.statements.map { _ in Count() },
            theme: catalogue.themes.map { _ in Count() },
            authority: pages.authorities.map { _ in Count() },
            section: section)
        for (place, count) in page.enumerated() where count.n > 0 {
            counts.authority[pages.authority[place]] += count
            counts.statement[pages.statement[place]] += count
            guard let score = pages.records[place].score else { continue }
            if let index = catalogue.scores.firstIndex(where: { $0.score == score }) {
                counts.score[index] += count
            }
        }
        for (place, count) in counts.statement.enumerated() {
            guard let theme = catalogue.statements[place].theme else { continue }
            if let index = catalogue.themes.firstIndex(where: { $0.name == theme }) {
                counts.theme[index] += count
            }
        }
        return counts
    }

    private var saidBy: [Count] {
        var counts = SourceGroup.allCases.map { _ in Count() }
        for set in groups.indices where groups[set].n > 0 || spoken[set] > 0 {
            for bit in counts.indices where set & 1 << bit != 0 {
                counts[bit] += groups[set]
                counts[bit].spoken += spoken[set]
            }
        }
        return counts
    }
}
