/// The documents that hold some words in their order, or near one another: those of all the words' stems whose
/// tokens pass a look.
final class SequencePostings {
    /// A stem of the words.
    struct Stem {
        let postings: TermPostings
        /// Which of the words is the first of this stem.
        let offset: Int
        /// How many of the words are of this stem.
        var times = 1
    }

    /// A document of all the stems.
    private struct Candidate {
        let document: Int
        let clues: SequenceClues
        /// What a glimpse of its tokens shows.
        var glimpse: UInt32 = 0
    }

    private let stems: [Stem]
    private let rarest: TermPostings
    private let check: TokenCheck
    /// For each candidate what the postings of its stems say: what these weigh is only worked out for a match.
    private let details: UnsafeMutablePointer<PostingDetails>

    /// How many candidates are looked at together.
    private static let batch = 32

    /// The documents of all of one stem or more that pass a check.
    init(_ stems: [Stem], check: TokenCheck) {
        self.stems = stems
        rarest = stems.map(\.postings).min { $0.count < $1.count } ?? stems[0].postings
        self.check = check
        details = .allocate(capacity: Self.batch * stems.count)
    }

    deinit { details.deallocate() }

    /// How many documents match, at most.
    var count: Int { rarest.count }

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
                    let candidate = candidate(posting, at: candidates.count)
                else { continue }
                if check.isNobodys(candidate.clues) {
                    body(candidate.document - window.start, weight(ofCandidateAt: candidates.count), 0)
                } else {
                    candidates.append(candidate)
                }
            }
            // What takes longest is to wait for tokens, and the processor waits for many at once where none depends on another.
            for place in candidates.indices {
                candidates[place].glimpse = check.glimpse(
                    of: candidates[place].document, candidates[place].clues)
            }
            for (place, candidate) in candidates.enumerated() {
                guard check.canBegin(with: candidate.glimpse, candidate.clues),
                    let groups = check.groups(in: candidate.document, candidate.clues)
                else { continue }
                body(candidate.document - window.start, weight(ofCandidateAt: place), groups)
            }
        } while candidates.count == Self.batch
    }

    /// The document of a posting of the rarest, which would be the candidate at a place; `nil` where the words can't stand as
    /// wanted in it.
    private func candidate(_ found: Posting, at place: Int) -> Candidate? {
        let details = details + place * stems.count
        var clues = SequenceClues()
        for (place, stem) in stems.enumerated() {
            let term = stem.postings
            guard let posting = term === rarest ? found : term.posting(of: found.document),
                posting.details.frequency >= stem.times
            else { return nil }
            clues.add(posting, start: check.start(of: Int(posting.place), at: stem.offset), times: stem.times)
            guard check.allows(clues) else { return nil }
            details[place] = posting.details
        }
        return Candidate(document: Int(found.document), clues: clues)
    }

    /// What the words weigh in a candidate's document.
    private func weight(ofCandidateAt place: Int) -> Double {
        let details = details + place * stems.count
        return stems.indices.reduce(0) { weight, place in
            let stem = stems[place]
            return weight + stem.postings.weight(of: details[place]) * Double(stem.times)
        }
    }
}
