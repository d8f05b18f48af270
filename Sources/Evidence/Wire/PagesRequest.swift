/// A request for pages of the index.
public struct PagesRequest: Equatable, Sendable {
    /// The filters, as typed.
    public let fields: [FieldValue]
    /// The editions that are looked at.
    public let editions: Editions
    /// The generation to ask; `nil` for the current one.
    public let generation: Int?

    /// The request that a URL's parameters make; a name or a value that isn't known is an error.
    public init(parameters: [(name: String, value: String)]) throws(RequestError) {
        let given = try GivenParameters(parameters, of: .pages)
        fields = given.fields
        editions = given.editions
        generation = given.number(.generation)
    }
}
