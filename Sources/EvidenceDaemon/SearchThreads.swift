internal import NIOPosix
internal import Synchronization

/// The threads that search, and what tells a queue of long searches from threads that are stuck.
final class SearchThreads: Sendable {
    private struct State {
        var unfinished = 0
        /// When a search last ended, or the first of the unfinished ones came.
        var lastStep = ContinuousClock.now
    }

    private let pool: NIOThreadPool
    private let state = Mutex(State())

    init(count: Int) { pool = NIOThreadPool(numberOfThreads: count) }

    func start() { pool.start() }

    func shutDown() async throws { try await pool.shutdownGracefully() }

    /// Runs `body` on one of the threads.
    func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        state.withLock { state in
            if state.unfinished == 0 { state.lastStep = .now }
            state.unfinished += 1
        }
        defer {
            state.withLock { state in
                state.unfinished -= 1
                state.lastStep = .now
            }
        }
        return try await pool.runIfActive(body)
    }

    /// For how long there have been searches of which none ended; zero where there is nothing to do.
    var stalled: Duration {
        state.withLock { $0.unfinished == 0 ? .zero : .now - $0.lastStep }
    }
}
