internal import Evidence

/// Counts paragraphs by page, section and set of groups; the counts of every facet follow from these few numbers.
struct Tally {
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

    /// How many of the paragraphs have each value of a facet, in the facet's order.
    func counts(of field: FacetField, in pages: Pages) -> [Int] {
        switch field {
        case .saidBy: Self.byGroup(groups)
        case .section: section.map { Int($0) }
        default: pages.properties[field.filter]?.counts(of: page) ?? []
        }
    }

    /// By group, how many of the paragraphs are in the group's own words.
    var inTheirWords: [Int] { Self.byGroup(spoken) }

    private static func byGroup(_ sets: [UInt32]) -> [Int] {
        var counts = SourceGroup.allCases.map { _ in 0 }
        for (set, count) in sets.enumerated() where count > 0 {
            UInt(set).forEachBit { counts[$0] += Int(count) }
        }
        return counts
    }
}
