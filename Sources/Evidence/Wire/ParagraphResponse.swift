/// The answer to a request for one paragraph.
public struct ParagraphResponse: Equatable, Sendable, JSONWritable, JSONReadable {
    /// The index that answered.
    public var index: IndexDescription
    /// The paragraph, without rank, weight and snippet.
    public var paragraph: Hit
    /// The paragraphs before it on its page, in order.
    public var before: [Hit]
    /// The paragraphs after it on its page, in order.
    public var after: [Hit]
    /// The edition that an id without one was taken to mean; `nil` if the paragraph has the very id.
    public var resolved: Resolved?

    /// How an id without an edition was understood.
    public struct Resolved: Equatable, Sendable, JSONReadable {
        /// The id that was asked for.
        public var from: String
        /// How many editions of the page there are, of which the latest was taken.
        public var editions: Int

        /// The id asked for, of a page with so many editions.
        public init(from: String, editions: Int) {
            self.from = from
            self.editions = editions
        }

        /// Reads how an id was understood.
        public init(reading json: JSONValue) throws(JSONError) {
            self.init(from: try json.member("from"), editions: try json.member("editions"))
        }
    }

    /// An answer with all its members.
    public init(
        index: IndexDescription, paragraph: Hit, before: [Hit], after: [Hit], resolved: Resolved? = nil
    ) {
        self.index = index
        self.paragraph = paragraph
        self.before = before
        self.after = after
        self.resolved = resolved
    }

    /// Writes the answer as `evidence/1` has it.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("schema"); json.value(WireSchema.current)
            json.name("index"); index.write(to: &json)
            json.name("paragraph"); paragraph.write(to: &json)
            json.name("before"); json.array(before) { $1.write(to: &$0) }
            json.name("after"); json.array(after) { $1.write(to: &$0) }
            json.name("resolved")
            if let resolved {
                json.object { json in
                    json.name("from"); json.value(resolved.from)
                    json.name("editions"); json.value(resolved.editions)
                }
            } else {
                json.null()
            }
        }
    }

    /// Reads an answer from the wire.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(
            index: try json.member("index"), paragraph: try json.member("paragraph"),
            before: try json.member("before"), after: try json.member("after"),
            resolved: try json.memberIfPresent("resolved"))
    }
}
