/// The documents that match a part of a query, what they weigh, and in whose sentences the words stand.
///
/// A set is what tantivy calls a `DocSet` and Xapian a `PostList`, but it is asked about a window of documents at a time:
/// a call for each document would take longer than the answer. Each operator is a type, named after Xapian's. The
/// contract, which debug builds assert:
///
/// - A set is walked once. Windows ascend, and each is asked about at most once, by one of the methods below; a window may
///   be left out.
/// - A set gives each document once, in ascending order, and only documents that are among the `others` it is given.
///   It need not look at any but these, which is what makes a conjunction fast.
/// - A match weighs 0 or more. Its groups are those in whose sentences the words stand as the operator wants.
/// - In all windows together no more than `maxCount` documents match.
protocol DocumentSet: AnyObject {
    /// The most documents that can match; a conjunction asks the set with the fewest first.
    var maxCount: Int { get }

    /// Finds the matches in a window: ask `matches(in:among:)`, which asserts the contract.
    func find(in window: Window, among others: WindowMatches?) -> WindowMatches

    /// Calls `body` with each match in a window; the methods below are made of it.
    func forEach(
        in window: Window, among others: WindowMatches?,
        _ body: (_ index: Int, _ weight: Double, _ groups: UInt16) -> Void)

    /// Keeps the matches that this set has too: their weights are the sum, their groups the common ones.
    func narrow(_ matches: WindowMatches, in window: Window)

    /// Adds what matches here: the weights of a document are summed, its groups united.
    func add(to matches: WindowMatches, in window: Window, among others: WindowMatches?)

    /// Adds what matches here: a document weighs as the heavier of the two, its groups are united.
    func raise(_ matches: WindowMatches, in window: Window, among others: WindowMatches?)

    /// Adds to the matches that this set has too what they weigh here.
    func addWeights(to matches: WindowMatches, in window: Window)

    /// Removes the matches that this set has too.
    func remove(from matches: WindowMatches, in window: Window)
}

extension DocumentSet {
    /// The matches in a window that are among `others`.
    ///
    /// They are the caller's, who may change them, until the set is asked about its next window.
    func matches(in window: Window, among others: WindowMatches? = nil) -> WindowMatches {
        let found = find(in: window, among: others)
        assert(others.map(found.isSubset) ?? true, "\(Self.self) gives documents that it was not asked about")
        assert(found.count <= maxCount, "\(Self.self) has more documents than it said")
        return found
    }

    // The compiler makes these anew for each type, with `forEach` inlined: what is called through the protocol is called for
    // a window.

    @inline(__always)
    func forEach(
        in window: Window, among others: WindowMatches?,
        _ body: (_ index: Int, _ weight: Double, _ groups: UInt16) -> Void
    ) {
        matches(in: window, among: others).forEach(body)
    }

    func narrow(_ matches: WindowMatches, in window: Window) {
        matches.keepOnly { keep in forEach(in: window, among: matches, keep) }
    }

    func add(to matches: WindowMatches, in window: Window, among others: WindowMatches?) {
        forEach(in: window, among: others) { matches.add($0, $1, $2) }
    }

    func raise(_ matches: WindowMatches, in window: Window, among others: WindowMatches?) {
        forEach(in: window, among: others) { matches.raise($0, $1, $2) }
    }

    func addWeights(to matches: WindowMatches, in window: Window) {
        forEach(in: window, among: matches) { index, weight, _ in matches.add(weight, to: index) }
    }

    func remove(from matches: WindowMatches, in window: Window) {
        forEach(in: window, among: matches) { index, _, _ in matches.remove(index) }
    }
}

extension WindowMatches {
    /// Makes these the matches of a set that gives them one by one.
    @inline(__always)
    func fill(from set: some DocumentSet, in window: Window, among others: WindowMatches?) -> WindowMatches {
        clear()
        set.forEach(in: window, among: others) { insert($0, $1, $2) }
        return self
    }
}
