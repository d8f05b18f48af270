internal import Evidence
internal import FoundationEssentials
internal import Histogram
internal import Synchronization

/// Counts what the daemon does, for its status and its metrics.
final class Statistics: Sendable {
    /// What was counted since the start.
    struct Counts {
        /// Requests by what was asked for and the status of the answer.
        var requests: [RequestKind: Int] = [:]
        /// How long answers took, by what was asked for.
        var times: [Route: TimeBuckets] = [:]
        /// Searches that found something, and those that found nothing.
        var found = 0
        var foundNothing = 0
        /// Paragraphs found, those beyond the page asked for included.
        var hits = 0
        /// Searches above the time that the settings call slow.
        var slow = 0
        /// Microseconds that searches took, exact to three digits.
        var latencies = Histogram<UInt64>(highestTrackableValue: 3_600_000_000)

        var total: Int { requests.values.reduce(0, +) }
        var errors: Int { requests.reduce(0) { $0 + ($1.key.status >= 400 ? $1.value : 0) } }
    }

    /// What requests are counted by.
    struct RequestKind: Hashable {
        var route: Route
        var status: Int
    }

    private let connections: Connections
    private let start = ContinuousClock.now
    private let state = Mutex(Counts())

    init(connections: Connections) { self.connections = connections }

    /// A request was answered, in this time.
    func answered(_ route: Route, status: Int, in time: Duration) {
        state.withLock { counts in
            counts.requests[RequestKind(route: route, status: status), default: 0] += 1
            counts.times[route, default: TimeBuckets()].add(time)
        }
    }

    /// A search was answered, in this time and with so many paragraphs.
    func searched(in time: Duration, hits: Int, isSlow: Bool) {
        let microseconds = UInt64(max(1, time / .microseconds(1)))
        state.withLock { counts in
            _ = counts.latencies.record(microseconds)
            counts.hits += hits
            counts.slow += isSlow ? 1 : 0
            if hits == 0 { counts.foundNothing += 1 } else { counts.found += 1 }
        }
    }

    /// The status, with the index in use.
    func response(index: IndexDescription?) -> StatusResponse {
        let counts = state.withLock { $0 }
        func percentile(_ percent: Double) -> Double? {
            guard counts.latencies.totalCount > 0 else { return nil }
            return Double(counts.latencies.valueAtPercentile(percent)) / 1_000
        }
        var response = StatusResponse(
            version: EvidenceVersion.current, index: index, uptime: uptime, requests: counts.total,
            errors: counts.errors,
            latency: .init(p50: percentile(50), p95: percentile(95), p99: percentile(99)),
            connections: connections.open)
        response.hits = counts.hits
        response.slow = counts.slow
        response.indexAge = index.flatMap(\.age)
        response.residentMemory = ProcessFigures.residentMemory
        response.openFiles = ProcessFigures.openFiles
        return response
    }

    /// The metrics, with the index in use and how many searches wait.
    func metrics(index: IndexDescription?, waiting: Int) -> Metrics {
        Metrics(
            counts: state.withLock { $0 }, index: index, connections: connections.open, waiting: waiting,
            uptime: uptime)
    }

    private var uptime: Double { (ContinuousClock.now - start) / .seconds(1) }
}

/// How many times were at most as long as each of some bounds.
struct TimeBuckets {
    /// The bounds in seconds; a search takes about a millisecond.
    static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    /// For each bound, the times above the one before; behind them those above the last.
    private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
    private(set) var sum = 0.0

    mutating func add(_ time: Duration) {
        let seconds = time / .seconds(1)
        sum += seconds
        counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
    }
}

extension IndexDescription {
    /// Seconds since it was built.
    var age: Double? {
        (try? Date(built, strategy: .iso8601)).map { Date.now.timeIntervalSince($0) }
    }
}
