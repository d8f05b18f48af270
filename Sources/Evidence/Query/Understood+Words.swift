extension QueryNode {
    /// The node as it stands behind "with".
    ///
    /// Only a list outside signs and operators' negations can be relaxed to some of its words.
    func english(isAll: Bool) -> String {
        switch self {
        case .word(let word): English.quoted(word.typed)
        case .compound(_, let joined): English.quoted(joined.typed)
        case .phrase(let words, _): "the phrase " + English.quoted(words.map(\.typed).joined(separator: " "))
        case .wildcard(let prefix, _): "words beginning " + English.quoted(prefix)
        case .near(let words, let window): Self.near(words.map { English.quoted($0.typed) }, window)
        case .list(let items): Self.list(items, isAll: isAll)
        case .expanded(let typed, _): typed.english(isAll: isAll)
        case .and(let nodes): English.list(nodes.map { $0.operand(isAll: isAll) }, "and")
        case .or(let nodes): English.list(nodes.map { $0.operand(isAll: isAll) }, "or")
        case .andNot(let wanted, let unwanted):
            "\(wanted.operand(isAll: isAll)), without \(unwanted.operand(isAll: true))"
        }
    }

    /// The node inside another, in brackets if it could be misread without them.
    private func operand(isAll: Bool) -> String {
        switch self {
        case .list, .and, .or, .andNot: "(" + english(isAll: isAll) + ")"
        default: english(isAll: isAll)
        }
    }

    private static func near(_ words: [String], _ window: Int) -> String {
        guard words.count > 2 else { return words.joined(separator: " within \(window) words of ") }
        return English.list(words, "and") + " within \(window) words of one another"
    }

    private static func list(_ items: [QueryItem], isAll: Bool) -> String {
        func texts(_ presence: QueryItem.Presence, isAll: Bool) -> [String] {
            items.filter { $0.presence == presence }.map { $0.node.operand(isAll: isAll) }
        }
        let required = texts(.required, isAll: true)
        let optional = texts(.optional, isAll: isAll)
        let wanted = isAll ? each("all", required + optional) : relaxed(required, optional)
        let unwanted = texts(.excluded, isAll: true)
        guard !unwanted.isEmpty else { return wanted }
        return (wanted.isEmpty ? "" : wanted + ", ") + "without " + English.list(unwanted, "or")
    }

    private static func relaxed(_ required: [String], _ optional: [String]) -> String {
        guard !required.isEmpty, !optional.isEmpty else {
            return required.isEmpty ? each("some", optional) : each("all", required)
        }
        return each("all", required) + " and perhaps " + English.list(optional, "or")
    }

    private static func each(_ share: String, _ texts: [String]) -> String {
        texts.count > 1 ? "\(share) of " + texts.joined(separator: ", ") : texts.first ?? ""
    }
}
