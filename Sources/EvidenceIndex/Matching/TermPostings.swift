/// The postings of a term, walked over once, ascending.
final class TermPostings {
    private let list: UnsafeBufferPointer<Posting>
    /// Which documents it indexes, where these are many.
    let bits: FrequentTerms.Bits?
    private let scorer: Scorer
    /// What the term weighs at most.
    private let most: Double
    private var place = 0

    init(
        _ list: UnsafeBufferPointer<Posting>, _ bits: FrequentTerms.Bits?, scorer: Scorer, factor: Double
    ) {
        self.list = list
        self.bits = bits
        self.scorer = scorer
        most = factor * scorer.weights.weight(ofTermIn: list.count)
    }

    /// How many documents the term indexes.
    var count: Int { list.count }

    /// A term with so many times more postings in a window than there are matches is asked for each of these.
    private static let many = 24

    /// Calls `body` with every posting in a window whose document is among others.
    @inline(__always)
    func forEach(
        in window: Window, among others: WindowMatches?, _ body: (_ place: Int, _ posting: Posting) -> Void
    ) {
        if let others, let bits {
            return others.forEach(in: bits.documents + window.start / 64) { place in
                if let posting = posting(of: UInt32(window.start + place)) { body(place, posting) }
            }
        }
        if let others, others.count * Self.many < count * Window.size / scorer.documents.count {
            return others.forEach { place, _, _ in
                if let posting = posting(of: UInt32(window.start + place)) { body(place, posting) }
            }
        }
        skip(to: window.start)
        while let posting = next(before: window.end) {
            let place = Int(posting.document) - window.start
            if others?.contains(place) ?? true { body(place, posting) }
        }
    }

    /// The next posting, if its document is before `end`.
    @inline(__always)
    func next(before end: Int) -> Posting? {
        guard place < list.count, Int(list[place].document) < end else { return nil }
        defer { place += 1 }
        return list[place]
    }

    /// The posting of a document, if the term indexes it; documents are asked for ascending.
    @inline(__always)
    func posting(of document: UInt32) -> Posting? {
        if let bits { return bits.place(of: Int(document)).map { list[$0] } }
        skip(to: Int(document))
        guard place < list.count, list[place].document == document else { return nil }
        return list[place]
    }

    /// What the term weighs in a document.
    @inline(__always)
    func weight(of posting: Posting) -> Double { most * scorer.share(of: posting) }

    /// Goes to the first posting whose document isn't before this one.
    ///
    /// Steps that double, then bisection: it is mostly near.
    @inline(__always)
    func skip(to document: Int) {
        guard place < list.count, Int(list[place].document) < document else { return }
        var (low, step) = (place, 1)
        while low + step < list.count, Int(list[low + step].document) < document {
            low += step
            step *= 2
        }
        var (first, last) = (low + 1, min(low + step, list.count))
        while first < last {
            let middle = (first + last) / 2
            if Int(list[middle].document) < document { first = middle + 1 } else { last = middle }
        }
        place = first
    }
}

/// What a term weighs in a document.
struct Scorer {
    let documents: DocumentTable
    let weights: BM25

    @inline(__always)
    func share(of posting: Posting) -> Double {
        weights.share(frequency: posting.frequency, length: documents.lengths[Int(posting.document)])
    }
}
