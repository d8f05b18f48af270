/// Words, hyphenated words, phrases, `word*` and operators.
extension QueryLexer {
    private func queryWord(_ word: TextWord) -> QueryWord {
        QueryWord(text: word.text, typed: text.typed(word.range), at: word.range)
    }

    /// Takes the word at `offset`, with what belongs to it.
    mutating func take(_ word: TextWord) throws(RequestError) {
        let pieces = text.words(at: offset)
        guard pieces.count == 1 else {
            return add(.term(.phrase(pieces.map(queryWord), at: word.range)), word.range.upperBound)
        }
        let parts = parts(beginningWith: word)
        let end = parts.last?.range.upperBound ?? word.range.upperBound
        if text.holds("*", at: end) { return try takeWildcard(parts, star: end) }
        if parts.count > 1 { return add(.term(compound(parts)), end) }
        guard try !takeOperator(end) else { return }
        add(.term(.word(queryWord(word))), end)
    }

    /// The word and those that single hyphens join to it: `out-of-borough`.
    private func parts(beginningWith first: TextWord) -> [TextWord] {
        var parts = [first]
        var end = first.range.upperBound
        while let next = text.word(joinedTo: end) {
            parts.append(next)
            end = next.range.upperBound
        }
        return parts
    }

    private func compound(_ parts: [TextWord]) -> QueryNode {
        let whole = offset..<(parts.last?.range.upperBound ?? offset)
        let joined = parts.map(\.text).joined()
        return .compound(
            parts.map(queryWord), joined: QueryWord(text: joined, typed: text.typed(whole), at: whole))
    }

    private mutating func takeWildcard(_ parts: [TextWord], star: Int) throws(RequestError) {
        let end = star + 1
        guard text.word(at: end) == nil else { throw .loneStar(at: star) }
        let prefix = parts.map(\.text).joined()
        guard parts.count == 1 else {
            throw .wildcardInCompound(text.typed(offset..<star), joined: prefix, at: star)
        }
        guard prefix.unicodeScalars.count >= 2 else { throw .shortWildcard(at: star) }
        add(.term(.wildcard(prefix: prefix, at: offset..<end)), end)
    }

    private mutating func takeOperator(_ end: Int) throws(RequestError) -> Bool {
        switch text.typed(offset..<end) {
        case "AND": add(.and, end)
        case "OR": add(.or, end)
        case "NOT": add(.not, end)
        case "NEAR": try takeNear(end)
        default: return false
        }
        return true
    }

    private mutating func takeNear(_ end: Int) throws(RequestError) {
        guard text.holds("/", at: end) else { return add(.near(window: QueryLimits.defaultWindow), end) }
        guard let number = text.word(at: end + 1), let window = Int(number.text),
            1...QueryLimits.window ~= window
        else { throw .nearDistance(at: offset) }
        add(.near(window: window), number.range.upperBound)
    }

    /// Takes the phrase that opens at `offset` and whose text begins at `start`.
    mutating func takePhrase(_ start: Int) throws(RequestError) {
        var words: [QueryWord] = []
        var cursor = start
        while let (scalar, next) = text.scalar(at: cursor), !scalar.isQuote {
            if let word = text.word(at: cursor) {
                words += text.words(at: cursor).map(queryWord)
                cursor = word.range.upperBound
                if text.holds("*", at: cursor) { throw .wildcardInPhrase(at: cursor) }
            } else if scalar.isControl {
                throw .controlCharacter(at: cursor)
            } else {
                cursor = next
            }
        }
        guard let (_, end) = text.scalar(at: cursor) else { throw .unclosedQuote(at: offset) }
        guard !words.isEmpty else { throw .emptyQuote(at: offset) }
        guard words.count <= QueryLimits.phraseWords else { throw .longPhrase(at: offset) }
        add(.term(.phrase(words, at: offset..<end)), end)
    }
}
