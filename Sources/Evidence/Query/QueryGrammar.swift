/// Makes a tree of tokens, by recursive descent.
///
///     query       = conjunction { OR conjunction }
///     conjunction = [NOT] items { (AND | NOT | AND NOT) items }
///     items       = item { item }
///     item        = [+ | -] (term { NEAR word } | "(" query ")")
///
/// As in Xapian's parser, things side by side bind tightest, then AND and NOT, then OR. Each function's node
/// is `nil` if only filters and stop words stood.
struct QueryGrammar {
    let tokens: [QueryToken]
    let stopWords: Set<String>
    var index = 0
    private var depth = 0
    /// The filters, which stand beside the tree and not in it.
    private(set) var fields: [FieldValue] = []
    /// The stop words that were passed over.
    var stopped: [QueryWord] = []

    init(tokens: [QueryToken], stopWords: Set<String>) {
        self.tokens = tokens
        self.stopWords = stopWords
    }

    var next: QueryToken? { index < tokens.count ? tokens[index] : nil }

    mutating func query() throws(RequestError) -> QueryNode? {
        let root = try disjunction()
        if let next { throw .unopenedBracket(at: next.at.lowerBound) }
        return root
    }

    private mutating func disjunction() throws(RequestError) -> QueryNode? {
        var nodes = [try conjunction(after: nil)]
        while let token = next, case .or = token.kind {
            index += 1
            nodes.append(try conjunction(after: token))
            // In brackets a filter has been refused already.
            if let field = fields.first, let at = field.at { throw .filterUnderOr(field, at: at.lowerBound) }
        }
        return .joined(nodes.compactMap { $0 }, by: QueryNode.or)
    }

    private mutating func conjunction(after token: QueryToken?) throws(RequestError) -> QueryNode? {
        var wanted: [QueryNode] = [], unwanted: [QueryNode] = []
        var token = token
        repeat {
            let negation = takeNot()
            let node = try items(after: negation ?? token, isNegated: negation != nil)
            if let node, negation == nil { wanted.append(node) } else if let node { unwanted.append(node) }
            token = takeAnd()
        } while token != nil
        return .with(wanted, without: unwanted)
    }

    /// Takes a NOT, if it comes next.
    private mutating func takeNot() -> QueryToken? {
        guard let token = next, case .not = token.kind else { return nil }
        index += 1
        return token
    }

    /// Takes an AND, or points at a NOT that stands for AND NOT.
    private mutating func takeAnd() -> QueryToken? {
        guard let token = next else { return nil }
        switch token.kind {
        case .and: index += 1
        case .not: break
        default: return nil
        }
        return token
    }

    /// The items between two operators; `token` is the operator before them.
    private mutating func items(after token: QueryToken?, isNegated: Bool) throws(RequestError) -> QueryNode?
    {
        let start = index
        var items = QueryItems(stopWords: stopWords)
        while let token = next {
            if case .field(let field) = token.kind {
                try take(field)
            } else if let item = try item() {
                items.add(item)
            } else {
                break
            }
        }
        try checkOperators(around: start, after: token)
        if isNegated { items.restoreStopWords() }
        stopped += items.stopped
        return items.node
    }

    /// Refuses an operator that has nothing on one side, and a NEAR that follows no word.
    private func checkOperators(around start: Int, after token: QueryToken?) throws(RequestError) {
        if let next, case .near = next.kind, index > start {
            throw .nearWithoutWords(at: next.at.lowerBound)
        }
        guard index == start else { return }
        if let token, let name = token.operatorName { throw .nothingAfter(name, at: token.at.lowerBound) }
        if let next, let name = next.operatorName { throw .nothingBefore(name, at: next.at.lowerBound) }
    }

    private mutating func take(_ field: FieldValue) throws(RequestError) {
        if depth > 0 { throw .filterInBrackets(field, at: field.at?.lowerBound ?? 0) }
        fields.append(field)
        index += 1
    }

    mutating func group(_ open: QueryToken) throws(RequestError) -> QueryNode? {
        let at = open.at.lowerBound
        guard depth < QueryLimits.depth else { throw .deepBrackets(at: at) }
        index += 1
        depth += 1
        let start = index
        let node = try disjunction()
        guard let token = next, case .close = token.kind else { throw .unclosedBracket(at: at) }
        guard index > start else { throw .emptyBrackets(at: at) }
        index += 1
        depth -= 1
        return node
    }
}
