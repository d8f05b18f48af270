import Evidence

/// Asks the daemon; every error is a `Failure`.
final class Client {
    let socket: String
    private let timeout: Double
    private var connection: Connection?

    init(socket: String, timeout: Double) {
        self.socket = socket
        self.timeout = timeout
    }

    /// Returns the body of the daemon's answer; throws if the answer is an error.
    func body(of target: Target) throws -> [UInt8] {
        let answer = try answer(to: target)
        guard answer.status != 200 else { return answer.body }
        guard let error = try? ErrorResponse(json: answer.body) else {
            throw refusal(answer.status, of: target)
        }
        throw Failure(error, query: target.query)
    }

    /// Returns the value that a body holds.
    func decode<Response: JSONReadable>(
        _ body: [UInt8], as type: Response.Type = Response.self
    ) throws -> Response {
        do {
            return try type.init(json: body)
        } catch {
            throw Failure(
                ExitStatus.unusable, "the answer of \(socket) can't be read",
                hint: "this is evidence \(EvidenceVersion.current); is evidenced the same version?")
        }
    }

    /// Asks, and asks once more on a new connection if the first ends before the answer.
    ///
    /// A request changes nothing, so asking twice is safe.
    private func answer(to target: Target) throws -> Answer {
        do {
            return try connected().answer(to: target.encoded)
        } catch ExchangeError.ended {
            connection = nil
        } catch let error as ExchangeError {
            throw failure(error)
        }
        do {
            return try connected().answer(to: target.encoded)
        } catch let error as ExchangeError {
            throw failure(error)
        }
    }

    private func connected() throws -> Connection {
        if let connection { return connection }
        do {
            let new = try Connection(socket: socket, timeout: timeout)
            connection = new
            return new
        } catch {
            throw Failure(connectingTo: socket, error)
        }
    }

    private var seconds: String { timeout == timeout.rounded() ? "\(Int(timeout))" : "\(timeout)" }

    /// The failure for an error that is not in the daemon's words: HTTP refused the request, or another program did.
    private func refusal(_ status: Int, of target: Target) -> Failure {
        switch status {
        case 400..<500 where target.encoded.utf8.count > 8192:
            Failure(ExitStatus.usage, "the query is too long", hint: "at most 4,096 bytes")
        default:
            Failure(
                ExitStatus.unusable,
                "another program than evidenced listens on \(socket): it answered HTTP \(status)")
        }
    }

    private func failure(_ error: ExchangeError) -> Failure {
        switch error {
        case .ended:
            Failure(
                ExitStatus.tryAgain, "the daemon ended the connection before its answer, twice",
                hint: "try again")
        case .timedOut:
            Failure(
                ExitStatus.tryAgain, "no answer within \(seconds) s",
                hint: "try again, or wait longer with --timeout")
        case .notHTTP:
            Failure(
                ExitStatus.unusable,
                "another program than evidenced listens on \(socket): it doesn't speak HTTP")
        }
    }
}
