/// Which documents each of the frequent terms indexes, a bit for each: whether a document holds such a term is a look at
/// one, where to find it among the term's postings takes a dozen steps through memory.
///
/// One term in three hundred, but most of a query's words are of these. They take a bit and a half for each document and
/// term, 2 MB of England.
final class FrequentTerms: Sendable {
    /// A term's bits, which live as long as the object that lends them.
    struct Bits {
        /// Of each 64 documents those that the term indexes.
        let documents: UnsafePointer<UInt64>
        /// Of each 64 documents the index of the first among the term's postings.
        let firstIndices: UnsafePointer<UInt32>

        /// The index of a document among the term's postings; `nil` if the term does not index it.
        @inline(__always)
        func index(of document: Int) -> Int? {
            documents.holds(document) ? index(ofIndexed: document) : nil
        }

        /// The index of a document that the term indexes.
        @inline(__always)
        func index(ofIndexed document: Int) -> Int {
            let before = documents[document >> 6] & (UInt64.bit(document) - 1)
            return Int(firstIndices[document >> 6]) + before.nonzeroBitCount
        }
    }

    /// A term is frequent that indexes more than one document of so many.
    private static let share = 16

    // nonisolated(unsafe): only the initializer writes to the memory, and only deinit frees it.
    private nonisolated(unsafe) let documents: UnsafeMutablePointer<UInt64>
    private nonisolated(unsafe) let firstIndices: UnsafeMutablePointer<UInt32>
    /// How many words of 64 documents each term has: those of whole windows.
    private let words: Int
    /// The terms' rows by their indices.
    private let rows: [Int: Int]

    init(_ map: SearchMap) {
        let count = map.documents.count
        let terms = (0..<map.terms.count).filter { map.list(at: $0).count > count / Self.share }
        rows = Dictionary(uniqueKeysWithValues: terms.enumerated().map { ($1, $0) })
        words = (count + Window.size - 1) / Window.size * Window.size / 64
        documents = .allocate(capacity: terms.count * words)
        documents.initialize(repeating: 0, count: terms.count * words)
        firstIndices = .allocate(capacity: terms.count * words)
        for (row, term) in terms.enumerated() { fill(row, map.list(at: term).documents) }
    }

    deinit {
        documents.deallocate()
        firstIndices.deallocate()
    }

    private func fill(_ row: Int, _ list: UnsafeBufferPointer<UInt32>) {
        let (documents, firstIndices) = (documents + row * words, firstIndices + row * words)
        for document in list { documents.insert(Int(document)) }
        var index: UInt32 = 0
        for word in 0..<words {
            firstIndices[word] = index
            index += UInt32(documents[word].nonzeroBitCount)
        }
    }

    /// The bits of a term by its index; `nil` if it is not frequent.
    subscript(term: Int) -> Bits? {
        rows[term].map { Bits(documents: documents + $0 * words, firstIndices: firstIndices + $0 * words) }
    }
}
