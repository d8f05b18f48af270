extension SearchRequest {
    /// The names of the parameters, in the order of the contract.
    static let parameters =
        ["q"] + FilterField.allCases.map(\.rawValue) + FilterField.allCases.map { "not_" + $0.rawValue }
        + [
            "in_their_words", "exact", "match", "sort", "limit", "offset", "facets", "facet_limit",
            "generation",
        ]

    /// The request that a URL's parameters make; a name or a value that isn't known is an error.
    public init(parameters: [(name: String, value: String)]) throws(QueryError) {
        self.init()
        var given: Set<String> = []
        for (name, value) in parameters {
            if let field = try FieldValue(parameter: name, value: value) {
                fields.append(field)
                continue
            }
            guard given.insert(name).inserted else { throw .givenTwice(parameter: name) }
            try set(name, to: value)
        }
    }

    private mutating func set(_ name: String, to value: String) throws(QueryError) {
        switch name {
        case "q": text = value
        case "in_their_words": inTheirWords = try Self.truth(value, of: name)
        case "exact": isExact = try Self.truth(value, of: name)
        case "match": match = try Self.choice(value, of: name)
        case "sort": sort = try Self.sort(value)
        case "limit": limit = try .parameter(name, value: value, in: 0...Self.largestLimit)
        case "offset": offset = try .parameter(name, value: value, in: 0...Int(Int32.max))
        case "facets": facets = try Self.facets(value)
        case "facet_limit": facetLimit = try .parameter(name, value: value, in: 0...Int(Int32.max))
        case "generation": generation = try .parameter(name, value: value, in: 1...Int(Int32.max))
        default: throw .unknownParameter(name, known: Self.parameters)
        }
    }

    private static func truth(_ value: String, of name: String) throws(QueryError) -> Bool {
        guard let truth = Bool(value) else {
            throw .badParameter(name, value: value, known: ["true", "false"])
        }
        return truth
    }

    private static func choice<Choice: RawRepresentable & CaseIterable>(
        _ value: String, of name: String
    ) throws(QueryError) -> Choice where Choice.RawValue == String {
        guard let choice = Choice(rawValue: value) else {
            throw .badParameter(name, value: value, known: Choice.allCases.map(\.rawValue))
        }
        return choice
    }

    private static func sort(_ value: String) throws(QueryError) -> Sort {
        let isReversed = value.hasPrefix("-")
        return Sort(
            try choice(isReversed ? String(value.dropFirst()) : value, of: "sort"), isReversed: isReversed)
    }

    private static func facets(_ value: String) throws(QueryError) -> [FacetField] {
        if value == "none" { return [] }
        let wanted = try value.split(separator: ",", omittingEmptySubsequences: false).map {
            name throws(QueryError) in
            try choice(hyphenated(name) == "said-by" ? "said_by" : String(name), of: "facets") as FacetField
        }
        return FacetField.allCases.filter(wanted.contains)
    }
}
