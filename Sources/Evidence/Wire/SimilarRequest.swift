/// A request for paragraphs like another, besides its id.
public struct SimilarRequest: Equatable, Sendable {
    /// The filters, as typed.
    public let fields: [FieldValue]
    /// How many paragraphs are wanted.
    public let limit: Int
    /// The editions that are looked at.
    public let editions: Editions
    /// The generation to ask; `nil` for the current one.
    public let generation: Int?

    /// The request that a URL's parameters make; a name or a value that isn't known is an error.
    public init(parameters: [(name: String, value: String)]) throws(RequestError) {
        let given = try GivenParameters(parameters, of: .similar)
        fields = given.fields
        limit = given.number(.limit) ?? 0
        editions = given.editions
        generation = given.number(.generation)
    }
}
