/// A request for one paragraph, besides its id.
public struct ParagraphRequest: Equatable, Sendable {
    /// How many of its neighbours on the page are wanted to each side.
    public let context: Int
    /// The editions that are looked at.
    public let editions: Editions
    /// The generation to ask; `nil` for the current one.
    public let generation: Int?

    /// The request that a URL's parameters make; a name or a value that isn't known is an error.
    public init(parameters: [(name: String, value: String)]) throws(RequestError) {
        let given = try GivenParameters(parameters, of: .paragraphs)
        context = given.number(.context) ?? 0
        editions = given.editions
        generation = given.number(.generation)
    }
}
