internal import Evidence

/// The documents that pass the filters of a search.
struct FilterMask {
    private let columns: Columns
    /// The documents of the pages that pass, ascending, because all but two filters are of pages; `nil` if every page does.
    let runs: [Range<Int>]?
    /// For each section true if it passes; `nil` if every one does.
    private let sections: [Bool]?
    private let included: UInt16
    private let excluded: UInt16
    /// True if every document of these pages passes.
    private let isOpen: Bool

    init(_ filters: Filters, generation: Generation) {
        columns = generation.columns
        runs = generation.pages.passing(filters).map { passing in
            generation.columns.runs.lazy.filter { passing[Int($0.page)] }.map(\.documents)
        }
        let choice = filters[.section]
        sections =
            choice.isEmpty ? nil : generation.sections.map { choice.passes($0.slug) }
        included = SourceGroups(filters.saidBy).rawValue
        excluded = SourceGroups(filters.notSaidBy).rawValue
        isOpen = sections == nil && included == 0 && excluded == 0
    }

    /// Returns true if a document of a page that passes does so too.
    @inline(__always)
    func passes(_ document: Int) -> Bool {
        guard !isOpen else { return true }
        let groups = columns.saidBy[document]
        guard included == 0 || groups & included != 0, groups & excluded == 0 else { return false }
        if let sections, !sections[Int(columns.section[document])] { return false }
        return true
    }
}
