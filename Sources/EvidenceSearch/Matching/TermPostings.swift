/// The documents that a term indexes, with its postings, walked over once, ascending.
final class TermPostings: DocumentSet {
    private let list: PostingList
    /// How many of them a window has, on average.
    private let perWindow: Double
    /// The same by document, if the term is a frequent one.
    let frequent: FrequentPostings?
    private let weight: TermWeight
    /// The index of the next posting.
    private var next = 0
    private var order = WindowOrder()
    private lazy var own = WindowMatches()

    /// The postings of a term; `bits` are those of a frequent one.
    init(_ list: PostingList, _ bits: FrequentTerms.Bits?, weights: BM25, factor: Double) {
        self.list = list
        perWindow = Double(list.count * Window.size) / weights.documents
        weight = TermWeight(weights, documents: list.count, factor: factor)
        frequent = bits.map { [weight] in FrequentPostings(bits: $0, details: list.details, weight: weight) }
    }

    var maxCount: Int { list.count }

    /// A term with so many times more postings in a window than there are matches is asked for each of these.
    private static let many = 24

    func find(in window: Window, among others: WindowMatches?) -> WindowMatches {
        own.fill(from: self, in: window, among: others)
    }

    @inline(__always)
    func forEach(
        in window: Window, among others: WindowMatches?,
        _ body: (_ index: Int, _ weight: Double, _ groups: UInt16) -> Void
    ) {
        order.ask(window)
        forEachPosting(in: window, among: others) { body($0, weight.weight(of: $1), $1.groups) }
    }

    /// Calls `body` with each posting in a window whose document is among others.
    @inline(__always)
    private func forEachPosting(
        in window: Window, among others: WindowMatches?,
        _ body: (_ index: Int, _ details: PostingDetails) -> Void
    ) {
        if let others, let frequent {
            return others.forEach(in: frequent.bits.documents + window.start / 64) { index in
                body(index, frequent.details(ofIndexed: window.start + index))
            }
        }
        if let others, Double(others.count * Self.many) < perWindow {
            return others.forEach { index, _, _ in
                skip(to: window.start + index)
                guard next < list.count, Int(list.documents[next]) == window.start + index else { return }
                body(index, list.details[next])
            }
        }
        skip(to: window.start)
        while next < list.count, Int(list.documents[next]) < window.end {
            let index = Int(list.documents[next]) - window.start
            if others?.contains(index) ?? true { body(index, list.details[next]) }
            next += 1
        }
    }

    /// The next posting; `nil` if its document is not before `end`.
    @inline(__always)
    func next(before end: Int) -> Posting? {
        guard next < list.count, Int(list.documents[next]) < end else { return nil }
        defer { next += 1 }
        return list[next]
    }

    /// The posting of a document, in ascending order; `nil` if the term does not index it.
    @inline(__always)
    func posting(of document: UInt32) -> Posting? {
        if let frequent { return frequent.bits.index(of: Int(document)).map { list[$0] } }
        skip(to: Int(document))
        guard next < list.count, list.documents[next] == document else { return nil }
        return list[next]
    }

    /// The weight of the term in a document.
    @inline(__always)
    func weight(of details: PostingDetails) -> Double { weight.weight(of: details) }

    /// Goes to the first posting whose document is not before this one.
    ///
    /// Steps that double, then bisection, because it is mostly near.
    @inline(__always)
    func skip(to document: Int) {
        let documents = list.documents
        guard next < list.count, Int(documents[next]) < document else { return }
        var (low, step) = (next, 1)
        while low + step < list.count, Int(documents[low + step]) < document {
            low += step
            step *= 2
        }
        var (first, last) = (low + 1, min(low + step, list.count))
        while first < last {
            let middle = (first + last) / 2
            if Int(documents[middle]) < document { first = middle + 1 } else { last = middle }
        }
        next = first
    }
}
