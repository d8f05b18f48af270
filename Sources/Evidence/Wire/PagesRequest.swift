/// Which pages of the index are asked for.
public struct PagesRequest: Equatable, Sendable {
    /// The filters, as typed.
    public var fields: [FieldValue] = []
    /// The generation to ask; `nil` for the current one.
    public var generation: Int?

    /// The filters that a page as a whole passes or doesn't.
    private static let filters = FilterField.allCases.filter { ![.saidBy, .section].contains($0) }

    /// The request that a URL's parameters make; a name or a value that isn't known is an error.
    public init(parameters: [(name: String, value: String)]) throws(RequestError) {
        try RequestError.checkOnce("generation", in: parameters)
        for (name, value) in parameters {
            if let field = try FieldValue(parameter: name, value: value), Self.filters.contains(field.field) {
                fields.append(field)
            } else if name == "generation" {
                generation = try .parameter(name, value: value, in: 1...Int(Int32.max))
            } else {
                let names = Self.filters.map(\.rawValue)
                throw .unknownParameter(name, known: names + names.map { "not_" + $0 } + ["generation"])
            }
        }
    }
}
