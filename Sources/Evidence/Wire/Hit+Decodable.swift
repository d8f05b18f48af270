extension Hit: Decodable {
    private enum CodingKeys: String, CodingKey {
        case id, fingerprint, rank, weight, authority, statement, theme, score, section, published, url,
            source
        case text, highlights, snippet, sentences
        case authorityName = "authority_name"
        case statementName = "statement_name"
        case themeName = "theme_name"
        case scoreName = "score_name"
        case isIndicative = "indicative"
        case sectionName = "section_name"
        case saidBy = "said_by"
        case inTheirWords = "in_their_words"
        case snippetHighlights = "snippet_highlights"
    }

    /// Reads a hit from the wire; members that it doesn't know are passed over.
    public init(from decoder: any Decoder) throws {
        let json = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try json.decode(String.self, forKey: .id),
            fingerprint: try json.decode(String.self, forKey: .fingerprint),
            rank: try json.decodeIfPresent(Int.self, forKey: .rank),
            weight: try json.decodeIfPresent(Double.self, forKey: .weight),
            authority: try json.decode(String.self, forKey: .authority),
            authorityName: try json.decode(String.self, forKey: .authorityName),
            statement: try json.decode(String.self, forKey: .statement),
            statementName: try json.decode(String.self, forKey: .statementName),
            theme: try json.decodeIfPresent(String.self, forKey: .theme),
            themeName: try json.decodeIfPresent(String.self, forKey: .themeName),
            score: try json.decodeIfPresent(Int.self, forKey: .score),
            scoreName: try json.decodeIfPresent(String.self, forKey: .scoreName),
            isIndicative: try json.decode(Bool.self, forKey: .isIndicative),
            section: try json.decode(String.self, forKey: .section),
            sectionName: try json.decode(String.self, forKey: .sectionName),
            published: try json.decodeIfPresent(String.self, forKey: .published),
            url: try json.decodeIfPresent(String.self, forKey: .url),
            saidBy: try json.decode([SourceGroup].self, forKey: .saidBy),
            inTheirWords: try json.decodeIfPresent(Bool.self, forKey: .inTheirWords),
            source: try json.decode(Place.self, forKey: .source),
            text: try json.decode(String.self, forKey: .text),
            highlights: try json.ranges(forKey: .highlights),
            snippet: try Self.snippet(in: json),
            sentences: try json.decode([SpokenSentence].self, forKey: .sentences))
    }

    private static func snippet(in json: KeyedDecodingContainer<CodingKeys>) throws -> Snippet? {
        guard let text = try json.decodeIfPresent(String.self, forKey: .snippet) else { return nil }
        return Snippet(text: text, highlights: try json.ranges(forKey: .snippetHighlights))
    }
}

extension Hit.SpokenSentence: Decodable {
    private enum CodingKeys: String, CodingKey {
        case text, because, rule
        case saidBy = "said_by"
    }

    /// Reads a sentence from the wire.
    public init(from decoder: any Decoder) throws {
        let json = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            text: try json.decode(String.self, forKey: .text),
            saidBy: try json.decode([SourceGroup].self, forKey: .saidBy),
            because: try json.decodeIfPresent(String.self, forKey: .because),
            rule: try json.decodeIfPresent(String.self, forKey: .rule))
    }
}

extension KeyedDecodingContainer {
    /// Ranges from `[start, end)` pairs; an ill-formed pair is an error.
    fileprivate func ranges(forKey key: Key) throws -> [Range<Int>] {
        try decode([[Int]].self, forKey: key).map { pair in
            guard pair.count == 2, pair[0] <= pair[1] else {
                throw DecodingError.dataCorruptedError(
                    forKey: key, in: self, debugDescription: "a highlight is no [start, end) pair")
            }
            return pair[0]..<pair[1]
        }
    }
}
