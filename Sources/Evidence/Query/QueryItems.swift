/// Things side by side, as they are read.
struct QueryItems {
    let stopWords: Set<String>
    private var items: [QueryItem] = []
    private var stops: [QueryItem] = []

    init(stopWords: Set<String>) { self.stopWords = stopWords }

    /// The stop words that were passed over.
    var stopped: [QueryWord] {
        stops.compactMap { if case .word(let word) = $0.node { word } else { nil } }
    }

    mutating func add(_ item: ReadItem) {
        guard let node = item.node else { return }
        let read = QueryItem(item.presence, node)
        switch node {
        case .word(let word) where item.presence == .optional && stopWords.contains(word.text):
            stops.append(read)
        // Brackets around words side by side say nothing.
        case .list(let inner) where (inner + [read]).allSatisfy { $0.presence == .optional }: items += inner
        default: items.append(read)
        }
    }

    /// Takes the stop words back, if there is nothing else: `NOT the` is not `NOT` nothing.
    mutating func restoreStopWords() {
        guard items.isEmpty else { return }
        items = stops
        stops = []
    }

    /// The list, or the single thing in it; `nil` for none.
    var node: QueryNode? {
        guard items.count == 1 else { return items.isEmpty ? nil : .list(items) }
        switch (items[0].presence, items[0].node) {
        case (.optional, let node): return node
        case (.required, let node) where node.isSimple: return node
        // The sign in `+(a b)` keeps the list inside it from being relaxed.
        default: return .list(items)
        }
    }
}

/// An item as read; its node is `nil` if brackets held only stop words.
struct ReadItem {
    let presence: QueryItem.Presence
    let node: QueryNode?
}

extension QueryGrammar {
    /// Takes the next item; `nil` if the next token begins none.
    mutating func item() throws(RequestError) -> ReadItem? {
        guard let token = next else { return nil }
        switch token.kind {
        case .plus: return try signed(.required, "+", token)
        case .minus: return try signed(.excluded, "-", token)
        case .open: return ReadItem(presence: .optional, node: try group(token))
        case .term(let node):
            index += 1
            return ReadItem(presence: .optional, node: try near(node))
        default: return nil
        }
    }

    private mutating func signed(
        _ presence: QueryItem.Presence, _ sign: String, _ token: QueryToken
    ) throws(RequestError) -> ReadItem {
        index += 1
        guard let item = try item() else { throw .nothingToSign(sign, at: token.at.lowerBound) }
        return ReadItem(presence: presence, node: item.node)
    }

    /// The node, with the words that NEAR ties to it.
    private mutating func near(_ first: QueryNode) throws(RequestError) -> QueryNode {
        guard case .word(let word) = first else { return first }
        var words = [word]
        var widest = 0
        while let token = next, case .near(let window) = token.kind {
            index += 1
            guard case .term(.word(let word))? = next?.kind else {
                throw .nearWithoutWords(at: token.at.lowerBound)
            }
            words.append(word)
            widest = max(widest, window)
            index += 1
        }
        return words.count > 1 ? .near(words, window: widest) : first
    }
}

extension QueryNode {
    /// True if it holds no list that could be relaxed.
    fileprivate var isSimple: Bool {
        switch self {
        case .word, .compound, .phrase, .wildcard, .near: true
        case .list, .expanded, .and, .or, .andNot: false
        }
    }

    /// The nodes under one operator, which a single node does not need.
    static func joined(_ nodes: [QueryNode], by make: ([QueryNode]) -> QueryNode) -> QueryNode? {
        nodes.count > 1 ? make(nodes) : nodes.first
    }

    /// All of `wanted` and none of `unwanted`.
    static func with(_ wanted: [QueryNode], without unwanted: [QueryNode]) -> QueryNode? {
        guard let out = joined(unwanted, by: QueryNode.or) else { return joined(wanted, by: QueryNode.and) }
        guard let base = joined(wanted, by: QueryNode.and) else { return .list([QueryItem(.excluded, out)]) }
        return .andNot(base, out)
    }
}
