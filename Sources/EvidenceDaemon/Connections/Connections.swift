internal import Synchronization

/// Counts the connections from the moment the kernel hands them over: none may be lost when the daemon ends.
final class Connections: Sendable {
    private struct State {
        var accepted = 0
        var begun = 0
        var ended = 0
        var isStopping = false
        var lastEnd = ContinuousClock.now
    }

    /// How many are served; those above are told so.
    let limit: Int
    /// How many above the limit are told so at a time; the others end without a word.
    static let tooMany = 256

    private let state = Mutex(State())

    init(limit: Int) { self.limit = limit }

    /// The kernel handed one over; `false` where there is no room for it.
    func accept() -> Bool {
        state.withLock { state in
            guard state.accepted - state.ended < limit + Self.tooMany else { return false }
            state.accepted += 1
            return true
        }
    }

    /// One ended before it was ready.
    func lost() { state.withLock { $0.accepted -= 1 } }

    /// Whether there are more than are served.
    var areTooMany: Bool { state.withLock { $0.accepted - $0.ended > limit } }

    /// One is ready to be read from.
    func begun() { state.withLock { $0.begun += 1 } }

    /// One was closed.
    func ended() {
        state.withLock { state in
            state.ended += 1
            state.lastEnd = .now
        }
    }

    /// No more are taken.
    func stop() { state.withLock { $0.isStopping = true } }

    /// Whether no more are taken.
    var isStopping: Bool { state.withLock { $0.isStopping } }

    /// How many are open.
    var open: Int { state.withLock { $0.begun - $0.ended } }

    /// Whether some were handed over and aren't ready yet.
    var hasUnready: Bool { state.withLock { $0.accepted > $0.begun } }

    /// For how long none has been open; zero where one is.
    var idle: Duration {
        state.withLock { $0.accepted > $0.ended ? .zero : .now - $0.lastEnd }
    }
}
