/// The documents that hold some words in their order, or near one another: Xapian's `OP_PHRASE` and `OP_NEAR`.
///
/// The postings of the words' stems say which documents may hold them so; a look at the words of these decides.
final class SequenceSet: DocumentSet {
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
    private let check: SequenceCheck
    /// For each candidate the details of its stems' postings, of which only a match needs the weights.
    private let details: UnsafeMutablePointer<PostingDetails>
    private var order = WindowOrder()
    private lazy var own = WindowMatches()

    /// How many candidates are looked at together.
    private static let batch = 32

    /// The documents of all of one stem or more that pass a check.
    init(_ stems: [Stem], check: SequenceCheck) {
        self.stems = stems
        rarest = stems.map(\.postings).min { $0.maxCount < $1.maxCount } ?? stems[0].postings
        self.check = check
        details = .allocate(capacity: Self.batch * stems.count)
    }

    deinit { details.deallocate() }

    var maxCount: Int { rarest.maxCount }

    func find(in window: Window, among others: WindowMatches?) -> WindowMatches {
        own.fill(from: self, in: window, among: others)
    }

    func forEach(
        in window: Window, among others: WindowMatches?,
        _ body: (_ index: Int, _ weight: Double, _ groups: UInt16) -> Void
    ) {
        order.ask(window)
        rarest.skip(to: window.start)
        var candidates: [Candidate] = []
        candidates.reserveCapacity(Self.batch)
        repeat {
            candidates.removeAll(keepingCapacity: true)
            while candidates.count < Self.batch, let posting = rarest.next(before: window.end) {
                guard others?.contains(Int(posting.document) - window.start) ?? true,
                    let candidate = candidate(posting, number: candidates.count)
                else { continue }
                if check.isNobodys(candidate.clues) {
                    body(candidate.document - window.start, weight(ofCandidate: candidates.count), 0)
                } else {
                    candidates.append(candidate)
                }
            }
            // Fetching tokens takes longest, and the processor fetches many at once if none depends on another.
            for number in candidates.indices {
                candidates[number].glimpse = check.glimpse(
                    of: candidates[number].document, candidates[number].clues)
            }
            for (number, candidate) in candidates.enumerated() {
                guard check.canBegin(with: candidate.glimpse, candidate.clues),
                    let groups = check.groups(in: candidate.document, candidate.clues)
                else { continue }
                body(candidate.document - window.start, weight(ofCandidate: number), groups)
            }
        } while candidates.count == Self.batch
    }

    /// The document of a posting of the rarest stem as a candidate; `nil` if the words cannot stand as wanted in it.
    private func candidate(_ found: Posting, number: Int) -> Candidate? {
        let details = details + number * stems.count
        var clues = SequenceClues()
        for (index, stem) in stems.enumerated() {
            let term = stem.postings
            guard let posting = term === rarest ? found : term.posting(of: found.document),
                posting.details.frequency >= stem.times
            else { return nil }
            clues.add(
                posting, start: check.start(of: Int(posting.position), at: stem.offset), times: stem.times)
            guard check.allows(clues) else { return nil }
            details[index] = posting.details
        }
        return Candidate(document: Int(found.document), clues: clues)
    }

    /// The weight of the words in the document of a candidate.
    private func weight(ofCandidate number: Int) -> Double {
        let details = details + number * stems.count
        return stems.indices.reduce(0) { weight, index in
            let stem = stems[index]
            return weight + stem.postings.weight(of: details[index]) * Double(stem.times)
        }
    }
}
