internal import Evidence

/// The wording of faults of a request beyond its query.
extension RequestError {
    static let noIndex = RequestError(
        .noIndex, "there is no index yet", hint: "build one with evidence-index")

    static func generationGone(_ number: Int, current: Int) -> RequestError {
        RequestError(
            .generationGone, "generation \(number) is not kept; the current one is \(current)",
            hint: "ask again without `generation`, and from the beginning")
    }

    static func unknownPath(_ path: String) -> RequestError {
        RequestError(
            .notFound, "nothing at \(path.prefix(100))",
            hint: "the paths are \(Route.list)", candidates: Route.answered.map(\.path))
    }

    static func unknownParagraph(_ id: String) -> RequestError {
        RequestError(
            .notFound, "no paragraph \(id.prefix(200)) in the index",
            hint: "an id is AUTHORITY/STATEMENT/N, or AUTHORITY/YYYY-MM/STATEMENT/N, as hits give it")
    }

    static func methodNotAllowed(_ method: String, path: String) -> RequestError {
        RequestError(
            .methodNotAllowed, "\(method.prefix(20)) is not for \(path.prefix(100))", hint: "use GET")
    }

    static func largeBody(limit: Int) -> RequestError {
        RequestError(
            .tooLong, "the body of the request is over \(limit) bytes, or doesn't say how long it is",
            hint: "send none: parameters go into the URL")
    }

    static func largeHeaders(limit: Int) -> RequestError {
        RequestError(
            .tooLong,
            "the headers of the request, its address among them, are too large: over \(limit) bytes",
            hint: "shorten the query or send fewer headers")
    }

    static func slowRequest(limit: Int) -> RequestError {
        RequestError(
            .badQuery, "the request wasn't complete within \(limit) s", hint: "send it again, all at once")
    }

    static let manyConnections = RequestError(
        .busy, "too many connections are open", hint: "try again, and close connections that aren't needed")

    static func longQueue(limit: Int) -> RequestError {
        RequestError(
            .busy, "\(limit) searches are waiting already, and none has more of them than this client",
            hint: "try again, with fewer at a time")
    }

    /// For the log and the figures, because the client is not there to read it.
    static let clientGone = RequestError(.busy, "the client went before its turn came")

    static let malformed = RequestError(
        .badQuery, "this is no HTTP request",
        hint: "send HTTP/1.1, as in GET /v1/search?q=hospital, with all but ASCII in percent signs")

    static let wrongHost = RequestError(
        .badQuery, "a request has one Host header, and this one has none or several",
        hint: "send one, as in Host: localhost")

    static func badEncoding(_ text: String) -> RequestError {
        RequestError(
            .badValue, "\"\(text.prefix(60))\" is not UTF-8 in percent signs", hint: "write % itself as %25")
    }

    static let internalError = RequestError(
        .internal, "something went wrong here; the daemon's log says what", hint: "try again")
}
