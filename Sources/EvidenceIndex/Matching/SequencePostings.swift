/// The documents that hold some words in their order, or near one another: those of all the words' stems whose
/// tokens pass a look.
final class SequencePostings {
    /// A document of all the stems.
    private struct Candidate {
        let document: Int
        /// What the words weigh in it.
        let weight: Double
        /// Where the first of them may stand.
        let places: ClosedRange<Int>
        /// The token at the first of these places.
        var token: UInt32 = 0
    }

    /// The stems, in the order of the words.
    private let terms: [TermPostings]
    private let rarest: TermPostings
    private let check: TokenCheck

    /// How many candidates are looked at together.
    private static let batch = 32

    /// The documents of at least one term that pass a check.
    init(_ terms: [TermPostings], check: TokenCheck) {
        self.terms = terms
        rarest = terms.min { $0.count < $1.count } ?? terms[0]
        self.check = check
    }

    /// How many documents match, at most.
    var count: Int { rarest.count }

    /// How many postings are looked at, at most; a look at a document's words counts as several.
    var effort: Int { terms.reduce(0) { $0 + $1.count } + count * TokenCheck.effort }

    /// Calls `body` with every match in a window that is among `others`.
    func forEach(
        in window: Window, among others: WindowMatches?,
        _ body: (_ place: Int, _ weight: Double, _ groups: UInt16) -> Void
    ) {
        rarest.skip(to: window.start)
        var candidates: [Candidate] = []
        candidates.reserveCapacity(Self.batch)
        repeat {
            candidates.removeAll(keepingCapacity: true)
            while candidates.count < Self.batch, let posting = rarest.next(before: window.end) {
                guard others?.contains(Int(posting.document) - window.start) ?? true,
                    let candidate = candidate(posting)
                else { continue }
                candidates.append(candidate)
            }
            // Tokens lie where the processor has yet to fetch them from: what takes longest is to wait for the first,
            // and it waits for many at once where none depends on another.
            for place in candidates.indices {
                candidates[place].token = check.token(
                    at: candidates[place].places.lowerBound, of: candidates[place].document)
            }
            for candidate in candidates {
                guard check.canBegin(with: candidate.token, at: candidate.places),
                    let groups = check.groups(in: candidate.document, from: candidate.places)
                else { continue }
                body(candidate.document - window.start, candidate.weight, groups)
            }
        } while candidates.count == Self.batch
    }

    /// The document of a posting of the rarest; `nil` where the words can't stand as wanted in it.
    private func candidate(_ found: Posting) -> Candidate? {
        var weight = 0.0
        // Postings say where a stem stands first; where one stands but once, there is but one place to look at.
        var earliest = 0
        var only: Int?
        for (offset, term) in terms.enumerated() {
            guard let posting = term === rarest ? found : term.posting(of: found.document) else { return nil }
            weight += term.weight(of: posting)
            let place = check.start(of: Int(posting.place), at: offset)
            if check.isOrdered { earliest = max(earliest, place) }
            guard posting.frequency == 1, posting.place != Posting.farPlace else { continue }
            if let only, !check.allows(only, and: place) { return nil }
            only = only ?? place
        }
        if let only, only < earliest { return nil }
        return Candidate(
            document: Int(found.document), weight: weight, places: earliest...(only ?? .max))
    }
}
