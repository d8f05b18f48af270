/// An answer that says what is wrong, where, and what to do.
public struct ErrorResponse: Error, Equatable, Sendable, JSONWritable, JSONReadable {
    /// What kind of error it is.
    public var code: ErrorCode
    /// One clear sentence.
    public var message: String
    /// Where in the query it is, in bytes of UTF-8 from 0; `nil` where it isn't in the query.
    public var at: Int?
    /// What to do.
    public var hint: String?
    /// What could have been meant.
    public var candidates: [String]

    /// An error with all its members.
    public init(
        _ code: ErrorCode, _ message: String, at: Int? = nil, hint: String? = nil, candidates: [String] = []
    ) {
        self.code = code
        self.message = message
        self.at = at
        self.hint = hint
        self.candidates = candidates
    }

    /// Writes the error as `evidence/1` has it.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("error")
            json.object { json in
                json.name("code"); json.value(code.rawValue)
                json.name("message"); json.value(message)
                json.name("at"); json.value(at)
                json.name("hint"); json.value(hint)
                json.name("candidates"); json.array(candidates) { $0.value($1) }
            }
        }
    }

    /// Reads an error from the wire; an unknown code counts as internal.
    public init(reading json: JSONValue) throws(JSONError) {
        let error: JSONValue = try json.member("error")
        self.init(
            ErrorCode(rawValue: try error.member("code")) ?? .internal,
            try error.member("message"),
            at: try error.memberIfPresent("at"),
            hint: try error.memberIfPresent("hint"),
            candidates: try error.member("candidates"))
    }
}
