/// Paragraphs that are like another.
public struct SimilarResponse: Equatable, Sendable, JSONWritable, JSONReadable {
    /// A word of the paragraph that tells it from others.
    public struct Term: Equatable, Sendable {
        /// The word as the paragraph has it.
        public var word: String
        /// The weight of the word in Xapian's ESet.
        public var weight: Double
        /// How many paragraphs of the index have it, in any form.
        public var paragraphs: Int

        /// A word with its weight and frequency.
        public init(word: String, weight: Double, paragraphs: Int) {
            self.word = word
            self.weight = weight
            self.paragraphs = paragraphs
        }
    }

    /// The index that answered.
    public var index: IndexDescription
    /// The id of the paragraph.
    public var like: String
    /// The words that others were searched by, the most telling first.
    public var terms: [Term]
    /// The paragraphs most like it.
    public var hits: [Hit]

    /// An answer with all its members.
    public init(index: IndexDescription, like: String, terms: [Term], hits: [Hit]) {
        self.index = index
        self.like = like
        self.terms = terms
        self.hits = hits
    }

    /// Writes the answer as `evidence/1` has it.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("schema"); json.value(WireSchema.current)
            json.name("index"); index.write(to: &json)
            json.name("like"); json.value(like)
            json.name("terms")
            json.array(terms) { json, term in
                json.object { json in
                    json.name("word"); json.value(term.word)
                    json.name("weight"); json.value(term.weight)
                    json.name("paragraphs"); json.value(term.paragraphs)
                }
            }
            json.name("hits"); json.array(hits) { $1.write(to: &$0) }
        }
    }

    /// Reads an answer from the wire.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(
            index: try json.member("index"), like: try json.member("like"), terms: try json.member("terms"),
            hits: try json.member("hits"))
    }
}

extension SimilarResponse.Term: JSONReadable {
    /// Reads a word from the wire.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(
            word: try json.member("word"), weight: try json.member("weight"),
            paragraphs: try json.member("paragraphs"))
    }
}
