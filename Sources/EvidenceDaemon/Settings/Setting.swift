internal import Evidence

/// What can be set: the names in the file, from which those of variables and flags follow.
enum Setting: String, CaseIterable {
    case index
    case socket
    case threads
    case logLevel = "log_level"
    case slowQuery = "slow_query_ms"
    case searchTime = "search_time_ms"
    case idleExit = "idle_exit_s"
    case idleConnection = "idle_connection_s"
    case largestBody = "max_body"
    case longestHeaders = "max_headers"
    case longestRequest = "request_s"
    case longestAnswer = "answer_s"
    case mostConnections = "max_connections"
    case longestQueue = "max_waiting"

    /// The variable of the environment above the file: `EVIDENCE_LOG_LEVEL`.
    var variable: String { "EVIDENCE_" + rawValue.uppercased() }

    /// The flag above the variable: `--log-level`.
    var flag: String { "--" + rawValue.replacing("_", with: "-") }

    /// All names, for a message.
    static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

    /// The name that a mistyped one may have meant.
    static func nearest(to name: String) -> Setting? {
        let near = allCases.map { ($0, editDistance(name, $0.rawValue, atMost: max(1, name.count / 3))) }
        return near.filter { $0.1 != nil }.min { ($0.1 ?? 0) < ($1.1 ?? 0) }?.0
    }
}

/// A value as it was written, and the place that an error names.
struct SettingText: Equatable {
    var value: String
    /// `/etc/evidence/evidenced.yaml:7`, `EVIDENCE_THREADS` or `--threads`.
    var place: String
}

/// A setting that can't be used: where, why, and what to do.
struct SettingError: Error, CustomStringConvertible {
    let place: String
    let reason: String

    var description: String { "\(place): \(reason)" }
}
