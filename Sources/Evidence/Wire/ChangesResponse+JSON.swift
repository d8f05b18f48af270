extension ChangesResponse {
    /// Writes the answer as `evidence/1` has it.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("schema"); json.value(WireSchema.current)
            json.name("changes"); json.array(changes) { $1.write(to: &$0) }
            json.name("index"); index.write(to: &json)
        }
    }

    /// Reads an answer from the wire.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(changes: try json.member("changes"), index: try json.member("index"))
    }
}

extension ChangesResponse.Change: JSONWritable, JSONReadable {
    /// Writes the change as an object.
    public func write(to json: inout JSONWriter) {
        json.object { writeMembers(to: &$0) }
    }

    /// Writes the members of the change's object.
    public func writeMembers(to json: inout JSONWriter) {
        json.name("generation"); json.value(generation)
        json.name("when"); json.value(when)
        json.name("kind"); json.value(kind.rawValue)
        json.name("page"); json.value(page)
        json.name("authority"); json.value(authority)
        json.name("statement"); json.value(statement)
        json.name("edition"); json.value(edition)
        json.name("score");
        json.step {
            $0.value(score.from)
        } to: {
            $0.value(score.to)
        }
        json.name("rating");
        json.step {
            $0.value(rating.from)
        } to: {
            $0.value(rating.to)
        }
        json.name("paragraphs")
        json.object { json in
            json.name("added"); json.value(paragraphs.added)
            json.name("removed"); json.value(paragraphs.removed)
            json.name("kept"); json.value(paragraphs.kept)
        }
        json.name("sentences")
        json.array(sentences) { json, sentence in
            json.object { json in
                json.name("id"); json.value(sentence.id)
                json.name("from"); json.value(sentence.from)
                json.name("to"); json.value(sentence.to)
            }
        }
    }

    /// Reads a change from the wire.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(
            generation: try json.member("generation"), when: try json.member("when"),
            kind: try json.member("kind"), page: try json.member("page"),
            authority: try json.member("authority"), statement: try json.member("statement"),
            edition: try json.memberIfPresent("edition"), score: try json.member("score"),
            rating: try json.member("rating"), paragraphs: try json.member("paragraphs"),
            sentences: try json.member("sentences"))
    }
}

extension ChangesResponse.Kind: JSONReadable {}

extension ChangesResponse.Step: JSONReadable where Value: JSONReadable {
    /// Reads a value before and after.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(from: try json.memberIfPresent("from"), to: try json.memberIfPresent("to"))
    }
}

extension ChangesResponse.Paragraphs: JSONReadable {
    /// Reads counts of paragraphs.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(
            added: try json.member("added"), removed: try json.member("removed"),
            kept: try json.member("kept"))
    }
}

extension ChangesResponse.Sentence: JSONReadable {
    /// Reads a sentence.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(
            id: try json.member("id"), from: try json.memberIfPresent("from"),
            to: try json.memberIfPresent("to"))
    }
}

extension JSONWriter {
    /// Writes an object of a value before and after.
    fileprivate mutating func step(
        from: (inout JSONWriter) -> Void, to: (inout JSONWriter) -> Void
    ) {
        object { json in
            json.name("from"); from(&json)
            json.name("to"); to(&json)
        }
    }
}
