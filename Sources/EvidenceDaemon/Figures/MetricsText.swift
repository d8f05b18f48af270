/// Writes Prometheus's text format: `# HELP`, `# TYPE`, then `name{label="value"} number`.
///
/// Labels and values are the daemon's own, never a request's, so none needs escaping and their number has a bound.
struct MetricsText {
    /// The types of metric that the daemon has.
    enum Kind: String { case counter, gauge, histogram }

    private(set) var text = ""
    private var name = ""

    /// Begins a metric, whose values follow.
    mutating func begin(_ name: String, _ kind: Kind, _ help: String) {
        self.name = name
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
    }

    /// Adds a metric of one value.
    mutating func add(_ name: String, _ kind: Kind, _ help: String, _ value: Int) {
        begin(name, kind, help)
        add([:], Double(value))
    }

    /// Adds a value of the metric that was begun.
    mutating func add(_ labels: KeyValuePairs<String, String>, _ value: Double) {
        add(suffix: "", labels: Array(labels), value)
    }

    /// Adds a histogram of the metric that was begun.
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
