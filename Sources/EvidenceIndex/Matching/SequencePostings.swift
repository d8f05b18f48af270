/// The documents that hold some words in their order, or near one another: those of all the words' stems whose
/// tokens pass a look.
final class SequencePostings {
    /// The stems, in the order of the words.
    private let terms: [TermPostings]
    private let rarest: TermPostings
    private let check: TokenCheck

    /// The documents of at least one term that pass a check.
    init(_ terms: [TermPostings], check: TokenCheck) {
        self.terms = terms
        rarest = terms.min { $0.count < $1.count } ?? terms[0]
        self.check = check
    }

    /// How many documents match, at most.
    var count: Int { rarest.count }

    /// Calls `body` with every match in a window.
    @inline(__always)
    func forEach(
        in window: Window, _ body: (_ place: Int, _ weight: Double, _ groups: UInt16) -> Void
    ) {
        rarest.skip(to: window.start)
        while let posting = rarest.next(before: window.end) {
            let document = Int(posting.document)
            guard let (weight, places) = candidate(posting),
                let groups = check.groups(in: document, from: places)
            else { continue }
            body(document - window.start, weight, groups)
        }
    }

    /// What the words weigh in the document of a posting of the rarest, and where the first of them may stand; `nil`
    /// where they can't stand as wanted.
    private func candidate(_ found: Posting) -> (weight: Double, places: ClosedRange<Int>)? {
        var weight = 0.0
        // Where a stem stands but once, the posting says where; most documents need no other look.
        var start: Int?
        for (offset, term) in terms.enumerated() {
            guard let posting = term === rarest ? found : term.posting(of: found.document) else { return nil }
            weight += term.weight(of: posting)
            guard posting.frequency == 1, posting.place != Posting.farPlace else { continue }
            let place = check.start(of: Int(posting.place), at: offset)
            if let start, !check.allows(start, and: place) { return nil }
            start = start ?? place
        }
        return (weight, start.map { $0...$0 } ?? 0...Int.max)
    }
}
