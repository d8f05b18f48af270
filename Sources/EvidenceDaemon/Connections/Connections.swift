internal import Synchronization

/// The count of connections, from the moment when the kernel hands one over, so that none is lost when the daemon ends.
final class Connections: Sendable {
    private struct State {
        var accepted = 0
        var begun = 0
        var ended = 0
        var isStopping = false
        var lastEnd = ContinuousClock.now
    }

    /// The number of connections that are served.
    let limit: Int
    /// The number above the limit that are told that they are too many; any further connection is closed unanswered.
    static let maxRefused = 256

    private let state = Mutex(State())

    init(limit: Int) { self.limit = limit }

    /// Counts a connection that the kernel handed over; `false` if there is no room for it.
    func accept() -> Bool {
        state.withLock { state in
            guard state.accepted - state.ended < limit + Self.maxRefused else { return false }
            state.accepted += 1
            return true
        }
    }

    /// Takes back an accepted connection that ended before it was ready.
    func lost() { state.withLock { $0.accepted -= 1 } }

    /// True if there are more connections than are served.
    var areTooMany: Bool { state.withLock { $0.accepted - $0.ended > limit } }

    /// Counts a connection that is ready to be read from.
    func begun() { state.withLock { $0.begun += 1 } }

    /// Counts a connection that was closed.
    func ended() {
        state.withLock { state in
            state.ended += 1
            state.lastEnd = .now
        }
    }

    /// Lets no more connections be accepted.
    func stop() { state.withLock { $0.isStopping = true } }

    /// True if no more connections are accepted.
    var isStopping: Bool { state.withLock { $0.isStopping } }

    /// The number of open connections.
    var open: Int { state.withLock { $0.begun - $0.ended } }

    /// True if connections were handed over that are not ready yet.
    var hasUnready: Bool { state.withLock { $0.accepted > $0.begun } }

    /// The time for which no connection has been open; zero if one is.
    var idle: Duration {
        state.withLock { $0.accepted > $0.ended ? .zero : .now - $0.lastEnd }
    }
}
