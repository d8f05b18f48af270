/// The postings of a frequent term, found by their documents.
struct FrequentPostings {
    let bits: FrequentTerms.Bits
    let details: UnsafeBufferPointer<PostingDetails>
    let weight: TermWeight

    /// The details of a document that the term indexes.
    @inline(__always)
    func details(ofIndexed document: Int) -> PostingDetails { details[bits.index(ofIndexed: document)] }
}

/// Frequent terms of which a document must hold all: their bits say which documents do, and their weights are worked out
/// for all terms at once.
struct FrequentConjunction {
    private let terms: [FrequentPostings]

    /// A conjunction of one term or more; `nil` if there is none.
    init?(_ terms: [FrequentPostings]) {
        guard !terms.isEmpty else { return nil }
        self.terms = terms
    }

    /// For each term the bits of the documents in a window that it indexes.
    func documents(in window: Window) -> some Collection<UnsafePointer<UInt64>> {
        terms.lazy.map { $0.bits.documents + window.start / 64 }
    }

    /// Gives matches that hold all the terms the weight of these, and the groups in whose sentences all of them stand.
    func weigh(_ matches: WindowMatches, in window: Window) {
        terms.withUnsafeBufferPointer { terms in
            matches.update { index, _, _ in Self.sum(terms, window.start + index) }
        }
    }

    /// Adds to matches that hold all the terms the weight of these; keeps the groups in whose sentences they stand too.
    func addWeights(to matches: WindowMatches, in window: Window) {
        terms.withUnsafeBufferPointer { terms in
            matches.update { index, weight, groups in
                let sum = Self.sum(terms, window.start + index)
                return (weight + sum.weight, groups & sum.groups)
            }
        }
    }

    @inline(__always)
    private static func sum(_ terms: UnsafeBufferPointer<FrequentPostings>, _ document: Int)
        -> (weight: Double, groups: UInt16)
    {
        var (weight, groups) = (0.0, UInt16.max)
        for term in terms {
            let details = term.details(ofIndexed: document)
            weight += term.weight.weight(of: details)
            groups &= details.groups
        }
        return (weight, groups)
    }
}
