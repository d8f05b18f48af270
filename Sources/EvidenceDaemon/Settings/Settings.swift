internal import Evidence
internal import EvidenceSearch
internal import Glibc
internal import Logging

/// The settings in force: flags above the environment, that above the file, that above the defaults.
struct Settings: Equatable {
    /// The folder of the index.
    var index: String
    /// The socket to make where systemd hands none over.
    var socket: String
    /// Searches at a time.
    var threads: Int
    /// What is logged.
    var logLevel: Logger.Level
    /// Milliseconds above which a search is logged with its query; 0 for none.
    var slowQuery: Int
    /// Milliseconds that a search may take.
    var searchTimeout: Int
    /// Seconds without a connection after which the daemon ends; 0 for never.
    var idleExit: Int
    /// Seconds after which a connection without a request is closed.
    var idleConnectionTimeout: Int
    /// The longest body that is read, in bytes.
    var maxBodyBytes: Int
    /// The longest address and headers of a request, in bytes.
    var maxHeaderBytes: Int
    /// Seconds within which a request has to be there whole.
    var requestTimeout: Int
    /// Seconds after which an answer that its client doesn't take is given up.
    var answerTimeout: Int
    /// Connections served at a time.
    var maxConnections: Int
    /// Searches that wait for a thread at a time.
    var maxWaiting: Int

    /// The settings that these texts make; one that can't be used is an error with its place.
    init(_ texts: [DaemonSetting: SettingText], environment: (String) -> String?) throws(SettingError) {
        let values = SettingValues(texts: texts)
        index = try values.path(.index) ?? IndexFolder.standardPath
        socket = try values.path(.socket) ?? SocketPath.standard(environment: environment)
        threads = try values.number(.threads, in: 1...256) ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        logLevel = try values.level(.logLevel) ?? .info
        slowQuery = try values.number(.slowQuery, in: 0...3_600_000) ?? 500
        searchTimeout = try values.number(.searchTimeout, in: 1...3_600_000) ?? 2_000
        idleExit = try values.number(.idleExit, in: 0...31_536_000) ?? 0
        idleConnectionTimeout = try values.number(.idleConnectionTimeout, in: 1...86_400) ?? 300
        maxBodyBytes = try values.number(.maxBodyBytes, in: 0...16_777_216) ?? 65_536
        maxHeaderBytes = try values.number(.maxHeaderBytes, in: 16_384...16_777_216) ?? 81_920
        requestTimeout = try values.number(.requestTimeout, in: 1...3_600) ?? 30
        answerTimeout = try values.number(.answerTimeout, in: 1...3_600) ?? 60
        maxConnections = try values.number(.maxConnections, in: 1...1_000_000) ?? 8_192
        maxWaiting = try values.number(.maxWaiting, in: 8...1_000_000) ?? 1_000
    }

    /// The value of a setting as the file would have it.
    func text(_ setting: DaemonSetting) -> String {
        switch setting {
        case .index: index
        case .socket: socket
        case .threads: "\(threads)"
        case .logLevel: logLevel.rawValue
        case .slowQuery: "\(slowQuery)"
        case .searchTimeout: "\(searchTimeout)"
        case .idleExit: "\(idleExit)"
        case .idleConnectionTimeout: "\(idleConnectionTimeout)"
        case .maxBodyBytes: "\(maxBodyBytes)"
        case .maxHeaderBytes: "\(maxHeaderBytes)"
        case .requestTimeout: "\(requestTimeout)"
        case .answerTimeout: "\(answerTimeout)"
        case .maxConnections: "\(maxConnections)"
        case .maxWaiting: "\(maxWaiting)"
        }
    }
}

/// Reads values out of texts.
private struct SettingValues {
    let texts: [DaemonSetting: SettingText]

    func path(_ setting: DaemonSetting) throws(SettingError) -> String? {
        guard let text = texts[setting] else { return nil }
        guard !text.value.isEmpty else {
            throw SettingError(place: text.place, reason: "\(setting.rawValue) is a path, and this is empty")
        }
        return text.value
    }

    func number(_ setting: DaemonSetting, in range: ClosedRange<Int>) throws(SettingError) -> Int? {
        guard let text = texts[setting] else { return nil }
        guard let number = Int(text.value), range.contains(number) else {
            throw Self.error(
                setting, text, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func level(_ setting: DaemonSetting) throws(SettingError) -> Logger.Level? {
        guard let text = texts[setting] else { return nil }
        guard let level = Logger.Level(rawValue: text.value) else {
            let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            throw Self.error(setting, text, "one of \(levels)")
        }
        return level
    }

    private static func error(_ setting: DaemonSetting, _ text: SettingText, _ expected: String)
        -> SettingError
    {
        SettingError(
            place: text.place, reason: "\(setting.rawValue) is \(expected), not “\(text.value.prefix(60))”")
    }
}
