/// The postings of a term, ascending, or of all terms one after another.
///
/// They lie apart, so that what walks over documents, and what weighs some of them, brings nothing else from memory: most of
/// the time that a search takes in a large index it waits for that.
package struct PostingList: Sendable {
    // nonisolated(unsafe): the buffers point into the file, which its owner holds and nobody writes to.
    package nonisolated(unsafe) let documents: UnsafeBufferPointer<UInt32>
    package nonisolated(unsafe) let positions: UnsafeBufferPointer<UInt16>
    package nonisolated(unsafe) let details: UnsafeBufferPointer<PostingDetails>

    /// How many there are.
    package var count: Int { documents.count }

    /// No posting.
    static let empty = PostingList(
        documents: .init(start: nil, count: 0), positions: .init(start: nil, count: 0),
        details: .init(start: nil, count: 0))

    @inline(__always)
    package subscript(index: Int) -> Posting {
        Posting(document: documents[index], position: positions[index], details: details[index])
    }

    /// The postings at some indices.
    package subscript(range: Range<Int>) -> PostingList {
        PostingList(
            documents: .init(rebasing: documents[range]), positions: .init(rebasing: positions[range]),
            details: .init(rebasing: details[range]))
    }
}

extension PostingList {
    /// The postings of all terms of a map, whose starts these are; throws if a term's are not of documents and ascending.
    init(
        _ file: SearchMapSections, starts: UnsafeBufferPointer<UInt64>, of table: DocumentTable
    ) throws(IndexError) {
        let documents: UnsafeBufferPointer<UInt32> = try file.values(.postingDocuments)
        try self.init(
            documents: documents, positions: file.values(.postingPositions, count: documents.count),
            details: file.values(.postingDetails, count: documents.count))
        // Every term has a posting, so that no two terms start at the same one.
        try file.require(
            starts.areStarts(of: count) && starts.countOfNeighbours { $0 == $1 } == 0, .termPostings)
        try file.require(
            documents.areBelow(table.count) && documents.allSatisfy { table.isDocument(Int($0)) },
            .postingDocuments)
        // The number of a term's first document alone need not be greater than the one before it.
        let firsts = starts.dropFirst().dropLast().map { Int($0) }
        try file.require(
            documents.countOfNeighbours { $0 >= $1 }
                == firsts.count { documents[$0 - 1] >= documents[$0] }, .postingDocuments)
    }
}
