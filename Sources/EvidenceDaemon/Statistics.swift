internal import Evidence
internal import Histogram
internal import Synchronization

/// Counts what the daemon does, for its status.
final class Statistics: Sendable {
    private struct State {
        var requests = 0
        var errors = 0
        var connections = 0
        /// Microseconds, exact to three digits.
        var latencies = Histogram<UInt64>(highestTrackableValue: 3_600_000_000)
    }

    private let start = ContinuousClock.now
    private let state = Mutex(State())

    func connectionOpened() { state.withLock { $0.connections += 1 } }

    func connectionClosed() { state.withLock { $0.connections -= 1 } }

    func answered(isError: Bool) {
        state.withLock { state in
            state.requests += 1
            if isError { state.errors += 1 }
        }
    }

    func searched(in time: Duration) {
        let microseconds = UInt64(max(1, time / .microseconds(1)))
        state.withLock { _ = $0.latencies.record(microseconds) }
    }

    /// The status, with the index in use.
    func response(index: IndexDescription?) -> StatusResponse {
        state.withLock { state in
            func percentile(_ percent: Double) -> Double? {
                guard state.latencies.totalCount > 0 else { return nil }
                return Double(state.latencies.valueAtPercentile(percent)) / 1_000
            }
            return StatusResponse(
                version: EvidenceVersion.current, index: index,
                uptime: (ContinuousClock.now - start) / .seconds(1),
                requests: state.requests, errors: state.errors,
                latency: .init(p50: percentile(50), p95: percentile(95), p99: percentile(99)),
                connections: state.connections)
        }
    }
}
