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

    /// An answer with all its members.
    public init(index: IndexDescription, paragraph: Hit, before: [Hit], after: [Hit]) {
        self.index = index
        self.paragraph = paragraph
        self.before = before
        self.after = after
    }

    /// Writes the answer as `evidence/1` has it.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("schema"); json.value(WireSchema.current)
            json.name("index"); index.write(to: &json)
            json.name("paragraph"); paragraph.write(to: &json)
            json.name("before"); json.array(before) { $1.write(to: &$0) }
            json.name("after"); json.array(after) { $1.write(to: &$0) }
        }
    }

    /// Reads an answer from the wire.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(
            index: try json.member("index"), paragraph: try json.member("paragraph"),
            before: try json.member("before"), after: try json.member("after"))
    }
}
