extension SearchResponse: JSONWritable, JSONReadable {
    /// Writes the answer as `evidence/1` has it.
    public func write(to json: inout JSONWriter) {
        write(to: &json) { json in json.array(hits) { $1.write(to: &$0) } }
    }

    /// Writes the answer with an array that `hits` writes, such as the hits of several pages.
    public func write(to json: inout JSONWriter, hits: (inout JSONWriter) throws -> Void) rethrows {
        try json.object { json in
            json.name("schema"); json.value(WireSchema.current)
            json.name("query"); query.write(to: &json)
            json.name("total"); total.write(to: &json)
            json.name("hits"); try hits(&json)
            json.name("facets"); facets.write(to: &json)
            if let cross { json.name("cross"); cross.write(to: &json) }
            json.name("suggestions"); json.array(suggestions) { $1.write(to: &$0) }
            json.name("index"); index.write(to: &json)
        }
    }

    /// Reads an answer from the wire.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(
            query: try json.member("query"),
            total: try json.member("total"),
            hits: try json.member("hits"),
            facets: try .read(from: json.member("facets")),
            cross: try json.memberIfPresent("cross"),
            suggestions: try json.member("suggestions"),
            index: try json.member("index"))
    }
}

extension SearchResponse.Asked: JSONWritable, JSONReadable {
    /// Writes what was asked.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("text"); json.value(text)
            json.name("understood"); json.value(understood)
            json.name("corrected")
            if let corrected {
                json.object { json in
                    json.name("from"); json.value(corrected.from)
                    json.name("to"); json.value(corrected.to)
                }
            } else {
                json.null()
            }
            json.name("match")
            json.value(match.rawValue)
            json.name("synonyms")
            json.array(synonyms) { $0.value($1) }
            json.name("question"); json.value(isQuestion)
        }
    }

    /// Reads what was asked.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(
            text: try json.member("text"),
            understood: try json.member("understood"),
            corrected: try json.memberIfPresent("corrected"),
            match: try json.member("match"),
            synonyms: try json.member("synonyms"),
            isQuestion: try json.memberIfPresent("question") ?? false)
    }
}

extension SearchResponse.Total: JSONWritable, JSONReadable {
    /// Writes the counts.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("n"); json.value(n)
            json.name("all_words"); json.value(allWords)
            json.name("of"); json.value(of)
            json.name("exact"); json.value(isExact)
        }
    }

    /// Reads the counts.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(
            n: try json.member("n"), allWords: try json.member("all_words"), of: try json.member("of"),
            isExact: try json.member("exact"))
    }
}

extension Suggestion: JSONWritable, JSONReadable {
    /// Writes the suggestion.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("message"); json.value(message)
            json.name("parameter"); json.value(parameter)
            json.name("value"); json.value(value)
            json.name("instead"); json.value(instead)
            json.name("n"); json.value(n)
        }
    }

    /// Reads a suggestion.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(
            message: try json.member("message"), parameter: try json.member("parameter"),
            value: try json.member("value"), instead: try json.memberIfPresent("instead"),
            n: try json.memberIfPresent("n"))
    }
}

extension IndexDescription: JSONWritable, JSONReadable {
    /// Writes the description.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("uuid"); json.value(uuid)
            json.name("generation"); json.value(generation)
            json.name("built"); json.value(built)
            json.name("paragraphs"); json.value(paragraphs)
            json.name("pages"); json.value(pages)
        }
    }

    /// Reads a description.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(
            uuid: try json.member("uuid"), generation: try json.member("generation"),
            built: try json.member("built"), paragraphs: try json.member("paragraphs"),
            pages: try json.member("pages"))
    }
}

extension SearchResponse.Match: JSONReadable {}

extension SearchResponse.Correction: JSONReadable {
    /// Reads a correction.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(from: try json.member("from"), to: try json.member("to"))
    }
}
