/// The documents of one part that a second part does not match: Xapian's `OP_AND_NOT`.
final class AndNotSet: DocumentSet {
    private let wanted: any DocumentSet
    private let unwanted: any DocumentSet

    init(_ wanted: any DocumentSet, not unwanted: any DocumentSet) {
        (self.wanted, self.unwanted) = (wanted, unwanted)
    }

    var maxCount: Int { wanted.maxCount }

    func find(in window: Window, among others: WindowMatches?) -> WindowMatches {
        let found = wanted.matches(in: window, among: others)
        unwanted.remove(from: found, in: window)
        return found
    }
}
