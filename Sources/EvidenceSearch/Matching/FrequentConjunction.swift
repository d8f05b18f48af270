/// Frequent terms of which a document must hold all: their bits say which do, and what they weigh is found for all of
/// them at once.
struct FrequentConjunction {
    private let terms: [FrequentPostings]

    /// A conjunction of one term or more; `nil` where there is none.
    init?(_ terms: [FrequentPostings]) {
        guard !terms.isEmpty else { return nil }
        self.terms = terms
    }

    /// Of each 64 documents of a window those that each of the terms indexes.
    func documents(in window: Window) -> some Collection<UnsafePointer<UInt64>> {
        terms.lazy.map { $0.bits.documents + window.start / 64 }
    }

    /// Gives matches that hold all the terms what these weigh, and the groups in whose sentences all of them stand.
    func weigh(_ matches: WindowMatches, in window: Window) {
        terms.withUnsafeBufferPointer { terms in
            matches.update { place, _, _ in Self.sum(terms, window.start + place) }
        }
    }

    /// Adds to matches that hold all the terms what these weigh; the groups are those in whose sentences they stand too.
    func addWeights(to matches: WindowMatches, in window: Window) {
        terms.withUnsafeBufferPointer { terms in
            matches.update { place, weight, groups in
                let sum = Self.sum(terms, window.start + place)
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
            weight += term.weight(of: details)
            groups &= details.groups
        }
        return (weight, groups)
    }
}
