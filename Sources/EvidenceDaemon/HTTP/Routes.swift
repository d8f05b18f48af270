internal import Evidence
internal import EvidenceSearch
internal import HTTPTypes
internal import HummingbirdCore
internal import Logging

/// The daemon's answers to requests.
struct Routes: Sendable {
    /// An answer, ready to be sent.
    struct Answer {
        var status: Int
        var body: [UInt8]
        var contentType = Self.json
        /// The methods that the path takes, if it was asked with another.
        var allow: String?
        /// True if the connection ends behind it.
        var closes = false

        static let json = "application/json; charset=utf-8"
    }

    let generations: Generations
    let threads: SearchThreads
    let statistics: Statistics
    /// A request needs no body; one that is larger, in bytes, isn't read.
    let largestBody: Int
    let changeable: ChangeableSettings
    let logger: Logger

    /// The answer to a client's request, whatever it is: every error becomes one.
    func answer(to request: Request, of client: Client) async -> Answer {
        let start = ContinuousClock.now
        let route = Route(path: request.uri.path)
        var answer = await result(of: request, client, route)
        if client.isTooMany || bodySize(of: request) > largestBody { answer.closes = true }
        let elapsed = ContinuousClock.now - start
        statistics.answered(route, status: answer.status, in: elapsed)
        logger.debug(
            "\(request.method) \(request.uri.string) \(answer.status) \(answer.body.count) bytes in \(elapsed), \(client.peer)"
        )
        return answer
    }

    private func result(of request: Request, _ client: Client, _ route: Route) async -> Answer {
        do {
            let contentType = route == .metrics ? Metrics.contentType : Answer.json
            return Answer(
                status: 200, body: try await body(for: request, client, route), contentType: contentType)
        } catch let error as RequestError {
            return Answer(error)
        } catch {
            logger.error("\(request.uri.string): \(error)")
            return Answer(.internalError)
        }
    }

    private func body(for request: Request, _ client: Client, _ route: Route) async throws -> [UInt8] {
        guard !client.isTooMany else { throw RequestError.manyConnections }
        guard bodySize(of: request) <= largestBody else {
            throw RequestError.largeBody(limit: largestBody)
        }
        let path = request.uri.path
        guard route != .other else { throw RequestError.unknownPath(path) }
        guard request.method == .get || request.method == .head else {
            throw RequestError.methodNotAllowed(request.method.rawValue, path: path)
        }
        let query = request.uri.query ?? ""
        let parameters = try URLParameters(query: query).decoded()
        switch route {
        case .search: return try await search(parameters, client, query: query)
        case .paragraphs: return try await paragraph(id(in: path, Route.paragraphPrefix), parameters, client)
        case .similar: return try await similar(id(in: path, Route.similarPrefix), parameters, client)
        case .pages: return try await pages(parameters, client)
        case .metrics:
            try Parameter.Request.metrics.check(parameters)
            return Array(statistics.metrics(index: currentIndex, waiting: threads.waiting).text.utf8)
        case .status, .other:
            try Parameter.Request.status.check(parameters)
            return statistics.response(index: currentIndex).json
        }
    }

    private typealias Parameters = [(name: String, value: String)]

    private func id(in path: String, _ prefix: String) throws -> String {
        try URLParameters.decoded(path.dropFirst(prefix.count), plusIsSpace: false)
    }

    private func search(_ parameters: Parameters, _ client: Client, query: String) async throws -> [UInt8] {
        let request = try SearchRequest(parameters: parameters)
        let generation = try generations.generation(request.generation)
        let start = ContinuousClock.now
        let budget = changeable.searchTime
        let search = { @Sendable (effort: SearchEffort) throws -> (json: [UInt8], hits: Int) in
            // From here on: the time that it waited for its turn is none of the search's own.
            let response = try generation.search(request, until: .now + budget, effort: effort)
            return (response.json, response.total.n)
        }
        let short = try atOnce(search, for: client)
        let (json, hits) =
            if let short { short } else {
                try await threads.run(for: client) { try search(client.isAlone ? .all : .any) }
            }
        let elapsed = ContinuousClock.now - start
        let isSlow = changeable.slowQuery.map { elapsed > $0 } ?? false
        statistics.searched(in: elapsed, hits: hits, isSlow: isSlow)
        if isSlow {
            logger.notice(
                "slow search, \(elapsed), \(hits) found, \(client.peer): \(request.text.prefix(500)) (\(query.prefix(2_000)))"
            )
        }
        return json
    }

    /// The answer to a short search of the only client; `nil` if it is long or there are other clients.
    ///
    /// It runs on the event loop's own thread, because waking another takes about as long as a short search. With one
    /// client, nobody else has to wait.
    private func atOnce<Found>(_ search: (SearchEffort) throws -> Found, for client: Client) throws -> Found?
    {
        guard client.isAlone else { return nil }
        do { return try search(.little) } catch is LongSearch { return nil }
    }

    private func paragraph(_ id: String, _ parameters: Parameters, _ client: Client) async throws -> [UInt8] {
        let request = try ParagraphRequest(parameters: parameters)
        let generation = try generations.generation(request.generation)
        return try await threads.run(for: client) {
            guard let response = try generation.paragraph(id: id, context: request.context) else {
                throw RequestError.unknownParagraph(id)
            }
            return response.json
        }
    }

    private func similar(_ id: String, _ parameters: Parameters, _ client: Client) async throws -> [UInt8] {
        let request = try SimilarRequest(parameters: parameters)
        let generation = try generations.generation(request.generation)
        let budget = changeable.searchTime
        return try await threads.run(for: client) {
            guard let response = try generation.similar(to: id, request, until: .now + budget) else {
                throw RequestError.unknownParagraph(id)
            }
            return response.json
        }
    }

    private func pages(_ parameters: Parameters, _ client: Client) async throws -> [UInt8] {
        let request = try PagesRequest(parameters: parameters)
        let generation = try generations.generation(request.generation)
        return try await threads.run(for: client) { try generation.pages(request).json }
    }

    private var currentIndex: IndexDescription? { generations.current?.manifest.description }

    /// The bytes of a body; one that doesn't say how long it is may be of any length.
    private func bodySize(of request: Request) -> Int {
        if request.headers[.transferEncoding] != nil { return .max }
        return request.headers[.contentLength].flatMap { Int($0) } ?? 0
    }
}

extension Routes.Answer {
    fileprivate init(_ error: RequestError) {
        self.init(
            status: error.code.status, body: error.json,
            allow: error.code == .methodNotAllowed ? "GET, HEAD" : nil)
    }
}
