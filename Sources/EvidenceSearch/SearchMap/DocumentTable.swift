internal import Evidence

/// The columns of a `search.map`: its values by document.
package struct DocumentTable: Sendable {
    // nonisolated(unsafe): the buffers point into the file, which its owner holds and nobody writes to.
    package nonisolated(unsafe) let pages: UnsafeBufferPointer<UInt32>
    package nonisolated(unsafe) let paragraphs: UnsafeBufferPointer<UInt32>
    package nonisolated(unsafe) let lines: UnsafeBufferPointer<UInt32>
    package nonisolated(unsafe) let sections: UnsafeBufferPointer<UInt32>
    package nonisolated(unsafe) let groups: UnsafeBufferPointer<UInt16>
    package nonisolated(unsafe) let lengths: UnsafeBufferPointer<UInt32>
    package let tokens: Rows<UInt32, UInt32>
    package let steps: Rows<UInt32, UInt8>
    package let joins: Rows<UInt32, Join>
    package let sentences: Rows<UInt32, SentenceEnd>
    package let texts: Rows<UInt64, UInt8>

    /// The page number of a number that no document has.
    package static let noPage = UInt32.max

    init(_ file: SearchMapSections) throws(IndexError) {
        pages = try file.values(.pages)
        paragraphs = try file.values(.paragraphs)
        lines = try file.values(.lines)
        sections = try file.values(.sections)
        groups = try file.values(.groups)
        lengths = try file.values(.lengths)
        tokens = try Rows(starts: file.values(.tokenStarts), values: file.values(.tokens))
        steps = try Rows(starts: file.values(.tokenStarts), values: file.values(.tokenSteps))
        joins = try Rows(starts: file.values(.joinStarts), values: file.values(.joins))
        sentences = try Rows(starts: file.values(.sentenceStarts), values: file.values(.sentences))
        texts = try Rows(starts: file.values(.textStarts), values: file.values(.texts))
        let counts = [
            paragraphs.count, lines.count, sections.count, groups.count, lengths.count, tokens.count,
            joins.count, sentences.count, texts.count,
        ]
        guard counts.allSatisfy({ $0 == pages.count }) else { throw file.damaged }
    }

    /// One more than the highest document number.
    package var count: Int { pages.count }

    /// Returns true if there is a document of this number.
    package func isDocument(_ document: Int) -> Bool { pages[document] != Self.noPage }

    /// The numbers of a document.
    package func column(of document: Int) -> ColumnValue {
        ColumnValue(
            page: pages[document], paragraph: paragraphs[document], line: lines[document],
            saidBy: SourceGroups(rawValue: groups[document]))
    }
}

/// Rows of values one after another, by document.
package struct Rows<Start: FixedWidthInteger & BitwiseCopyable, Value: BitwiseCopyable>: Sendable {
    // nonisolated(unsafe): as the buffers of `DocumentTable`.
    nonisolated(unsafe) private let starts: UnsafeBufferPointer<Start>
    nonisolated(unsafe) private let values: UnsafeBufferPointer<Value>

    package init(starts: UnsafeBufferPointer<Start>, values: UnsafeBufferPointer<Value>) {
        (self.starts, self.values) = (starts, values)
    }

    package var count: Int { starts.count - 1 }

    /// The values of all documents.
    var all: UnsafeBufferPointer<Value> { values }

    /// A document's values.
    package subscript(document: Int) -> UnsafeBufferPointer<Value> {
        UnsafeBufferPointer(rebasing: values[Int(starts[document])..<Int(starts[document + 1])])
    }
}
