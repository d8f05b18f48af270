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

    /// A term with so many times more postings in a window than there are matches is asked for each of these.
    private static let manyPostings = 24

    private let kind: Kind
    private let documents: DocumentTable
    /// How many documents match, at most.
    let estimate: Int
    private lazy var own = WindowMatches()

    init(_ kind: Kind, _ documents: DocumentTable) {
        self.documents = documents
        if case .and(let nodes) = kind {
            self.kind = .and(nodes.sorted { $0.estimate < $1.estimate })
        } else {
            self.kind = kind
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
            if let others, let bits = term.bits {
                return others.forEach(in: bits.documents + window.start / 64) { place in
                    guard let posting = term.posting(of: UInt32(window.start + place)) else { return }
                    body(place, { term.weight(of: posting) }, posting.groups)
                }
            }
            if let others, others.count * Self.manyPostings < term.count * Window.size / documents.count {
                return others.forEach { place, _, _ in
                    guard let posting = term.posting(of: UInt32(window.start + place)) else { return }
                    body(place, { term.weight(of: posting) }, posting.groups)
                }
            }
            term.skip(to: window.start)
            while let posting = term.next(before: window.end) {
                let place = Int(posting.document) - window.start
                guard others?.contains(place) ?? true else { continue }
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
