extension FacetCount: JSONWritable, Decodable {
    private enum CodingKeys: String, CodingKey {
        case value, label, n, of
        case allWords = "all_words"
        case inTheirWords = "in_their_words"
    }

    /// Writes the count; `all_words` and `in_their_words` only where it has them.
    public func write(to json: inout JSONWriter) {
        json.object { json in
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
    }

    /// Reads a count from the wire.
    public init(from decoder: any Decoder) throws {
        let json = try decoder.container(keyedBy: CodingKeys.self)
        let number = try? json.decode(Int.self, forKey: .value)
        self.init(
            value: try number.map(FacetValue.number) ?? .text(json.decode(String.self, forKey: .value)),
            label: try json.decode(String.self, forKey: .label),
            n: try json.decode(Int.self, forKey: .n),
            of: try json.decode(Int.self, forKey: .of),
            allWords: try json.decodeIfPresent(Int.self, forKey: .allWords),
            inTheirWords: try json.decodeIfPresent(Int.self, forKey: .inTheirWords))
    }
}

extension FacetField: CodingKey {}

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
    static func decode(from json: KeyedDecodingContainer<FacetField>) throws -> [Facet] {
        try FacetField.allCases.compactMap { field in
            try json.decodeIfPresent([FacetCount].self, forKey: field).map { Facet(field: field, counts: $0) }
        }
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
