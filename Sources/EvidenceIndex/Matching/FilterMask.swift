internal import Evidence

/// Which documents pass the filters of a search: all but two of them are decided page by page.
struct FilterMask {
    private let columns: Columns
    /// For each page's place whether it passes; `nil` where every one does.
    private let pages: [Bool]?
    /// For each section whether it passes; `nil` where every one does.
    private let sections: [Bool]?
    private let included: UInt16
    private let excluded: UInt16
    /// Whether every document passes.
    private let isOpen: Bool

    init(_ filters: Filters, generation: Generation) {
        columns = generation.columns
        pages = generation.pages.passing(filters, in: generation.manifest.catalogue)
        let choice = filters.section
        sections =
            choice.isEmpty
            ? nil : generation.manifest.sections.map { section in choice.passes { $0 == section.slug } }
        included = SourceGroups(filters.saidBy.included).rawValue
        excluded = SourceGroups(filters.saidBy.excluded).rawValue
        isOpen = pages == nil && sections == nil && included == 0 && excluded == 0
    }

    /// Whether a document passes.
    @inline(__always)
    func passes(_ document: Int) -> Bool {
        guard !isOpen else { return true }
        let groups = columns.saidBy[document]
        guard included == 0 || groups & included != 0, groups & excluded == 0 else { return false }
        if let pages, !pages[Int(columns.page[document])] { return false }
        if let sections, !sections[Int(columns.section[document])] { return false }
        return true
    }
}
