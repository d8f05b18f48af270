internal import Evidence
internal import NIOPosix
internal import Synchronization

/// The threads that search, in fair turns, and what tells a queue of long searches from threads that are stuck.
final class SearchThreads: Sendable {
    /// A search that waits: called with nothing it is done, with an error it ends with that.
    private typealias Waiting = @Sendable (_ refusal: (any Error)?) -> Void

    private struct State {
        var queue = SearchQueue<Waiting>()
        var unfinished = 0
        /// When a search last ended, or the first of the unfinished ones came.
        var lastStep = ContinuousClock.now
    }

    private let pool: NIOThreadPool
    private let maxWaiting: Int
    private let state = Mutex(State())

    /// So many threads, for which at most `maxWaiting` searches wait.
    init(count: Int, maxWaiting: Int) {
        pool = NIOThreadPool(numberOfThreads: count)
        self.maxWaiting = maxWaiting
    }

    func start() { pool.start() }

    func shutDown() async throws { try await pool.shutdownGracefully() }

    /// Runs `body` on one of the threads when it is the client's turn; throws where too much waits, and where the
    /// client has gone meanwhile.
    func run<Result: Sendable>(
        for client: ConnectedClient, _ body: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
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
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { result in
                wait(for: client.peer) { refusal in
                    result.resume(
                        with: .init {
                            if let refusal { throw refusal }
                            guard client.isThere else { throw RequestError.clientGone }
                            return try body()
                        })
                }
            }
        } onCancel: {
            // Only the daemon's own end cancels.
            refuseAll()
        }
    }

    /// Puts a search into the queue, at the cost of another where that is full.
    private func wait(for peer: Peer, _ search: @escaping Waiting) {
        let refused = state.withLock { state in
            state.queue.append(search, from: peer)
            return state.queue.count > maxWaiting ? state.queue.giveUp() : nil
        }
        if let refused { return refused(RequestError.longQueue(limit: maxWaiting)) }
        // Not this search itself: whichever has its turn when a thread is free.
        pool.submit { pool in
            self.next()?(pool == .active ? nil : CancellationError())
        }
    }

    private func next() -> Waiting? { state.withLock { $0.queue.next() } }

    private func refuseAll() {
        while let waiting = next() { waiting(CancellationError()) }
    }

    /// How many searches wait for a thread.
    var waiting: Int { state.withLock { $0.queue.count } }

    /// For how long there have been searches of which none ended; zero where there is nothing to do.
    var stalled: Duration {
        state.withLock { $0.unfinished == 0 ? .zero : .now - $0.lastStep }
    }
}
