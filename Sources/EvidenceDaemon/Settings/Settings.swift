internal import Evidence
internal import EvidenceSearch
internal import Logging

/// The settings in force: a flag overrides a variable, that the file, and that the default.
struct Settings: Equatable {
    /// The folder of the index.
    let index: String
    /// The path of the socket that the daemon makes if systemd hands none over.
    let socket: String
    /// The least serious level that is logged.
    let logLevel: Logger.Level
    private let numbers: [DaemonSetting: Int]

    static let standardLogLevel = Logger.Level.info

    /// The settings that these texts make; throws if one cannot be used.
    init(_ texts: [DaemonSetting: SettingText], environment: (String) -> String?) throws(SettingError) {
        index = try Self.path(.index, in: texts) ?? IndexFolder.standardPath
        socket = try Self.path(.socket, in: texts) ?? SocketPath.standard(environment: environment)
        logLevel = try Self.level(in: texts) ?? Self.standardLogLevel
        var numbers: [DaemonSetting: Int] = [:]
        for setting in DaemonSetting.allCases {
            guard let allowed = setting.numbers else { continue }
            numbers[setting] = try Self.number(setting, of: allowed.range, in: texts) ?? allowed.standard
        }
        self.numbers = numbers
    }

    /// The value of a setting that is a number, in the unit that its name in the file states.
    subscript(setting: DaemonSetting) -> Int {
        guard let number = numbers[setting] else { preconditionFailure("\(setting) is no number") }
        return number
    }

    /// The value of a setting as the file would have it.
    func text(_ setting: DaemonSetting) -> String {
        switch setting {
        case .index: index
        case .socket: socket
        case .logLevel: logLevel.rawValue
        default: "\(self[setting])"
        }
    }

    private typealias Texts = [DaemonSetting: SettingText]

    private static func path(_ setting: DaemonSetting, in texts: Texts) throws(SettingError) -> String? {
        guard let text = texts[setting] else { return nil }
        guard !text.value.isEmpty else {
            throw SettingError(
                origin: text.origin, reason: "\(setting.rawValue) is a path, and this is empty")
        }
        return text.value
    }

    private static func level(in texts: Texts) throws(SettingError) -> Logger.Level? {
        guard let text = texts[.logLevel] else { return nil }
        guard let level = Logger.Level(rawValue: text.value) else {
            let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            throw wrong(text, of: .logLevel, "one of \(levels)")
        }
        return level
    }

    private static func number(
        _ setting: DaemonSetting, of range: ClosedRange<Int>, in texts: Texts
    ) throws(SettingError) -> Int? {
        guard let text = texts[setting] else { return nil }
        guard let number = Int(text.value), range.contains(number) else {
            throw wrong(text, of: setting, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    private static func wrong(
        _ text: SettingText, of setting: DaemonSetting, _ expected: String
    ) -> SettingError {
        SettingError(
            origin: text.origin, reason: "\(setting.rawValue) is \(expected), not “\(text.value.prefix(60))”")
    }
}
