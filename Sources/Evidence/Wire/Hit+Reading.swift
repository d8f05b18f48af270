extension Hit: JSONReadable {
    /// Reads a hit from the wire.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(
            id: try json.member("id"),
            fingerprint: try json.member("fingerprint"),
            rank: try json.memberIfPresent("rank"),
            weight: try json.memberIfPresent("weight"),
            authority: try json.member("authority"),
            authorityName: try json.member("authority_name"),
            statement: try json.member("statement"),
            statementName: try json.member("statement_name"),
            theme: try json.memberIfPresent("theme"),
            themeName: try json.memberIfPresent("theme_name"),
            score: try json.memberIfPresent("score"),
            scoreName: try json.memberIfPresent("score_name"),
            isIndicative: try json.member("indicative"),
            section: try json.member("section"),
            sectionName: try json.member("section_name"),
            published: try json.memberIfPresent("published"),
            url: try json.memberIfPresent("url"),
            saidBy: try json.member("said_by"),
            inTheirWords: try json.memberIfPresent("in_their_words"),
            source: try json.member("source"),
            text: try json.member("text"),
            highlights: try json.member("highlights"),
            snippet: try Self.snippet(in: json),
            sentences: try json.member("sentences"))
        authorityCode = try json.memberIfPresent("authority_code")
        region = try json.memberIfPresent("region")
        authorityType = try json.memberIfPresent("authority_type")
        edition = try json.memberIfPresent("edition")
        rating = try json.memberIfPresent("rating")
        indexed = try json.memberIfPresent("indexed")
    }

    private static func snippet(in json: JSONValue) throws(JSONError) -> Snippet? {
        guard let text: String = try json.memberIfPresent("snippet") else { return nil }
        return Snippet(text: text, highlights: try json.member("snippet_highlights"))
    }
}

extension Hit.Place: JSONReadable {
    /// Reads a place from the wire.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(path: try json.member("path"), line: try json.member("line"))
    }
}

extension Hit.SpokenSentence: JSONReadable {
    /// Reads a sentence from the wire.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(
            text: try json.member("text"),
            saidBy: try json.member("said_by"),
            because: try json.memberIfPresent("because"),
            rule: try json.memberIfPresent("rule"))
    }
}
