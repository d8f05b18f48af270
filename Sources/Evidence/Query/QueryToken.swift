/// A piece of a query, with the bytes that it takes up.
struct QueryToken {
    enum Kind {
        /// A word, a phrase or whatever else can be searched for by itself.
        case term(QueryNode)
        case field(FieldValue)
        case open, close
        case plus, minus
        case and, or, not
        case near(window: Int)
    }

    let kind: Kind
    /// Bytes of UTF-8 of the query.
    let at: Range<Int>

    /// The operator's name in messages; `nil` if it is none.
    var operatorName: String? {
        switch kind {
        case .and: "AND"
        case .or: "OR"
        case .not: "NOT"
        case .near: "NEAR"
        default: nil
        }
    }

    /// True of a sign or an operator.
    var isOperator: Bool {
        switch kind {
        case .plus, .minus: true
        default: operatorName != nil
        }
    }

    var isField: Bool { if case .field = kind { true } else { false } }

    /// The words that it searches for.
    var words: [QueryWord] {
        guard case .term(let node) = kind else { return [] }
        switch node {
        case .word(let word): return [word]
        case .compound(let words, _), .phrase(let words, _): return words
        case .wildcard(let prefix, let at): return [QueryWord(text: prefix, typed: prefix, at: at)]
        default: return []
        }
    }
}
