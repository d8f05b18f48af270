import Evidence

/// Why there is no answer, in words for people and a status for scripts.
struct Failure: Error {
    var status: Int32
    /// One sentence.
    var message: String
    /// What the daemon called it, where the daemon said so.
    var code: ErrorCode?
    /// The query that has something wrong in it, and the byte where.
    var place: (query: String, byte: Int)?
    /// What to do.
    var hint: String?
    /// What could have been meant.
    var candidates: [String] = []

    init(_ status: Int32, _ message: String, hint: String? = nil) {
        self.status = status
        self.message = message
        self.hint = hint
    }

    /// What the daemon answered to a request with this query.
    init(_ error: RequestError, query: String?) {
        self.init(
            ExitStatus.of(error.code), error.message.withFlags,
            hint: error.code == .noIndex ? Self.buildAnIndex : error.hint?.withFlags)
        candidates = error.candidates
        code = error.code
        if let query, let byte = error.at { place = (query, byte) }
    }

    /// What to do without an index.
    static let buildAnIndex = "build one with: evidence-index --index DIR PATH…"
}
