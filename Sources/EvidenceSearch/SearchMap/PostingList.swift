/// The postings of a term, ascending, or of all terms one after another.
///
/// They lie apart, so that what walks over documents, and what weighs some of them, brings nothing else from memory: most of
/// the time that a search takes in a large index it waits for that.
package struct PostingList: Sendable {
    // nonisolated(unsafe): the buffers point into the file, which its owner holds and nobody writes to.
    package nonisolated(unsafe) let documents: UnsafeBufferPointer<UInt32>
    package nonisolated(unsafe) let places: UnsafeBufferPointer<UInt16>
    package nonisolated(unsafe) let details: UnsafeBufferPointer<PostingDetails>

    /// How many there are.
    package var count: Int { documents.count }

    /// No posting.
    static let empty = PostingList(
        documents: .init(start: nil, count: 0), places: .init(start: nil, count: 0),
        details: .init(start: nil, count: 0))

    @inline(__always)
    package subscript(place: Int) -> Posting {
        Posting(document: documents[place], place: places[place], details: details[place])
    }

    /// Those at some places.
    package subscript(range: Range<Int>) -> PostingList {
        PostingList(
            documents: .init(rebasing: documents[range]), places: .init(rebasing: places[range]),
            details: .init(rebasing: details[range]))
    }
}
