internal import Evidence

/// The columns of a `search.map`: its values by document.
package struct DocumentTable: Sendable {
    // nonisolated(unsafe): the buffers point into the file, which its owner holds and nobody writes to.
    package nonisolated(unsafe) let pages: UnsafeBufferPointer<UInt32>
    package nonisolated(unsafe) let paragraphs: UnsafeBufferPointer<UInt32>
    package nonisolated(unsafe) let lines: UnsafeBufferPointer<UInt32>
    package nonisolated(unsafe) let sections: UnsafeBufferPointer<UInt32>
    package nonisolated(unsafe) let groups: UnsafeBufferPointer<UInt16>
    package nonisolated(unsafe) let days: UnsafeBufferPointer<UInt32>
    package nonisolated(unsafe) let lengths: UnsafeBufferPointer<UInt32>
    package let tokens: Rows<UInt32, UInt32>
    package let steps: Rows<UInt32, UInt8>
    package let joins: Rows<UInt32, Join>
    package let sentences: Rows<UInt32, SentenceEnd>
    package let texts: Rows<UInt64, UInt8>

    /// The page number of a number that no document has.
    package static let noPage = UInt32.max

    /// The columns of a map of so many words and headings; throws if a number leads out of it.
    init(_ file: SearchMapSections, words: Int, headings: Int) throws(IndexError) {
        pages = try file.values(.pages)
        paragraphs = try file.values(.paragraphs, count: pages.count)
        lines = try file.values(.lines, count: pages.count)
        sections = try file.values(.sections, count: pages.count)
        groups = try file.values(.groups, count: pages.count)
        days = try file.values(.days, count: pages.count)
        lengths = try file.values(.lengths, count: pages.count)
        tokens = try Rows(file, .tokens, starts: .tokenStarts, count: pages.count)
        steps = try Rows(file, .tokenSteps, starts: .tokenStarts, count: pages.count)
        joins = try Rows(file, .joins, starts: .joinStarts, count: pages.count)
        sentences = try Rows(file, .sentences, starts: .sentenceStarts, count: pages.count)
        texts = try Rows(file, .texts, starts: .textStarts, count: pages.count)
        try check(file, words: words, headings: headings)
    }

    /// One more than the highest document number.
    package var count: Int { pages.count }

    /// Returns true if there is a document of this number.
    package func isDocument(_ document: Int) -> Bool { pages[document] != Self.noPage }

    /// How many paragraphs each page has, by its number; `nil` if a page's do not follow one another, numbered from 1.
    var paragraphsByPage: [UInt32: Int]? {
        var counts: [UInt32: Int] = [:]
        var last = Self.noPage
        for (page, paragraph) in zip(pages, paragraphs) {
            defer { last = page }
            guard page != Self.noPage else { continue }
            let before = counts[page] ?? 0
            guard paragraph == before + 1, before == 0 || page == last else { return nil }
            counts[page] = before + 1
        }
        return counts
    }

    /// The numbers of a document.
    package func column(of document: Int) -> ColumnValue {
        ColumnValue(
            page: pages[document], paragraph: paragraphs[document], line: lines[document],
            saidBy: SourceGroups(rawValue: groups[document]), indexed: days[document])
    }
}
