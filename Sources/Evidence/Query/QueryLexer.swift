/// Cuts a query into tokens, in one pass.
///
/// Punctuation that means nothing is passed over; what looks as if it meant something and doesn't is an error.
struct QueryLexer {
    let text: QueryText
    var position = 0
    var tokens: [QueryToken] = []
    /// Whether white space, a bracket or nothing stands before `position`: only there is `-` or `+` a sign.
    private var isApart = true

    /// The tokens of a query.
    static func tokens(of text: QueryText) throws(RequestError) -> [QueryToken] {
        var lexer = QueryLexer(text: text)
        while let (scalar, next) = text.scalar(at: lexer.position) {
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
        case "*": throw .loneStar(at: position)
        default: try takeOther(scalar, next)
        }
    }

    private mutating func takeOther(_ scalar: Unicode.Scalar, _ next: Int) throws(RequestError) {
        if scalar.isSpace {
            isApart = true
        } else if scalar.isControl {
            throw .controlCharacter(at: position)
        } else if let word = text.word(at: position) {
            if try !takeField() { try take(word) }
            return
        }
        position = next
    }

    /// Adds a token from `position` to `end` and goes on there.
    mutating func add(_ kind: QueryToken.Kind, _ end: Int) {
        tokens.append(QueryToken(kind: kind, at: position..<end))
        position = end
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
                throw .flagInQuery(field, at: position)
            }
        }
        position = next
    }
}

extension Unicode.Scalar {
    /// Whether it opens or closes a phrase: any double quote does, as keyboards and word processors mix them.
    var isQuote: Bool { self == "\"" || self == "“" || self == "”" || self == "„" }

    /// Whether it separates words.
    var isSpace: Bool {
        switch self {
        case " ", "\t", "\n", "\r": true
        default: value > 0x9F && properties.isWhitespace
        }
    }

    /// Whether nothing in a query can be meant by it.
    var isControl: Bool { value < 0x20 && !isSpace || (0x7F...0x9F).contains(value) }
}
