internal import Evidence
internal import Xapian

/// What is known of every paragraph of a generation, in memory, by document number.
///
/// Documents are numbered from 1 with gaps where pages went; a gap's page is `none`. Counting facets over these
/// costs three increments a match, against a B-tree look-up for each value in `Xapian::ValueCountMatchSpy`.
struct Columns: Sendable {
    /// The page's place in `Pages`, or `none`.
    private(set) var page: [UInt32]
    /// The paragraph's number on its page.
    private(set) var paragraph: [UInt32]
    /// The line of the page's file.
    private(set) var line: [UInt32]
    /// The section's place in the manifest.
    private(set) var section: [UInt16]
    /// The groups of `SourceGroups`.
    private(set) var saidBy: [UInt16]

    static let none = UInt32.max

    /// Reads the columns of a database whose pages have these places by their numbers.
    init(_ database: Database, places: [UInt32: UInt32]) throws {
        let column = try database.column(slot: Schema.columnSlot, width: ColumnValue.width)
        let count = Int(column.documents.last ?? 0) + 1
        page = Array(repeating: Self.none, count: count)
        paragraph = Array(repeating: 0, count: count)
        line = Array(repeating: 0, count: count)
        section = Array(repeating: 0, count: count)
        saidBy = Array(repeating: 0, count: count)
        for (document, value) in zip(column.documents, ColumnValue.values(of: column.values)) {
            let document = Int(document)
            page[document] = places[value.page] ?? Self.none
            paragraph[document] = value.paragraph
            line[document] = value.line
            section[document] = value.section
            saidBy[document] = value.saidBy.rawValue
        }
    }

    /// One more than the highest document number.
    var count: Int { page.count }

    /// What the columns say of a document.
    func value(of document: UInt32, page number: Int) -> ColumnValue {
        let document = Int(document)
        return ColumnValue(
            page: UInt32(number), paragraph: paragraph[document], line: line[document],
            section: section[document], saidBy: SourceGroups(rawValue: saidBy[document]))
    }
}
