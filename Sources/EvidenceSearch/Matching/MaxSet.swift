/// The documents that one part or more matches, with the greatest of the weights and all the groups: Xapian's `OP_MAX`.
final class MaxSet: DocumentSet {
    private let sets: [any DocumentSet]
    let maxCount: Int

    /// The union of one part or more.
    init(_ sets: [any DocumentSet]) {
        assert(!sets.isEmpty)
        self.sets = sets
        maxCount = sets.reduce(0) { $0 + $1.maxCount }
    }

    func find(in window: Window, among others: WindowMatches?) -> WindowMatches {
        let found = sets[0].matches(in: window, among: others)
        for set in sets.dropFirst() { set.raise(found, in: window, among: others) }
        return found
    }
}
