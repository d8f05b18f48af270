internal import Evidence
internal import FoundationEssentials
internal import Synchronization

/// Counts what the daemon does, for its status and its metrics.
final class Statistics: Sendable {
    /// The counts since the start.
    struct Counts {
        /// Requests by route and status of the answer.
        var requests: [RequestKind: Int] = [:]
        /// How long answers took, by route.
        var times: [Route: TimeBuckets] = [:]
        /// Searches that found something.
        var found = 0
        /// Searches that found nothing.
        var foundNothing = 0
        /// Paragraphs found, those beyond the page asked for included.
        var hits = 0
        /// Searches slower than `slow_query_ms`.
        var slow = 0
        /// How long the latest searches took.
        var latest = LatestTimes()

        var total: Int { requests.values.reduce(0, +) }
        var errors: Int { requests.reduce(0) { $0 + ($1.key.status >= 400 ? $1.value : 0) } }
    }

    /// The route and the status by which requests are counted.
    struct RequestKind: Hashable {
        var route: Route
        var status: Int
    }

    private let connections: Connections
    private let start = ContinuousClock.now
    private let state = Mutex(Counts())

    init(connections: Connections) { self.connections = connections }

    /// Counts an answer and the time that it took.
    func answered(_ route: Route, status: Int, in time: Duration) {
        state.withLock { counts in
            counts.requests[RequestKind(route: route, status: status), default: 0] += 1
            counts.times[route, default: TimeBuckets()].add(time)
        }
    }

    /// Counts a search, the time that it took and the paragraphs that it found.
    func searched(in time: Duration, hits: Int, isSlow: Bool) {
        state.withLock { counts in
            counts.latest.add(time)
            counts.hits += hits
            counts.slow += isSlow ? 1 : 0
            if hits == 0 { counts.foundNothing += 1 } else { counts.found += 1 }
        }
    }

    /// The status, with the index in use.
    func response(index: IndexDescription?) -> StatusResponse {
        let counts = state.withLock { $0 }
        let latencies = counts.latest.percentiles([50, 95, 99])
        var response = StatusResponse(
            version: EvidenceVersion.current, index: index, uptime: uptime, requests: counts.total,
            errors: counts.errors,
            latency: .init(p50: latencies[0], p95: latencies[1], p99: latencies[2]),
            connections: connections.open)
        response.hits = counts.hits
        response.slow = counts.slow
        response.indexAge = index.flatMap(\.age)
        response.residentMemory = ProcessFigures.residentMemory
        response.openFiles = ProcessFigures.openFiles
        return response
    }

    /// The metrics, with the index in use and the number of searches that wait.
    func metrics(index: IndexDescription?, waiting: Int) -> Metrics {
        Metrics(
            counts: state.withLock { $0 }, index: index, connections: connections.open, waiting: waiting,
            uptime: uptime)
    }

    private var uptime: Double { (ContinuousClock.now - start) / .seconds(1) }
}

extension IndexDescription {
    /// Seconds since the index was built.
    var age: Double? {
        (try? Date(built, strategy: .iso8601)).map { Date.now.timeIntervalSince($0) }
    }
}
