internal import Glibc

/// The weights of an index's terms: those of `Xapian::BM25Weight`, term by term.
struct BM25: Sendable {
    private static let k1 = 1.2
    /// How far length counts; it says little, because paragraphs are of about one length.
    private static let b = 0.3
    /// Xapian's `min_normlen`: a paragraph counts as half as long as the average at least.
    private static let shortest = 0.5

    /// The number of paragraphs.
    let documents: Double
    private let perLength: Double

    /// The weights of an index of `documents` paragraphs, whose lengths have the sum `length`.
    init(documents: Int, length: Int) {
        self.documents = Double(documents)
        perLength = length > 0 ? Double(documents) / Double(length) : 0
    }

    /// The most that a term of so many documents can weigh.
    func weight(ofTermIn frequency: Int) -> Double {
        let odds = (documents - Double(frequency) + 0.5) / (Double(frequency) + 0.5)
        // A term of nearly every paragraph would weigh less than nothing.
        return log(odds < 2 ? odds * 0.5 + 1 : odds) * (Self.k1 + 1)
    }

    /// The share of its greatest weight that a term has if it stands `frequency` times in a paragraph of this length.
    @inline(__always)
    func share(frequency: UInt16, length: UInt16) -> Double {
        let wdf = Double(frequency)
        let length = max(Double(length) * perLength, Self.shortest)
        return wdf / (Self.k1 * (length * Self.b + (1 - Self.b)) + wdf)
    }
}

/// The weight of one term of a query.
struct TermWeight {
    private let weights: BM25
    private let most: Double

    /// The weight of a term of so many documents, times `factor`.
    init(_ weights: BM25, documents: Int, factor: Double) {
        self.weights = weights
        most = factor * weights.weight(ofTermIn: documents)
    }

    /// The weight of the term in a document.
    @inline(__always)
    func weight(of details: PostingDetails) -> Double {
        most * weights.share(frequency: details.frequency, length: details.length)
    }
}
