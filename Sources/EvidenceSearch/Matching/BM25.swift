internal import Glibc

/// How much a term of a query weighs in a paragraph: what `Xapian::BM25Weight` computes, term by term.
///
/// Paragraphs are of about one length, so length says little.
struct BM25: Sendable {
    private static let k1 = 1.2
    private static let b = 0.3
    /// Xapian's `min_normlen`: shorter paragraphs count as long as half the average.
    private static let shortest = 0.5

    /// How many paragraphs there are.
    let documents: Double
    private let perLength: Double

    /// The weights of an index of `documents` paragraphs, whose lengths have this sum.
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

    /// The share of its weight that a term has which stands `frequency` times in a paragraph of this length.
    @inline(__always)
    func share(frequency: UInt16, length: UInt16) -> Double {
        let wdf = Double(frequency)
        let length = max(Double(length) * perLength, Self.shortest)
        return wdf / (Self.k1 * (length * Self.b + (1 - Self.b)) + wdf)
    }
}
