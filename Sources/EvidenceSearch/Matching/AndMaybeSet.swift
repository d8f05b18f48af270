/// The documents of one part, which weigh more if a second part matches them too: Xapian's `OP_AND_MAYBE`.
final class AndMaybeSet: DocumentSet {
    private let required: any DocumentSet
    private let optional: any DocumentSet

    init(_ required: any DocumentSet, maybe optional: any DocumentSet) {
        (self.required, self.optional) = (required, optional)
    }

    var maxCount: Int { required.maxCount }

    func find(in window: Window, among others: WindowMatches?) -> WindowMatches {
        let found = required.matches(in: window, among: others)
        optional.addWeights(to: found, in: window)
        return found
    }
}
