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
        /// What the words weigh in it.
        let weight: Double
        let clues: SequenceClues
        /// The token at the first place where they may begin.
        var token: UInt32 = 0
    }

    private let stems: [Stem]
    private let rarest: TermPostings
    private let check: TokenCheck

    /// How many candidates are looked at together.
    private static let batch = 32

    /// The documents of all of one stem or more that pass a check.
    init(_ stems: [Stem], check: TokenCheck) {
        self.stems = stems
        rarest = stems.map(\.postings).min { $0.count < $1.count } ?? stems[0].postings
        self.check = check
    }

    /// How many documents match, at most.
    var count: Int { rarest.count }

    /// How many postings are looked at, at most; a look at a document's words counts as several.
    var effort: Int { stems.reduce(0) { $0 + $1.postings.count } + count * TokenCheck.effort }

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
                if check.isNobodys(candidate.clues) {
                    body(candidate.document - window.start, candidate.weight, 0)
                } else {
                    candidates.append(candidate)
                }
            }
            // Tokens lie where the processor has yet to fetch them from: what takes longest is to wait for the first,
            // and it waits for many at once where none depends on another.
            for place in candidates.indices {
                candidates[place].token = check.token(
                    at: candidates[place].clues.latest, of: candidates[place].document)
            }
            for candidate in candidates {
                guard check.canBegin(with: candidate.token, candidate.clues),
                    let groups = check.groups(in: candidate.document, candidate.clues)
                else { continue }
                body(candidate.document - window.start, candidate.weight, groups)
            }
        } while candidates.count == Self.batch
    }

    /// The document of a posting of the rarest; `nil` where the words can't stand as wanted in it.
    private func candidate(_ found: Posting) -> Candidate? {
        var weight = 0.0
        var clues = SequenceClues()
        for stem in stems {
            let term = stem.postings
            guard let posting = term === rarest ? found : term.posting(of: found.document),
                posting.details.frequency >= stem.times
            else { return nil }
            clues.add(posting, start: check.start(of: Int(posting.place), at: stem.offset), times: stem.times)
            guard check.allows(clues) else { return nil }
            weight += term.weight(of: posting.details) * Double(stem.times)
        }
        return Candidate(document: Int(found.document), weight: weight, clues: clues)
    }
}
