extension Hit: JSONWritable {
    /// Writes the hit as an object.
    public func write(to json: inout JSONWriter) {
        json.object { writeMembers(to: &$0) }
    }

    /// Writes the members of the hit's object; `rank`, `weight` and the snippet only if it has them.
    public func writeMembers(to json: inout JSONWriter) {
        json.name("id"); json.value(id)
        json.name("fingerprint"); json.value(fingerprint)
        if let rank { json.name("rank"); json.value(rank) }
        if let weight { json.name("weight"); json.value(weight) }
        writeFacets(to: &json)
        json.name("source")
        json.object { json in
            json.name("path"); json.value(source.path)
            json.name("line"); json.value(source.line)
        }
        json.name("text"); json.value(text)
        json.name("highlights"); json.value(highlights)
        if let snippet {
            json.name("snippet"); json.value(snippet.text)
            json.name("snippet_highlights"); json.value(snippet.highlights)
        }
        json.name("sentences"); json.array(sentences) { $1.write(to: &$0) }
    }

    private func writeFacets(to json: inout JSONWriter) {
        json.name("authority"); json.value(authority)
        json.name("authority_name"); json.value(authorityName)
        json.name("authority_code"); json.value(authorityCode)
        json.name("region"); json.value(region)
        json.name("authority_type"); json.value(authorityType)
        json.name("statement"); json.value(statement)
        json.name("statement_name"); json.value(statementName)
        json.name("theme"); json.value(theme)
        json.name("theme_name"); json.value(themeName)
        json.name("score"); json.value(score)
        json.name("score_name"); json.value(scoreName)
        json.name("indicative"); json.value(isIndicative)
        json.name("section"); json.value(section)
        json.name("section_name"); json.value(sectionName)
        json.name("published"); json.value(published)
        json.name("edition"); json.value(edition)
        json.name("rating"); json.value(rating)
        json.name("indexed"); json.value(indexed)
        json.name("url"); json.value(url)
        json.name("said_by"); json.value(saidBy)
        json.name("in_their_words"); json.value(inTheirWords)
    }
}

extension Hit.SpokenSentence: JSONWritable {
    /// Writes the sentence; `rule` only if it has one.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("text"); json.value(text)
            json.name("said_by"); json.value(saidBy)
            json.name("because"); json.value(because)
            if let rule { json.name("rule"); json.value(rule) }
        }
    }
}

extension JSONWriter {
    /// Writes ranges as `[start, end)` pairs.
    mutating func value(_ ranges: [Range<Int>]) {
        array(ranges) { $0.value($1) }
    }

    /// Writes source groups by their names.
    mutating func value(_ groups: [SourceGroup]) {
        array(groups) { $0.value($1.rawValue) }
    }
}
