internal import Evidence

/// A setting of the daemon: its name in the file, from which the names of its variable and its flag follow.
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
    case maxUnsentBytes = "max_unsent"

    /// The variable of the environment: `EVIDENCE_LOG_LEVEL`.
    var variable: String { "EVIDENCE_" + rawValue.uppercased() }

    /// The flag: `--log-level`.
    var flag: String { "--" + rawValue.replacing("_", with: "-") }

    /// True if a reload puts a new value in force; the others hold from the next start.
    var isChangeable: Bool { [.logLevel, .slowQuery, .searchTimeout].contains(self) }

    /// All names, for a message.
    static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

    /// The name that a mistyped one may have meant.
    static func nearest(to name: String) -> DaemonSetting? {
        let near = allCases.map { ($0, editDistance(name, $0.rawValue, atMost: max(1, name.count / 3))) }
        return near.filter { $0.1 != nil }.min { ($0.1 ?? 0) < ($1.1 ?? 0) }?.0
    }
}

/// The text of a value, as the user wrote it.
struct SettingText: Equatable {
    var value: String
    /// The origin of the value: `/etc/evidence/evidenced.yaml:7`, `EVIDENCE_THREADS` or `--threads`.
    var origin: String
}

/// A setting that cannot be used: where it was written and what is wrong with it.
struct SettingError: Error, CustomStringConvertible {
    let origin: String
    let reason: String

    var description: String { "\(origin): \(reason)" }
}
