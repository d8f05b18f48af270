/// Reads queries: words, phrases, signs, operators and filters, each error with its byte.
public struct QueryParser: Sendable {
    private let stopWords: Set<String>

    /// A parser that passes over these words, in their folded form, wherever they are not asked for expressly.
    public init(stopWords: Set<String>) { self.stopWords = stopWords }

    /// The tree of a query's words, and its filters with those that were given beside it.
    ///
    /// An empty query is no error here; a query of stop words is one only without a filter.
    public func parse(
        _ text: String, besides parameters: [FieldValue] = []
    ) throws(RequestError) -> ParsedQuery {
        guard text.utf8.count <= QueryLimits.bytes else { throw .tooLong(text.utf8.count) }
        guard let visible = VisibleText(text) else { return try parse(visible: text, besides: parameters) }
        do throws(RequestError) {
            let query = try parse(visible: visible.text, besides: parameters)
            return ParsedQuery(
                text: query.text, root: query.root, fields: query.fields.map(visible.typed),
                isQuestion: query.isQuestion)
        } catch { throw visible.typed(error) }
    }

    private func parse(
        visible text: String, besides parameters: [FieldValue]
    ) throws(RequestError) -> ParsedQuery {
        let read = QueryText(text)
        let tokens = try QueryLexer.tokens(of: read)
        try checkCount(of: tokens)
        var grammar = QueryGrammar(tokens: tokens, stopWords: stopWords)
        let root = try grammar.query()
        let fields = grammar.fields + parameters
        if root == nil, fields.isEmpty, !grammar.stopped.isEmpty { throw .onlyStopWords(grammar.stopped) }
        return ParsedQuery(
            text: text, root: root, fields: fields, isQuestion: Question.isAsked(by: tokens, in: read))
    }

    private func checkCount(of tokens: [QueryToken]) throws(RequestError) {
        var count = 0
        for token in tokens {
            count += token.words.count { !stopWords.contains($0.text) }
            if count > QueryLimits.words { throw .tooManyWords(at: token.at.lowerBound) }
        }
    }
}
