internal import Evidence
internal import EvidenceSearch

/// A page, ready to be made documents of.
struct IndexedPage: Sendable {
    let record: PageRecord
    /// The slug of the statement's theme.
    let theme: String?
    /// What is known of the authority beside its pages.
    let authority: Authority?
    let paragraphs: [IndexedParagraph]
}

/// A paragraph, ready to be made a document of.
struct IndexedParagraph: Equatable, Sendable {
    let stored: StoredParagraph
    let column: ColumnValue
    /// The heading that it stands under.
    let section: Section

    /// The paragraph's id, which no other paragraph of the index has.
    func id(on page: IndexedPage) -> String { "\(page.record.identity)/\(column.paragraph)" }
}
