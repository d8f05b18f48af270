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
        /// True if the connection ends behind the answer.
        var closes = false

        static let json = "application/json; charset=utf-8"
    }

    let generations: Generations
    let threads: SearchThreads
    let statistics: Statistics
    /// The size in bytes above which a request's body is refused.
    let maxBodyBytes: Int
    let changeable: ChangeableSettings
    let logger: Logger

    /// The answer to a client's request; an error is an answer too.
    func answer(to request: Request, of client: ConnectedClient) async -> Answer {
        let start = ContinuousClock.now
        let route = Route(path: request.uri.path)
        var answer = await result(of: request, client, route)
        // No request needs a body, and behind one the start of the next request could not be told from it.
        if client.isTooMany || bodySize(of: request) > 0 { answer.closes = true }
        let elapsed = ContinuousClock.now - start
        statistics.answered(route, status: answer.status, in: elapsed)
        logger.debug(
            "\(request.method) \(request.uri.string) \(answer.status) \(answer.body.count) bytes in \(elapsed), \(client.peer)"
        )
        return answer
    }

    private func result(of request: Request, _ client: ConnectedClient, _ route: Route) async -> Answer {
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

    private func body(for request: Request, _ client: ConnectedClient, _ route: Route) async throws -> [UInt8]
    {
        guard !client.isTooMany else { throw RequestError.manyConnections }
        guard bodySize(of: request) <= maxBodyBytes else {
            throw RequestError.largeBody(limit: maxBodyBytes)
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
        case .paragraphs: return try await paragraph(id(in: path, route), parameters, client)
        case .similar: return try await similar(id(in: path, route), parameters, client)
        case .pages: return try await pages(parameters, client)
        case .changes: return try await changes(parameters, client)
        case .metrics:
            try Parameter.Request.metrics.check(parameters)
            return Array(statistics.metrics(index: currentIndex, waiting: threads.waiting).text.utf8)
        case .status, .other:
            try Parameter.Request.status.check(parameters)
            return statistics.response(index: currentIndex).json
        }
    }

    private typealias Parameters = [(name: String, value: String)]

    private func id(in path: String, _ route: Route) throws -> String {
        try URLParameters.decoded(path.dropFirst(route.path.count), plusIsSpace: false)
    }

    private func search(_ parameters: Parameters, _ client: ConnectedClient, query: String) async throws
        -> [UInt8]
    {
        let request = try SearchRequest(parameters: parameters)
        let generation = try generations.generation(request.generation)
        let start = ContinuousClock.now
        let budget = changeable.searchTimeout
        let (json, hits) =
            if let soon = try here(request, generation, client, budget) {
                soon
            } else {
                try await threads.run(for: client) {
                    // The time limit starts here, because the wait for a thread is not the search's own time.
                    Self.encoded(try generation.search(request, until: .now + budget))
                }
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

    private static func encoded(_ response: SearchResponse) -> (json: [UInt8], hits: Int) {
        (response.json, response.total.n)
    }

    /// The answer to a search that ends soon, if nobody else is connected; `nil` if it needs a thread of its own.
    ///
    /// It runs on the event loop's own thread: waking a search thread and being woken by it takes 13 % of a short search's
    /// time. Without this the daemon answers fewer than 8 × as many queries a second as stock libxapian over England. Whoever
    /// connects meanwhile waits for `longestHere` at most, and for a window of documents, which is short in a small index.
    private func here(
        _ request: SearchRequest, _ generation: Generation, _ client: ConnectedClient, _ budget: Duration
    ) throws -> (json: [UInt8], hits: Int)? {
        guard client.isAlone, generation.words <= 12_000_000 else { return nil }
        return try generation.search(request, within: min(budget, Self.longestHere)).map(Self.encoded)
    }

    private static let longestHere = Duration.milliseconds(25)

    private func paragraph(_ id: String, _ parameters: Parameters, _ client: ConnectedClient) async throws
        -> [UInt8]
    {
        let request = try ParagraphRequest(parameters: parameters)
        let generation = try generations.generation(request.generation)
        return try await threads.run(for: client) {
            guard let response = try generation.paragraph(id: id, request) else {
                throw RequestError.unknownParagraph(id)
            }
            return response.json
        }
    }

    private func similar(_ id: String, _ parameters: Parameters, _ client: ConnectedClient) async throws
        -> [UInt8]
    {
        let request = try SimilarRequest(parameters: parameters)
        let generation = try generations.generation(request.generation)
        let budget = changeable.searchTimeout
        return try await threads.run(for: client) {
            guard let response = try generation.similar(to: id, request, until: .now + budget) else {
                throw RequestError.unknownParagraph(id)
            }
            return response.json
        }
    }

    private func pages(_ parameters: Parameters, _ client: ConnectedClient) async throws -> [UInt8] {
        let request = try PagesRequest(parameters: parameters)
        let generation = try generations.generation(request.generation)
        return try await threads.run(for: client) { try generation.pages(request).json }
    }

    private func changes(_ parameters: Parameters, _ client: ConnectedClient) async throws -> [UInt8] {
        let request = try ChangesRequest(parameters: parameters)
        let generation = try generations.generation(request.generation)
        return try await threads.run(for: client) { try generation.changes(request).json }
    }

    private var currentIndex: IndexDescription? { generations.current?.manifest.description }

    /// The length of a request's body, in bytes; the greatest number if the request does not state it.
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
