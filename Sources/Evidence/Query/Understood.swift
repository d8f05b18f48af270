/// A search in one line of plain English, so that readers can check it.
///
/// It is made from the parsed query, so it says what was searched.
public struct Understood: Sendable {
    private let query: ParsedQuery
    private let filters: Filters
    private let vocabulary: Vocabulary
    private let isAll: Bool
    private let inTheirWords: Bool
    private let editions: Editions

    /// The reading of a query: `isAll` says whether the answer holds all its words or some.
    public init(
        _ query: ParsedQuery, filters: Filters, vocabulary: Vocabulary, isAll: Bool,
        inTheirWords: Bool = false, editions: Editions = .all
    ) {
        self.query = query
        self.filters = filters
        self.vocabulary = vocabulary
        self.isAll = isAll
        self.inTheirWords = inTheirWords
        self.editions = editions
    }

    /// `paragraphs with all of "hospital", "discharge", "delays", said by partners, in statements scored 2`.
    public var line: String {
        let clauses =
            filters.clauses(inTheirWords: inTheirWords, vocabulary)
            + (editions == .latest ? ["of each council's latest assessment"] : [])
        guard let root = query.root else {
            return (["all paragraphs" + (clauses.first.map { " " + $0 } ?? "")] + clauses.dropFirst())
                .joined(separator: ", ")
        }
        let question = "; taken as a question: the best matches first, whether or not they hold every word"
        return (["paragraphs " + words(of: root)] + clauses).joined(separator: ", ")
            + (isQuestion ? question : "")
    }

    /// True if the answer is in order of weight alone, as for a question whose words may be missing.
    public var isQuestion: Bool {
        guard query.isQuestion, !isAll, case .list = query.root else { return false }
        return true
    }

    private func words(of root: QueryNode) -> String {
        // Nothing but excluded items begins with "without" by itself.
        if case .list(let items) = root, items.allSatisfy({ $0.presence == .excluded }) {
            return root.english(isAll: isAll)
        }
        return "with " + root.english(isAll: isAll)
    }
}
