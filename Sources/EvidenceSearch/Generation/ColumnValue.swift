package import Evidence

/// The few numbers of a paragraph that facets, filters and ids are made of.
package struct ColumnValue: Equatable, Sendable {
    /// The page's number in the manifest.
    package let page: UInt32
    /// The paragraph's number on its page, from 1.
    package let paragraph: UInt32
    /// The line of the page's file, from 1.
    package let line: UInt32
    /// The union over the sentences, or `assessor`.
    package let saidBy: SourceGroups
    /// The day on which the text first came into the index, as the number 20261101; 0 outside an index.
    package let indexed: UInt32

    /// A value of these parts.
    package init(page: UInt32, paragraph: UInt32, line: UInt32, saidBy: SourceGroups, indexed: UInt32) {
        self.page = page
        self.paragraph = paragraph
        self.line = line
        self.saidBy = saidBy
        self.indexed = indexed
    }
}
