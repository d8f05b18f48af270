/// The wording of faults in the text of a query.
extension RequestError {
    private static func bad(_ message: String, at: Int, _ hint: String) -> RequestError {
        RequestError(.badQuery, message, at: at, hint: hint)
    }

    static func tooLong(_ count: Int) -> RequestError {
        RequestError(
            .tooLong, "the query is \(count) bytes long and may be \(QueryLimits.bytes)", hint: "shorten it")
    }

    static func tooManyWords(at: Int) -> RequestError {
        RequestError(
            .tooLong, "more than \(QueryLimits.words) words, from byte \(at)", at: at,
            hint: "leave some out, or put a passage that you look for in quotes")
    }

    static func longPhrase(at: Int) -> RequestError {
        RequestError(
            .tooLong, "more than \(QueryLimits.phraseWords) words in quotes at byte \(at)", at: at,
            hint: "quote a shorter part of the passage")
    }

    static func deepBrackets(at: Int) -> RequestError {
        bad(
            "brackets more than \(QueryLimits.depth) deep at byte \(at)", at: at,
            "leave out the brackets that are not needed")
    }

    static func controlCharacter(at: Int) -> RequestError {
        bad("a control character at byte \(at)", at: at, "remove it")
    }

    static func unclosedQuote(at: Int) -> RequestError {
        bad("the quote at byte \(at) is not closed", at: at, "close it or remove it")
    }

    static func emptyQuote(at: Int) -> RequestError {
        bad("no word between the quotes at byte \(at)", at: at, "remove them or fill them")
    }

    static func unclosedBracket(at: Int) -> RequestError {
        bad("the bracket at byte \(at) is not closed", at: at, "close it or remove it")
    }

    static func unopenedBracket(at: Int) -> RequestError {
        bad("the bracket at byte \(at) closes none", at: at, "open one before it or remove it")
    }

    static func emptyBrackets(at: Int) -> RequestError {
        bad("nothing between the brackets at byte \(at)", at: at, "remove them or fill them")
    }

    static func nothingBefore(_ name: String, at: Int) -> RequestError {
        bad("\(name) at byte \(at) has nothing before it", at: at, operatorHint(name))
    }

    static func nothingAfter(_ name: String, at: Int) -> RequestError {
        bad("\(name) at byte \(at) has nothing after it", at: at, operatorHint(name))
    }

    private static func operatorHint(_ name: String) -> String {
        "add a word there, or write \(name.lowercased()) in small letters to search without the operator"
    }

    static func nothingToSign(_ sign: String, at: Int) -> RequestError {
        bad(
            "\(sign) at byte \(at) stands before an operator", at: at,
            "put it before a word, a phrase or a bracket")
    }

    static func nearWithoutWords(at: Int) -> RequestError {
        bad(
            "NEAR at byte \(at) needs a single word on each side", at: at,
            "write it as in hospital NEAR delays, without signs, quotes, hyphens or *")
    }

    static func nearDistance(at: Int) -> RequestError {
        bad(
            "NEAR/ at byte \(at) needs a number from 1 to \(QueryLimits.window)", at: at,
            "write it as in hospital NEAR/5 delays")
    }

    static func loneStar(at: Int) -> RequestError {
        bad(
            "* at byte \(at) is not at the end of a word", at: at,
            "write the beginning of the word before it, as in reabl*")
    }

    static func shortWildcard(at: Int) -> RequestError {
        bad(
            "fewer than two letters before the * at byte \(at)", at: at,
            "write more of the word, as in reabl*")
    }

    static func wildcardInCompound(_ typed: String, joined: String, at: Int) -> RequestError {
        bad(
            "* at byte \(at) follows the hyphenated \"\(typed)\"", at: at,
            "write \(joined)* for the word without its hyphen, or put * behind one part")
    }

    static func wildcardInPhrase(at: Int) -> RequestError {
        bad(
            "* at byte \(at) is inside quotes, where words are exact", at: at,
            "remove it, or take the word out of the quotes")
    }

    static func onlyStopWords(_ words: [QueryWord]) -> RequestError {
        let typed = words.map(\.typed).joined(separator: " ")
        return RequestError(
            .emptyQuery, "only stop words: \(typed)", at: words.first?.at.lowerBound,
            hint: "add a word, or put them in quotes to search for exactly these")
    }
}
