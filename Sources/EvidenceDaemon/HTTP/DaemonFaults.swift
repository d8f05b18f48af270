internal import Evidence

/// The wording of the errors that a request can have beyond its query.
extension ErrorResponse {
    init(_ error: QueryError) {
        self.init(error.code, error.message, at: error.at, hint: error.hint, candidates: error.candidates)
    }

    static let noIndex = ErrorResponse(
        .noIndex, "there is no index yet", hint: "build one with: evidence-index --index DIR PATH…")

    static func generationGone(_ number: Int, current: Int) -> ErrorResponse {
        ErrorResponse(
            .generationGone, "generation \(number) is not kept; the current one is \(current)",
            hint: "ask again without generation, and from the beginning")
    }

    static func unknownPath(_ path: String) -> ErrorResponse {
        ErrorResponse(
            .notFound, "nothing at \(path.prefix(100))",
            hint: "the paths are \(Route.list)", candidates: Route.answered.map(\.path))
    }

    static func unknownParagraph(_ id: String) -> ErrorResponse {
        ErrorResponse(
            .notFound, "no paragraph \(id.prefix(200)) in the index",
            hint: "an id is AUTHORITY/STATEMENT/N, or AUTHORITY/YYYY-MM/STATEMENT/N, as hits give it")
    }

    static func methodNotAllowed(_ method: String, path: String) -> ErrorResponse {
        ErrorResponse(
            .methodNotAllowed, "\(method.prefix(20)) is not for \(path.prefix(100))", hint: "use GET")
    }

    static func largeBody(limit: Int) -> ErrorResponse {
        ErrorResponse(
            .tooLong, "the body of the request is over \(limit) bytes, or doesn't say how long it is",
            hint: "send none: parameters go into the URL")
    }

    static func largeHeaders(limit: Int) -> ErrorResponse {
        ErrorResponse(
            .tooLong,
            "the headers of the request, its address among them, are too large: over \(limit) bytes",
            hint: "shorten the query or send fewer headers")
    }

    static func slowRequest(limit: Int) -> ErrorResponse {
        ErrorResponse(
            .badQuery, "the request wasn't complete within \(limit) s", hint: "send it again, all at once")
    }

    static let manyConnections = ErrorResponse(
        .busy, "too many connections are open", hint: "try again, and close connections that aren't needed")

    static func longQueue(limit: Int) -> ErrorResponse {
        ErrorResponse(
            .busy, "\(limit) searches are waiting already, and none has more of them than this client",
            hint: "try again, with fewer at a time")
    }

    /// For the log and the figures, because the client is not there to read it.
    static let clientGone = ErrorResponse(.busy, "the client went before its turn came")

    static let malformed = ErrorResponse(
        .badQuery, "this is no HTTP request",
        hint: "send HTTP/1.1, as in GET /v1/search?q=hospital, with all but ASCII in percent signs")

    static let wrongHost = ErrorResponse(
        .badQuery, "a request has one Host header, and this one has none or several",
        hint: "send one, as in Host: localhost")

    static func badEncoding(_ text: String) -> ErrorResponse {
        ErrorResponse(
            .badValue, "\"\(text.prefix(60))\" is not UTF-8 in percent signs", hint: "write % itself as %25")
    }

    static func noParameters(of route: Route, given name: String) -> ErrorResponse {
        ErrorResponse(
            .unknownParameter, "\(route.rawValue) has no parameter \(name.prefix(60))", hint: "leave it out")
    }

    static let internalError = ErrorResponse(
        .internal, "something went wrong here; the daemon's log says what", hint: "try again")
}
