/// Cuts a query into tokens, in one pass.
///
/// It skips punctuation that means nothing, and refuses signs and operators that stand where they mean nothing.
struct QueryLexer {
    let text: QueryText
    var offset = 0
    var tokens: [QueryToken] = []
    /// True if white space, a bracket or nothing stands before `offset`: only there is `-` or `+` a sign.
    private var isApart = true

    /// The tokens of a query.
    static func tokens(of text: QueryText) throws(RequestError) -> [QueryToken] {
        var lexer = QueryLexer(text: text)
        while let (scalar, next) = text.scalar(at: lexer.offset) {
            try lexer.take(scalar, next)
        }
        return lexer.tokens
    }

    private init(text: QueryText) { self.text = text }

    private mutating func take(_ scalar: Unicode.Scalar, _ next: Int) throws(RequestError) {
        let wasApart = isApart
        isApart = false
        switch scalar {
        case _ where scalar.isQuote: try takePhrase(next)
        case "(":
            add(.open, next)
            isApart = true
        case ")": add(.close, next)
        case "+", "-": try takeSign(scalar, next, isApart: wasApart)
        case "*": throw .loneStar(at: offset)
        default: try takeOther(scalar, next)
        }
    }

    private mutating func takeOther(_ scalar: Unicode.Scalar, _ next: Int) throws(RequestError) {
        if scalar.isSpace {
            isApart = true
        } else if scalar.isControl {
            throw .controlCharacter(at: offset)
        } else if let word = text.word(at: offset) {
            if try !takeField() { try take(word) }
            return
        }
        offset = next
    }

    /// Adds a token from `offset` to `end` and goes on there.
    mutating func add(_ kind: QueryToken.Kind, _ end: Int) {
        tokens.append(QueryToken(kind: kind, at: offset..<end))
        offset = end
    }

    private mutating func takeSign(
        _ scalar: Unicode.Scalar, _ next: Int, isApart: Bool
    ) throws(RequestError) {
        if isApart, let (following, _) = text.scalar(at: next) {
            if following == "(" || following.isQuote || text.word(at: next) != nil {
                return add(scalar == "+" ? .plus : .minus, next)
            }
            // Passed over in silence, the value of `--score 2` would be searched for as a word.
            if following == "-", scalar == "-",
                let field = FilterName(text.typed(filterName(from: next + 1)))?.field
            {
                throw .flagInQuery(field, at: offset)
            }
        }
        offset = next
    }
}

extension Unicode.Scalar {
    /// True of any double quote, which opens or closes a phrase: keyboards and word processors mix them.
    var isQuote: Bool { self == "\"" || self == "“" || self == "”" || self == "„" }

    /// True if it separates words.
    var isSpace: Bool {
        switch self {
        case " ", "\t", "\n", "\r": true
        default: value > 0x9F && properties.isWhitespace
        }
    }

    /// True of a control character, which means nothing in a query.
    var isControl: Bool { value < 0x20 && !isSpace || (0x7F...0x9F).contains(value) }
}
