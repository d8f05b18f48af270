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
    /// The frequent terms of a conjunction, which aren't among its nodes.
    private let frequent: FrequentConjunction?

    init(_ kind: Kind, _ documents: DocumentTable) {
        self.documents = documents
        estimate =
            switch kind {
            case .term(let term): term.count
            case .sequence(let sequence): sequence.count
            case .all: documents.count
            case .and(let nodes): nodes.map(\.estimate).min() ?? 0
            case .or(let nodes), .best(let nodes): nodes.reduce(0) { $0 + $1.estimate }
            case .maybe(let node, _), .without(let node, _), .checked(let node, _): node.estimate
            }
        guard case .and(let nodes) = kind else {
            (self.kind, frequent) = (kind, nil)
            return
        }
        let sorted = nodes.sorted { $0.estimate < $1.estimate }
        frequent = FrequentConjunction(sorted.compactMap(\.frequentTerm))
        self.kind = .and(sorted.filter { $0.frequentTerm == nil })
    }

    /// The term, where it is a frequent one.
    private var frequentTerm: FrequentPostings? {
        if case .term(let term) = kind { term.frequent } else { nil }
    }

    /// What matches in a window, and is among `others`, until the next is asked for.
    func matches(in window: Window, among others: WindowMatches? = nil) -> WindowMatches {
        switch kind {
        case .term, .sequence, .all:
            own.clear()
            forEach(in: window, among: others) { own.set($0, $1(), $2) }
            return own
        case .and(let nodes):
            return all(of: nodes, in: window, among: others)
        case .or(let nodes):
            return any(of: nodes, in: window, among: others) { $0.add($1, $2, $3) }
        case .best(let nodes):
            return any(of: nodes, in: window, among: others) { $0.raise($1, $2, $3) }
        case .maybe(let node, let other):
            let found = node.matches(in: window, among: others)
            other.forEach(in: window, among: found) { place, weight, _ in found.add(weight(), to: place) }
            return found
        case .without(let node, let other):
            let found = node.matches(in: window, among: others)
            other.forEach(in: window, among: found) { place, _, _ in found.remove(place) }
            return found
        case .checked(let node, let check):
            let found = node.matches(in: window, among: others)
            found.forEach { place, _, _ in
                if let groups = check.groups(in: window.start + place) {
                    found.setGroups(groups, of: place)
                } else {
                    found.remove(place)
                }
            }
            return found
        }
    }

    /// What matches each of some nodes, and holds the frequent terms: most of what doesn't is never looked at.
    private func all(of nodes: [MatchNode], in window: Window, among others: WindowMatches?) -> WindowMatches
    {
        guard let frequent else { return common(to: nodes, in: window, among: others) }
        own.fill(frequent.documents(in: window), among: others)
        guard !nodes.isEmpty else {
            frequent.weigh(own, in: window)
            return own
        }
        let found = common(to: nodes, in: window, among: own)
        frequent.addWeights(to: found, in: window)
        return found
    }

    /// What matches each of some nodes.
    private func common(to nodes: [MatchNode], in window: Window, among others: WindowMatches?)
        -> WindowMatches
    {
        guard let first = nodes.first else { return nothing }
        let found = first.matches(in: window, among: others)
        for node in nodes.dropFirst() where found.count > 0 { node.narrow(found, in: window) }
        return found
    }

    /// What matches one of some nodes; `add` adds what another than the first matches.
    @inline(__always)
    private func any(
        of nodes: [MatchNode], in window: Window, among others: WindowMatches?,
        _ add: (WindowMatches, _ place: Int, _ weight: Double, _ groups: UInt16) -> Void
    ) -> WindowMatches {
        guard let first = nodes.first else { return nothing }
        let found = first.matches(in: window, among: others)
        for node in nodes.dropFirst() {
            node.forEach(in: window, among: others) { add(found, $0, $1(), $2) }
        }
        return found
    }

    private var nothing: WindowMatches {
        own.clear()
        return own
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
            term.forEach(in: window, among: others) { place, details in
                body(place, { term.weight(of: details) }, details.groups)
            }
        case .sequence(let sequence):
            sequence.forEach(in: window, among: others) { place, weight, groups in
                body(place, { weight }, groups)
            }
        case .all:
            for document in window.start..<min(window.end, documents.count)
            where documents.isDocument(document) && others?.contains(document - window.start) ?? true {
                body(document - window.start, { 0 }, .max)
            }
        default:
            matches(in: window, among: others).forEach { place, weight, groups in
                body(place, { weight }, groups)
            }
        }
    }
}
