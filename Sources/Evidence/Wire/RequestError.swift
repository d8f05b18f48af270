/// The reason why a request was refused: what is wrong, where, and what to do.
///
/// `QueryFaults`, `FilterFaults` and `ParameterFaults` hold the wording. A message names a parameter between
/// backticks if a program may write it its own way: the command turns `said_by` into its flag.
public struct RequestError: Error, Equatable, Sendable {
    /// The kind of error, for programs.
    public let code: ErrorCode
    /// The fault and its byte, for people: a sentence without its full stop.
    public let message: String
    /// The byte of the query that it is about, from 0; `nil` for a parameter or the whole query.
    public let at: Int?
    /// The remedy.
    public let hint: String?
    /// Names that could stand there instead, the likeliest first.
    public let candidates: [String]

    /// An error with its byte and its remedy, as far as they are known.
    public init(
        _ code: ErrorCode, _ message: String, at: Int? = nil, hint: String? = nil, candidates: [String] = []
    ) {
        self.code = code
        self.message = message
        self.at = at
        self.hint = hint
        self.candidates = candidates
    }
}

extension RequestError: CustomStringConvertible {
    /// The message and the hint in one line.
    public var description: String { hint.map { "\(message); \($0)" } ?? message }
}

extension RequestError: JSONWritable, JSONReadable {
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
