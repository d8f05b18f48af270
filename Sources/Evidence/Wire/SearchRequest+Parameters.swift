extension SearchRequest {
    /// The names of the parameters, in the order of the contract.
    static let parameters =
        ["q"] + FilterField.allCases.map(\.rawValue) + FilterField.allCases.map { "not_" + $0.rawValue }
        + [
            "in_their_words", "exact", "match", "sort", "limit", "offset", "facets", "facet_limit",
            "cross", "generation",
        ]

    /// The request that a URL's parameters make; a name or a value that isn't known is an error.
    public init(parameters: [(name: String, value: String)]) throws(RequestError) {
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

    private mutating func set(_ name: String, to value: String) throws(RequestError) {
        switch name {
        case "q": text = value
        case "in_their_words": inTheirWords = try Self.truth(value, of: name)
        case "exact": isExact = try Self.truth(value, of: name)
        case "match": match = try .parameter(name, value: value)
        case "sort": sort = try Self.sort(value)
        case "limit": limit = try .parameter(name, value: value, in: 0...Self.largestLimit)
        case "offset": offset = try .parameter(name, value: value, in: 0...Int(Int32.max))
        case "facets": facets = try Self.facets(value)
        case "cross": cross = try CrossTable.Fields(value)
        case "facet_limit": facetLimit = try .parameter(name, value: value, in: 0...Int(Int32.max))
        case "generation": generation = try .parameter(name, value: value, in: 1...Int(Int32.max))
        default: throw .unknownParameter(name, known: Self.parameters)
        }
    }

    private static func truth(_ value: String, of name: String) throws(RequestError) -> Bool {
        guard let truth = Bool(value) else {
            throw .badParameter(name, value: value, known: ["true", "false"])
        }
        return truth
    }

    private static func sort(_ value: String) throws(RequestError) -> Sort {
        let isReversed = value.hasPrefix("-")
        return Sort(
            try .parameter("sort", value: isReversed ? String(value.dropFirst()) : value),
            isReversed: isReversed)
    }

    private static func facets(_ value: String) throws(RequestError) -> [FacetField] {
        if value == "none" { return [] }
        let wanted = try FacetField.list(value, of: "facets")
        return FacetField.allCases.filter(wanted.contains)
    }
}

extension RawRepresentable where Self: CaseIterable, RawValue == String {
    /// The choice that a parameter gives; another than the known ones is an error.
    fileprivate static func parameter(_ name: String, value: String) throws(RequestError) -> Self {
        guard let choice = Self(rawValue: value) else {
            throw .badParameter(name, value: value, known: allCases.map(\.rawValue))
        }
        return choice
    }
}

extension FacetField {
    /// The facets that a parameter lists with commas.
    static func list(_ value: String, of parameter: String) throws(RequestError) -> [FacetField] {
        try value.split(separator: ",", omittingEmptySubsequences: false).map { name throws(RequestError) in
            try .parameter(parameter, value: hyphenated(name) == "said-by" ? "said_by" : String(name))
        }
    }
}
