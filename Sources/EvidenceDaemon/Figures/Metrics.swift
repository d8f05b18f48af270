internal import Evidence

/// The daemon's counts in the text format that Prometheus reads.
struct Metrics {
    let counts: Statistics.Counts
    let index: IndexDescription?
    let connections: Int
    let waiting: Int
    let uptime: Double

    /// The `Content-Type` of the format.
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// The metrics, each behind a line of help.
    var text: String {
        var text = MetricsText()
        addRequests(to: &text)
        addSearches(to: &text)
        addIndex(to: &text)
        addProcess(to: &text)
        return text.text
    }

    private func addRequests(to text: inout MetricsText) {
        text.begin("evidence_requests_total", .counter, "Requests answered.")
        let requests = counts.requests.sorted {
            ($0.key.route.rawValue, $0.key.status) < ($1.key.route.rawValue, $1.key.status)
        }
        for (kind, count) in requests {
            text.add(["route": kind.route.rawValue, "status": "\(kind.status)"], Double(count))
        }
        text.add(
            "evidence_errors_total", .counter, "Requests answered with a status from 400.", counts.errors)
        text.begin("evidence_request_duration_seconds", .histogram, "How long answers took to make.")
        for (route, times) in counts.times.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            text.add(times, labels: ["route": route.rawValue])
        }
        text.add("evidence_connections", .gauge, "Connections open now.", connections)
    }

    private func addSearches(to text: inout MetricsText) {
        text.begin("evidence_searches_total", .counter, "Searches answered, by whether they found something.")
        text.add(["found": "true"], Double(counts.found))
        text.add(["found": "false"], Double(counts.foundNothing))
        text.add("evidence_search_hits_total", .counter, "Paragraphs that searches found.", counts.hits)
        text.add("evidence_slow_searches_total", .counter, "Searches slower than slow_query_ms.", counts.slow)
        text.add("evidence_searches_waiting", .gauge, "Searches that wait for a thread.", waiting)
    }

    private func addIndex(to text: inout MetricsText) {
        let generation = index?.generation ?? 0
        text.add(
            "evidence_index_generation", .gauge, "The generation in use; 0 without an index.", generation)
        guard let index else { return }
        text.add("evidence_index_paragraphs", .gauge, "Paragraphs in the index.", index.paragraphs)
        text.add("evidence_index_pages", .gauge, "Pages in the index.", index.pages)
        guard let age = index.age else { return }
        text.add("evidence_index_age_seconds", .gauge, "Time since the index was built.", Int(age.rounded()))
    }

    private func addProcess(to text: inout MetricsText) {
        text.begin("evidence_info", .gauge, "The daemon's version.")
        text.add(["version": EvidenceVersion.current], 1)
        text.begin("evidence_uptime_seconds", .gauge, "Time since the daemon started.")
        text.add([:], (uptime * 1_000).rounded() / 1_000)
        if let memory = ProcessFigures.residentMemory {
            text.add("process_resident_memory_bytes", .gauge, "Memory in use.", memory)
        }
        if let files = ProcessFigures.openFiles {
            text.add("process_open_fds", .gauge, "Descriptors open.", files)
        }
    }
}
