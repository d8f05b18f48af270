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
