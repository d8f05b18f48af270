/// A piece of a query, with its place.
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

    /// How messages call the operator; `nil` for what is none.
    var operatorName: String? {
        switch kind {
        case .and: "AND"
        case .or: "OR"
        case .not: "NOT"
        case .near: "NEAR"
        default: nil
        }
    }

    /// Whether it says what to do with words, as a sign or an operator does.
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
