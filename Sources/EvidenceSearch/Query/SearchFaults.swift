internal import Evidence

/// The wording of the faults of a query that only a search can find.
extension RequestError {
    static func wideWildcard(_ prefix: String, at: Int) -> RequestError {
        RequestError(
            .tooLong, "\(prefix)* stands for more than \(QueryCompiler.maxWildcardWords) words", at: at,
            hint: "write more letters before the *")
    }

    static let emptyQuery = RequestError(
        .emptyQuery, "no words and no filter",
        hint: "name what to search for, or a filter such as said-by:partners; limit=0 counts the whole index")

    static let theirWordsOfNobody = RequestError(
        .badValue, "`in_their_words` needs words, and `said_by` to say whose",
        hint: "add both, as in: hospital discharge said-by:partners")
}
