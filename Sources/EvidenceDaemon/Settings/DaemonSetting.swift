internal import Evidence

/// What can be set: the names in the file, from which those of variables and flags follow.
enum DaemonSetting: String, CaseIterable {
    case index
    case socket
    case threads
    case logLevel = "log_level"
    case slowQuery = "slow_query_ms"
    case searchTimeout = "search_time_ms"
    case idleExit = "idle_exit_s"
    case idleConnectionTimeout = "idle_connection_s"
    case maxBodyBytes = "max_body"
    case maxHeaderBytes = "max_headers"
    case requestTimeout = "request_s"
    case answerTimeout = "answer_s"
    case maxConnections = "max_connections"
    case maxWaiting = "max_waiting"

    /// The variable of the environment above the file: `EVIDENCE_LOG_LEVEL`.
    var variable: String { "EVIDENCE_" + rawValue.uppercased() }

    /// The flag above the variable: `--log-level`.
    var flag: String { "--" + rawValue.replacing("_", with: "-") }

    /// All names, for a message.
    static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

    /// The name that a mistyped one may have meant.
    static func nearest(to name: String) -> DaemonSetting? {
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
