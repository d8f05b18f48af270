/// The documents that every part matches, with the sum of the weights and the common groups: Xapian's `OP_AND`.
///
/// The bits of the frequent terms are combined first, so that the search never looks at most documents that lack one of
/// them. Of the other parts the one with the fewest documents comes first, and each is asked only about what is left.
final class AndSet: DocumentSet {
    /// The parts that are no frequent terms, the rarest first.
    private let sets: [any DocumentSet]
    private let frequent: FrequentConjunction?
    private lazy var own = WindowMatches()
    let maxCount: Int

    /// The conjunction of one part or more.
    init(_ sets: [any DocumentSet]) {
        assert(!sets.isEmpty)
        let sorted = sets.sorted { $0.maxCount < $1.maxCount }
        maxCount = sorted.first?.maxCount ?? 0
        frequent = FrequentConjunction(sorted.compactMap { ($0 as? TermPostings)?.frequent })
        self.sets = sorted.filter { ($0 as? TermPostings)?.frequent == nil }
    }

    func find(in window: Window, among others: WindowMatches?) -> WindowMatches {
        guard let frequent else { return common(in: window, among: others) }
        own.fill(frequent.documents(in: window), among: others)
        guard !sets.isEmpty else {
            frequent.weigh(own, in: window)
            return own
        }
        let found = common(in: window, among: own)
        frequent.addWeights(to: found, in: window)
        return found
    }

    private func common(in window: Window, among others: WindowMatches?) -> WindowMatches {
        let found = sets[0].matches(in: window, among: others)
        for set in sets.dropFirst() where found.count > 0 { set.narrow(found, in: window) }
        return found
    }
}
