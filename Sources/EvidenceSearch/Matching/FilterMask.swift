internal import Evidence

/// The documents that pass the filters of a search.
struct FilterMask {
    private let columns: Columns
    /// The documents of the pages that pass, ascending, because most filters are of pages; `nil` if every page does.
    let runs: [Range<Int>]?
    /// For each section true if it passes; `nil` if every one does.
    private let sections: [Bool]?
    /// The days that pass; `nil` if every one does.
    private let days: Set<UInt32>?
    private let included: UInt16
    private let excluded: UInt16
    /// True if every document of these pages passes.
    private let isOpen: Bool

    init(_ filters: Filters, editions: Editions, generation: Generation) {
        columns = generation.columns
        runs = generation.pages.passing(filters, editions: editions).map { passing in
            generation.columns.runs.lazy.filter { passing[Int($0.page)] }.map(\.documents)
        }
        let choice = filters[.section]
        sections =
            choice.isEmpty ? nil : generation.sections.map { choice.passes($0.slug) }
        included = SourceGroups(filters.saidBy).rawValue
        excluded = SourceGroups(filters.notSaidBy).rawValue
        let indexed = filters[.indexed]
        days =
            indexed.isEmpty
            ? nil : Set(generation.totals.days.filter { indexed.passes(DayNumber.text($0)) })
        isOpen = sections == nil && days == nil && included == 0 && excluded == 0
    }

    /// Returns true if a document of a page that passes does so too.
    @inline(__always)
    func passes(_ document: Int) -> Bool {
        guard !isOpen else { return true }
        let groups = columns.saidBy[document]
        guard included == 0 || groups & included != 0, groups & excluded == 0 else { return false }
        if let sections, !sections[Int(columns.section[document])] { return false }
        if let days, !days.contains(columns.day[document]) { return false }
        return true
    }
}
