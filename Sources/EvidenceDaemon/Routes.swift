internal import Evidence
internal import EvidenceIndex
internal import HTTPTypes
internal import HummingbirdCore
internal import Logging
internal import NIOPosix

/// What the daemon answers to, and where: the one place that knows the paths.
struct Routes: Sendable {
    /// An answer, ready to be sent.
    struct Answer {
        var status: Int
        var body: [UInt8]
        /// The methods that the path takes, where it was asked with another.
        var allow: String?
        /// Whether the connection ends behind it.
        var closes = false
    }

    let generations: Generations
    let threads: NIOThreadPool
    let statistics: Statistics
    let logger: Logger

    /// A request needs no body; one that is larger isn't read.
    private static let largestBody = 65_536

    /// The answer to a request, whatever it is: every error becomes one.
    func answer(to request: Request) async -> Answer {
        let start = ContinuousClock.now
        var answer = await result(of: request)
        if bodySize(of: request) > Self.largestBody { answer.closes = true }
        let elapsed = ContinuousClock.now - start
        statistics.answered(isError: answer.status >= 400)
        logger.debug(
            "\(request.method) \(request.uri.string) \(answer.status) \(answer.body.count) bytes in \(elapsed)"
        )
        return answer
    }

    private func result(of request: Request) async -> Answer {
        do {
            return Answer(status: 200, body: try await body(for: request))
        } catch let error as QueryError {
            return Answer(ErrorResponse(error))
        } catch let error as ErrorResponse {
            return Answer(error)
        } catch {
            logger.error("\(request.uri.string): \(error)")
            return Answer(.internalError)
        }
    }

    private func body(for request: Request) async throws -> [UInt8] {
        guard bodySize(of: request) <= Self.largestBody else {
            throw ErrorResponse.largeBody(limit: Self.largestBody)
        }
        let path = request.uri.path
        let route = try route(path)
        guard request.method == .get || request.method == .head else {
            throw ErrorResponse.methodNotAllowed(request.method.rawValue, path: path)
        }
        return try await route(URLParameters(query: request.uri.query ?? "").decoded())
    }

    private typealias Parameters = [(name: String, value: String)]

    private func route(_ path: String) throws -> @Sendable (Parameters) async throws -> [UInt8] {
        if path == "/v1/search" { return search }
        if path == "/v1/pages" { return pages }
        if path == "/v1/status" { return status }
        if let id = try id(in: path, behind: "/v1/paragraphs/") { return { try await paragraph(id, $0) } }
        if let id = try id(in: path, behind: "/v1/similar/") { return { try await similar(id, $0) } }
        throw ErrorResponse.unknownPath(path)
    }

    private func id(in path: String, behind prefix: String) throws -> String? {
        guard path.hasPrefix(prefix) else { return nil }
        return try URLParameters.decoded(path.dropFirst(prefix.count), plusIsSpace: false)
    }

    @Sendable private func search(_ parameters: Parameters) async throws -> [UInt8] {
        let request = try SearchRequest(parameters: parameters)
        let generation = try generations.generation(request.generation)
        let start = ContinuousClock.now
        defer { statistics.searched(in: ContinuousClock.now - start) }
        return try await threads.runIfActive { try generation.search(request).json }
    }

    private func paragraph(_ id: String, _ parameters: Parameters) async throws -> [UInt8] {
        let request = try ParagraphRequest(parameters: parameters)
        let generation = try generations.generation(request.generation)
        return try await threads.runIfActive {
            guard let response = try generation.paragraph(id: id, context: request.context) else {
                throw ErrorResponse.unknownParagraph(id)
            }
            return response.json
        }
    }

    private func similar(_ id: String, _ parameters: Parameters) async throws -> [UInt8] {
        let request = try SimilarRequest(parameters: parameters)
        let generation = try generations.generation(request.generation)
        return try await threads.runIfActive {
            guard let response = try generation.similar(to: id, request) else {
                throw ErrorResponse.unknownParagraph(id)
            }
            return response.json
        }
    }

    @Sendable private func pages(_ parameters: Parameters) async throws -> [UInt8] {
        let request = try PagesRequest(parameters: parameters)
        let generation = try generations.generation(request.generation)
        return try await threads.runIfActive { try generation.pages(request).json }
    }

    @Sendable private func status(_ parameters: Parameters) async throws -> [UInt8] {
        if let (name, _) = parameters.first { throw ErrorResponse.noParameters(given: name) }
        return statistics.response(index: generations.current?.manifest.description).json
    }

    private func bodySize(of request: Request) -> Int {
        request.headers[.contentLength].flatMap { Int($0) } ?? 0
    }
}

extension Routes.Answer {
    fileprivate init(_ error: ErrorResponse) {
        self.init(
            status: error.code.status, body: error.json,
            allow: error.code == .methodNotAllowed ? "GET, HEAD" : nil)
    }
}
