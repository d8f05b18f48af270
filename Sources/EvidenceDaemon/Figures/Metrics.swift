internal import Evidence

/// What the daemon has counted, in the text format that Prometheus reads.
struct Metrics {
    let counts: Statistics.Counts
    let index: IndexDescription?
    let connections: Int
    let waiting: Int
    let uptime: Double

    /// What `Content-Type` calls the format.
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// The metrics, a line each, behind what each means.
    var text: String {
        var text = MetricsText()
        add(requestsTo: &text)
        add(searchesTo: &text)
        add(indexTo: &text)
        add(processTo: &text)
        return text.text
    }

    private func add(requestsTo text: inout MetricsText) {
        text.begin("evidence_requests_total", "counter", "Requests answered.")
        let requests = counts.requests.sorted {
            ($0.key.route.rawValue, $0.key.status) < ($1.key.route.rawValue, $1.key.status)
        }
        for (kind, count) in requests {
            text.add(["route": kind.route.rawValue, "status": "\(kind.status)"], Double(count))
        }
        text.begin("evidence_errors_total", "counter", "Requests answered with a status from 400.")
        text.add([:], Double(counts.errors))
        text.begin("evidence_request_duration_seconds", "histogram", "How long answers took to make.")
        for (route, times) in counts.times.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            text.add(times, labels: ["route": route.rawValue])
        }
        text.begin("evidence_connections", "gauge", "Connections open now.")
        text.add([:], Double(connections))
    }

    private func add(searchesTo text: inout MetricsText) {
        text.begin(
            "evidence_searches_total", "counter", "Searches answered, by whether they found something.")
        text.add(["found": "true"], Double(counts.found))
        text.add(["found": "false"], Double(counts.foundNothing))
        text.begin("evidence_search_hits_total", "counter", "Paragraphs that searches found.")
        text.add([:], Double(counts.hits))
        text.begin("evidence_slow_searches_total", "counter", "Searches slower than slow_query_ms.")
        text.add([:], Double(counts.slow))
        text.begin("evidence_searches_waiting", "gauge", "Searches that wait for a thread.")
        text.add([:], Double(waiting))
    }

    private func add(indexTo text: inout MetricsText) {
        text.begin("evidence_index_generation", "gauge", "The generation in use; 0 without an index.")
        text.add([:], Double(index?.generation ?? 0))
        guard let index else { return }
        text.begin("evidence_index_paragraphs", "gauge", "Paragraphs in the index.")
        text.add([:], Double(index.paragraphs))
        text.begin("evidence_index_pages", "gauge", "Pages in the index.")
        text.add([:], Double(index.pages))
        guard let age = index.age else { return }
        text.begin("evidence_index_age_seconds", "gauge", "Time since the index was built.")
        text.add([:], age.rounded())
    }

    private func add(processTo text: inout MetricsText) {
        text.begin("evidence_info", "gauge", "The daemon's version.")
        text.add(["version": EvidenceVersion.current], 1)
        text.begin("evidence_uptime_seconds", "gauge", "Time since the daemon started.")
        text.add([:], (uptime * 1_000).rounded() / 1_000)
        if let memory = ProcessFigures.residentMemory {
            text.begin("process_resident_memory_bytes", "gauge", "Memory in use.")
            text.add([:], Double(memory))
        }
        if let files = ProcessFigures.openFiles {
            text.begin("process_open_fds", "gauge", "Descriptors open.")
            text.add([:], Double(files))
        }
    }
}

/// Writes the format: `# HELP`, `# TYPE`, then `name{label="value"} number`.
///
/// Labels and values are ours, never a request's, so none needs escaping and their number has a bound.
private struct MetricsText {
    private(set) var text = ""
    private var name = ""

    mutating func begin(_ name: String, _ type: String, _ help: String) {
        self.name = name
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    mutating func add(_ labels: KeyValuePairs<String, String>, _ value: Double) {
        add(suffix: "", labels: Array(labels), value)
    }

    mutating func add(_ times: TimeBuckets, labels: KeyValuePairs<String, String>) {
        var sum = 0
        for (bound, count) in zip(TimeBuckets.bounds.map { "\($0)" } + ["+Inf"], times.counts) {
            sum += count
            add(suffix: "_bucket", labels: labels + [(key: "le", value: bound)], Double(sum))
        }
        add(suffix: "_sum", labels: Array(labels), times.sum)
        add(suffix: "_count", labels: Array(labels), Double(sum))
    }

    private mutating func add(suffix: String, labels: [(key: String, value: String)], _ value: Double) {
        let list = labels.map { "\($0.key)=\"\($0.value)\"" }.joined(separator: ",")
        let number = value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
        text += "\(name)\(suffix)\(list.isEmpty ? "" : "{\(list)}") \(number)\n"
    }
}
