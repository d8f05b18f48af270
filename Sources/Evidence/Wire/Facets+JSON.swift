extension FacetCount: JSONWritable, JSONReadable {
    /// Writes the count; `all_words` and `in_their_words` only if it has them.
    public func write(to json: inout JSONWriter) {
        json.object { writeMembers(to: &$0) }
    }

    /// Writes the members of the count, for an object that has others too.
    public func writeMembers(to json: inout JSONWriter) {
        json.name("value")
        switch value {
        case .text(let text): json.value(text)
        case .number(let number): json.value(number)
        }
        json.name("label"); json.value(label)
        json.name("n"); json.value(n)
        json.name("of"); json.value(of)
        if let allWords { json.name("all_words"); json.value(allWords) }
        if let inTheirWords { json.name("in_their_words"); json.value(inTheirWords) }
    }

    /// Reads a count from the wire.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(
            value: try json.member("value"),
            label: try json.member("label"),
            n: try json.member("n"),
            of: try json.member("of"),
            allWords: try json.memberIfPresent("all_words"),
            inTheirWords: try json.memberIfPresent("in_their_words"))
    }
}

extension FacetValue: JSONReadable {
    /// Reads a slug, a source group or a score.
    public init(reading json: JSONValue) throws(JSONError) {
        self = json.digits == nil ? .text(try String(reading: json)) : .number(try Int(reading: json))
    }
}

extension [Facet] {
    /// Writes the facets as one object, a member for each.
    func write(to json: inout JSONWriter) {
        json.object { json in
            for facet in self {
                json.name(facet.field.member)
                json.array(facet.counts) { $1.write(to: &$0) }
            }
        }
    }

    /// Reads the facets that an object holds, in the order of `FacetField.allCases`.
    static func read(from json: JSONValue) throws(JSONError) -> [Facet] {
        var facets: [Facet] = []
        for field in FacetField.allCases {
            guard let counts: [FacetCount] = try json.memberIfPresent(field.member) else { continue }
            facets.append(Facet(field: field, counts: counts))
        }
        return facets
    }
}

extension FacetField {
    fileprivate var member: StaticString {
        switch self {
        case .saidBy: "said_by"
        case .score: "score"
        case .statement: "statement"
        case .theme: "theme"
        case .authority: "authority"
        case .section: "section"
        }
    }
}
