internal import Logging
internal import ServiceLifecycle

/// Ends the daemon when no connection has been open for a while.
struct IdleExit: Service {
    /// The time without a connection; `nil` for never.
    let limit: Duration?
    let connections: Connections
    let logger: Logger

    func run() async throws {
        guard let limit else { return try await gracefulShutdown() }
        await cancelWhenGracefulShutdown {
            while case let rest = limit - connections.idle, rest > .zero {
                guard (try? await Task.sleep(for: min(rest, limit))) != nil else { return }
            }
            logger.info("no connection for \(limit); the next one starts the daemon again")
        }
    }
}
