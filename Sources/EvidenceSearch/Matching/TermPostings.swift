/// The postings of a term, walked over once, ascending.
final class TermPostings {
    private let list: PostingList
    /// How many of them a window has, as a rule.
    private let perWindow: Double
    /// The same by document, where these are many.
    let frequent: FrequentPostings?
    private let scorer: TermScorer
    private var place = 0

    /// A term's postings; `bits` are those of a frequent one.
    init(_ list: PostingList, _ bits: FrequentTerms.Bits?, weights: BM25, factor: Double) {
        self.list = list
        perWindow = Double(list.count * Window.size) / weights.documents
        let scorer = TermScorer(weights, documents: list.count, factor: factor)
        self.scorer = scorer
        frequent = bits.map { FrequentPostings(bits: $0, details: list.details, scorer: scorer) }
    }

    /// How many documents the term indexes.
    var count: Int { list.count }

    /// A term with so many times more postings in a window than there are matches is asked for each of these.
    private static let many = 24

    /// Calls `body` with every posting in a window whose document is among others.
    @inline(__always)
    func forEach(
        in window: Window, among others: WindowMatches?,
        _ body: (_ place: Int, _ details: PostingDetails) -> Void
    ) {
        if let others, let frequent {
            return others.forEach(in: frequent.bits.documents + window.start / 64) { place in
                body(place, frequent.details(ofIndexed: window.start + place))
            }
        }
        if let others, Double(others.count * Self.many) < perWindow {
            return others.forEach { place, _, _ in
                skip(to: window.start + place)
                guard self.place < count, Int(list.documents[self.place]) == window.start + place else {
                    return
                }
                body(place, list.details[self.place])
            }
        }
        skip(to: window.start)
        while place < count, Int(list.documents[place]) < window.end {
            let document = Int(list.documents[place]) - window.start
            if others?.contains(document) ?? true { body(document, list.details[place]) }
            place += 1
        }
    }

    /// The next posting, if its document is before `end`.
    @inline(__always)
    func next(before end: Int) -> Posting? {
        guard place < count, Int(list.documents[place]) < end else { return nil }
        defer { place += 1 }
        return list[place]
    }

    /// The posting of a document, if the term indexes it; documents are asked for ascending.
    @inline(__always)
    func posting(of document: UInt32) -> Posting? {
        if let frequent { return frequent.bits.place(of: Int(document)).map { list[$0] } }
        skip(to: Int(document))
        guard place < count, list.documents[place] == document else { return nil }
        return list[place]
    }

    /// What the term weighs in a document.
    @inline(__always)
    func weight(of details: PostingDetails) -> Double { scorer.weight(of: details) }

    /// Goes to the first posting whose document isn't before this one.
    ///
    /// Steps that double, then bisection: it is mostly near.
    @inline(__always)
    func skip(to document: Int) {
        let documents = list.documents
        guard place < count, Int(documents[place]) < document else { return }
        var (low, step) = (place, 1)
        while low + step < count, Int(documents[low + step]) < document {
            low += step
            step *= 2
        }
        var (first, last) = (low + 1, min(low + step, count))
        while first < last {
            let middle = (first + last) / 2
            if Int(documents[middle]) < document { first = middle + 1 } else { last = middle }
        }
        place = first
    }
}

/// The postings of a frequent term, found by their documents.
struct FrequentPostings {
    let bits: FrequentTerms.Bits
    fileprivate let details: UnsafeBufferPointer<PostingDetails>
    fileprivate let scorer: TermScorer

    /// How many documents the term indexes.
    var count: Int { details.count }

    /// What the posting says of a document that the term indexes.
    @inline(__always)
    func details(ofIndexed document: Int) -> PostingDetails { details[bits.place(ofIndexed: document)] }

    /// What the term weighs in a document.
    @inline(__always)
    func weight(of details: PostingDetails) -> Double { scorer.weight(of: details) }
}

/// What a term weighs in a document.
struct TermScorer {
    let weights: BM25
    /// What it weighs at most.
    let most: Double

    /// The scorer of a term of so many documents.
    init(_ weights: BM25, documents: Int, factor: Double) {
        self.weights = weights
        most = factor * weights.weight(ofTermIn: documents)
    }

    @inline(__always)
    func weight(of details: PostingDetails) -> Double {
        most * weights.share(frequency: details.frequency, length: details.length)
    }
}
