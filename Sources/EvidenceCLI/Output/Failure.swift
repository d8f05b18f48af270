import Evidence

/// The reason why there is no answer: words for people and a status for scripts.
struct Failure: Error {
    var status: Int32
    /// One sentence.
    var message: String
    /// The daemon's code for it, if the daemon said so.
    var code: ErrorCode?
    /// The query that has something wrong in it, and the offset of that in bytes.
    var fault: (query: String, offset: Int)?
    /// The advice, one piece a line.
    var hint: String?
    /// The values that could have been meant.
    var candidates: [String] = []

    init(_ status: Int32, _ message: String, hint: String? = nil) {
        self.status = status
        self.message = message
        self.hint = hint
    }

    /// An error that the daemon answered to a request with this query.
    init(_ error: ErrorResponse, query: String?) {
        self.init(ExitStatus.of(error.code), error.message, hint: error.hint)
        candidates = error.candidates
        code = error.code
        if let query, let offset = error.at { fault = (query, offset) }
        if error.code == .noIndex, hint == nil { hint = Self.buildAnIndex }
    }

    /// The advice if there is no index.
    static let buildAnIndex = "build one: evidence-index --index DIR PATH…"
}
