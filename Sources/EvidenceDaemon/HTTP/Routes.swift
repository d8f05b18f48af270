internal import Evidence
internal import EvidenceSearch
internal import HTTPTypes
internal import HummingbirdCore
internal import Logging

/// What the daemon answers to, and where: the one place that knows the paths.
struct Routes: Sendable {
    /// An answer, ready to be sent.
    struct Answer {
        var status: Int
        var body: [UInt8]
        var contentType = Self.json
        /// The methods that the path takes, where it was asked with another.
        var allow: String?
        /// Whether the connection ends behind it.
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
        } catch let error as QueryError {
            return Answer(ErrorResponse(error))
        } catch let error as ErrorResponse {
            return Answer(error)
        } catch {
            logger.error("\(request.uri.string): \(error)")
            return Answer(.internalError)
        }
    }

    private func body(for request: Request, _ client: Client, _ route: Route) async throws -> [UInt8] {
        guard !client.isTooMany else { throw ErrorResponse.manyConnections }
        guard bodySize(of: request) <= largestBody else {
            throw ErrorResponse.largeBody(limit: largestBody)
        }
        let path = request.uri.path
        guard route != .other else { throw ErrorResponse.unknownPath(path) }
        guard request.method == .get || request.method == .head else {
            throw ErrorResponse.methodNotAllowed(request.method.rawValue, path: path)
        }
        let query = request.uri.query ?? ""
        let parameters = try URLParameters(query: query).decoded()
        switch route {
        case .search: return try await search(parameters, client, query: query)
        case .paragraphs: return try await paragraph(id(in: path, Route.paragraphPrefix), parameters, client)
        case .similar: return try await similar(id(in: path, Route.similarPrefix), parameters, client)
        case .pages: return try await pages(parameters, client)
        case .status, .metrics, .other: return try figures(route, parameters)
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
        let search = { @Sendable () throws -> (json: [UInt8], hits: Int) in
            // The budget begins here, so that it leaves out the time that the search waited for its turn.
            let response = try generation.search(request, until: .now + budget)
            return (response.json, response.total.n)
        }
        let (json, hits) =
            holdsUpNobody(generation, client) ? try search() : try await threads.run(for: client, search)
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

    /// Returns true if a search may run on the event loop's own thread: nobody else is connected, and the index is small
    /// enough for the dearest operators to end within about 20 ms.
    ///
    /// Waking a search thread and being woken by it takes 13 % of a short search's time. Without this the daemon answers
    /// fewer than 8 × as many queries a second as stock libxapian over England.
    private func holdsUpNobody(_ generation: Generation, _ client: Client) -> Bool {
        client.isAlone && generation.manifest.paragraphs <= 100_000
    }

    private func paragraph(_ id: String, _ parameters: Parameters, _ client: Client) async throws -> [UInt8] {
        let request = try ParagraphRequest(parameters: parameters)
        let generation = try generations.generation(request.generation)
        return try await threads.run(for: client) {
            guard let response = try generation.paragraph(id: id, context: request.context) else {
                throw ErrorResponse.unknownParagraph(id)
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
                throw ErrorResponse.unknownParagraph(id)
            }
            return response.json
        }
    }

    private func pages(_ parameters: Parameters, _ client: Client) async throws -> [UInt8] {
        let request = try PagesRequest(parameters: parameters)
        let generation = try generations.generation(request.generation)
        return try await threads.run(for: client) { try generation.pages(request).json }
    }

    private func figures(_ route: Route, _ parameters: Parameters) throws -> [UInt8] {
        if let (name, _) = parameters.first { throw ErrorResponse.noParameters(of: route, given: name) }
        let index = generations.current?.manifest.description
        return route == .metrics
            ? Array(statistics.metrics(index: index, waiting: threads.waiting).text.utf8)
            : statistics.response(index: index).json
    }

    /// The bytes of a body; one that doesn't say how long it is may be of any length.
    private func bodySize(of request: Request) -> Int {
        if request.headers[.transferEncoding] != nil { return .max }
        return request.headers[.contentLength].flatMap { Int($0) } ?? 0
    }
}

extension Routes.Answer {
    fileprivate init(_ error: ErrorResponse) {
        self.init(
            status: error.code.status, body: error.json,
            allow: error.code == .methodNotAllowed ? "GET, HEAD" : nil)
    }
}
