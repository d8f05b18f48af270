/// A query that has been read: a tree of its words, and its filters still as typed.
public struct ParsedQuery: Equatable, Sendable {
    /// The query as it was typed, without invisible characters; the bytes of its words are of this text.
    public let text: String
    /// The words and operators; `nil` if there are filters alone, or nothing.
    public let root: QueryNode?
    /// The filters: those in the query in their order, then those given beside it.
    public let fields: [FieldValue]
    /// True of a question in plain English: few paragraphs hold all its words.
    public let isQuestion: Bool

    /// A query that has been read.
    public init(text: String, root: QueryNode?, fields: [FieldValue], isQuestion: Bool) {
        self.text = text
        self.root = root
        self.fields = fields
        self.isQuestion = isQuestion
    }
}
