/// A part of a query over the postings: asked window by window, ascending, for what matches.
final class MatchNode {
    enum Kind {
        /// The documents of a term.
        case term(TermPostings)
        /// Every document.
        case all
        /// What matches each, and weighs the sum; whoever's sentences hold all.
        case and([MatchNode])
        /// What matches one, and weighs the sum; whoever's sentences hold one.
        case or([MatchNode])
        /// What matches one, and weighs as the heaviest; whoever's sentences hold one.
        case best([MatchNode])
        /// What matches the first, and weighs more where it matches the second.
        case maybe(MatchNode, MatchNode)
        /// What matches the first and not the second.
        case without(MatchNode, MatchNode)
        /// What matches the first and passes a look at its words.
        case checked(MatchNode, TokenCheck)
        /// Words of a document in their order, or near one another.
        case sequence(SequencePostings)
    }

    private let kind: Kind
    private let documents: DocumentTable
    /// How many documents match, at most.
    let estimate: Int
    private lazy var own = WindowMatches()
    private lazy var candidates = WindowMatches()
    /// Of the terms of a conjunction the documents of those that are frequent.
    private let frequent: [FrequentTerms.Bits]

    init(_ kind: Kind, _ documents: DocumentTable) {
        self.documents = documents
        if case .and(let nodes) = kind {
            self.kind = .and(nodes.sorted { $0.estimate < $1.estimate })
            frequent = nodes.count > 1 ? nodes.compactMap(\.bits) : []
        } else {
            self.kind = kind
            frequent = []
        }
        estimate =
            switch kind {
            case .term(let term): term.count
            case .sequence(let sequence): sequence.count
            case .all: documents.count
            case .and(let nodes): nodes.map(\.estimate).min() ?? 0
            case .or(let nodes), .best(let nodes): nodes.reduce(0) { $0 + $1.estimate }
            case .maybe(let node, _), .without(let node, _), .checked(let node, _): node.estimate
            }
    }

    /// The documents of the term, where it is one that is frequent.
    private var bits: FrequentTerms.Bits? { if case .term(let term) = kind { term.bits } else { nil } }

    /// How many postings are looked at, at most; a look at a document's words counts as several.
    var effort: Int {
        switch kind {
        case .term(let term): term.count
        case .all: documents.count
        case .and(let nodes), .or(let nodes), .best(let nodes): nodes.reduce(0) { $0 + $1.effort }
        case .maybe(let node, let other), .without(let node, let other): node.effort + other.effort
        case .checked(let node, _): node.effort + node.estimate * TokenCheck.effort
        case .sequence(let sequence): sequence.effort
        }
    }

    /// What matches in a window, and is among `others`, until the next is asked for.
    func matches(in window: Window, among others: WindowMatches? = nil) -> WindowMatches {
        let own = own
        own.clear()
        switch kind {
        case .term, .sequence, .all:
            forEach(in: window, among: others) { own.set($0, $1(), $2) }
        case .and(let nodes):
            let others = frequent.isEmpty ? others : common(in: window, among: others)
            nodes.first?.forEach(in: window, among: others) { own.set($0, $1(), $2) }
            for node in nodes.dropFirst() where own.count > 0 { node.narrow(own, in: window) }
        case .or(let nodes):
            for node in nodes { node.forEach(in: window, among: others) { own.add($0, $1(), $2) } }
        case .best(let nodes):
            for node in nodes { node.forEach(in: window, among: others) { own.raise($0, $1(), $2) } }
        case .maybe(let node, let other):
            node.forEach(in: window, among: others) { own.set($0, $1(), $2) }
            other.forEach(in: window, among: own) { place, weight, _ in own.add(weight(), to: place) }
        case .without(let node, let other):
            node.forEach(in: window, among: others) { own.set($0, $1(), $2) }
            other.forEach(in: window, among: own) { place, _, _ in own.remove(place) }
        case .checked(let node, let check):
            node.forEach(in: window, among: others) { own.set($0, $1(), $2) }
            own.forEach { place, _, _ in
                if let groups = check.groups(in: window.start + place) {
                    own.setGroups(groups, of: place)
                } else {
                    own.remove(place)
                }
            }
        }
        return own
    }

    /// The documents that hold each of the frequent terms, of which all must be held: fewer are weighed then.
    private func common(in window: Window, among others: WindowMatches?) -> WindowMatches {
        candidates.fill(frequent.lazy.map { $0.documents + window.start / 64 }, among: others)
        return candidates
    }

    /// Of some matches keeps those that match here too, and adds what they weigh.
    private func narrow(_ matches: WindowMatches, in window: Window) {
        matches.keepOnly { keep in
            forEach(in: window, among: matches) { place, weight, groups in keep(place, weight(), groups) }
        }
    }

    /// Calls `body` with every match in a window that is among `others`; the weight is worked out only where it is
    /// asked for.
    @inline(__always)
    private func forEach(
        in window: Window, among others: WindowMatches? = nil,
        _ body: (_ place: Int, _ weight: () -> Double, _ groups: UInt16) -> Void
    ) {
        switch kind {
        case .term(let term):
            term.forEach(in: window, among: others) { place, posting in
                body(place, { term.weight(of: posting) }, posting.groups)
            }
        case .sequence(let sequence):
            sequence.forEach(in: window, among: others) { place, weight, groups in
                body(place, { weight }, groups)
            }
        case .all:
            for document in window.start..<min(window.end, documents.count)
            where documents.isDocument(document) {
                body(document - window.start, { 0 }, .max)
            }
        default:
            matches(in: window, among: others).forEach { place, weight, groups in
                body(place, { weight }, groups)
            }
        }
    }
}
