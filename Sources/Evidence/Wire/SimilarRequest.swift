/// What a request for paragraphs like another asks for beside its id.
public struct SimilarRequest: Equatable, Sendable {
    /// The filters, as typed.
    public var fields: [FieldValue] = []
    /// How many paragraphs are wanted.
    public var limit = 10
    /// The generation to ask; `nil` for the current one.
    public var generation: Int?

    /// The request that a URL's parameters make; a name or a value that isn't known is an error.
    public init(parameters: [(name: String, value: String)]) throws(RequestError) {
        try RequestError.checkOnce("limit", "generation", in: parameters)
        for (name, value) in parameters {
            if let field = try FieldValue(parameter: name, value: value) {
                fields.append(field)
                continue
            }
            switch name {
            case "limit": limit = try .parameter(name, value: value, in: 0...SearchRequest.largestLimit)
            case "generation": generation = try .parameter(name, value: value, in: 1...Int(Int32.max))
            default:
                let filters = FilterField.allCases.map(\.rawValue)
                throw .unknownParameter(
                    name, known: filters + filters.map { "not_" + $0 } + ["limit", "generation"])
            }
        }
    }
}
