internal import Algorithms
internal import Evidence

/// The numbers of every paragraph of a generation, by document number.
///
/// Documents are numbered from 1 with gaps where pages went. Counting facets over these costs three increments a
/// match, against a B-tree look-up for each value in `Xapian::ValueCountMatchSpy`.
struct Columns: Sendable {
    /// The paragraphs of a page, whose documents are successive.
    struct Run {
        /// The page's index in `Pages`.
        let page: UInt32
        let documents: Range<Int>
    }

    /// The page's index in `Pages`.
    let page: [UInt32]
    /// The paragraphs of every page, ascending.
    let runs: [Run]
    /// The index of each paragraph's heading among the generation's sections.
    let section: [UInt32]
    private let documents: DocumentTable

    /// An index that no page has, of a number that no document has.
    static let none = UInt32.max

    /// The columns of documents whose pages have these indices by their numbers.
    init(_ documents: DocumentTable, indices: [UInt32: UInt32], sections: Sections) {
        self.documents = documents
        section = documents.sections.map { sections.indices.isEmpty ? 0 : sections.indices[Int($0)] }
        let page = documents.pages.map { indices[$0] ?? Self.none }
        self.page = page
        runs = page.indices.chunked { page[$0] == page[$1] }.compactMap { documents in
            let page = page[documents.lowerBound]
            return page == Self.none ? nil : Run(page: page, documents: documents)
        }
    }

    /// One more than the highest document number.
    var count: Int { page.count }
    /// The paragraph's number on its page.
    var paragraph: UnsafeBufferPointer<UInt32> { documents.paragraphs }
    /// The day on which the text first came into the index, a `DayNumber`.
    var day: UnsafeBufferPointer<UInt32> { documents.days }
    /// The groups of `SourceGroups`.
    var saidBy: UnsafeBufferPointer<UInt16> { documents.groups }

    /// The numbers of a document.
    func value(of document: UInt32) -> ColumnValue { documents.column(of: Int(document)) }
}
