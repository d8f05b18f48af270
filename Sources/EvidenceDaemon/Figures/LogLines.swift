internal import Evidence
internal import FoundationEssentials
internal import Glibc
internal import Logging

/// Writes the log to standard error, a line each; in the journal's form where that reads it.
struct LogLines: LogHandler {
    let settings: ChangeableSettings
    private let isJournal: Bool
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    init(settings: ChangeableSettings, environment: (String) -> String?) {
        self.settings = settings
        isJournal = Self.isJournal(environment: environment)
    }

    /// The level in force; the settings' own, so that a reload changes it.
    var logLevel: Logger.Level {
        get { settings.logLevel }
        set {}
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var text = "\(event.message)"
        for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }).sorted(by: {
            $0.key < $1.key
        }) {
            text += " \(key)=\(value)"
        }
        if let error = event.error { text += ": \(error)" }
        Output.error.write(Self.line(text, event.level, isJournal: isJournal) + "\n")
    }

    /// Writes what ends the program: with its priority in the journal, behind the program's name in a shell.
    static func complain(_ message: String, environment: (String) -> String?) {
        let isJournal = isJournal(environment: environment)
        Output.error.write(
            (isJournal ? line(message, .critical, isJournal: true) : "evidenced: \(message)") + "\n")
    }

    private static func line(_ text: String, _ level: Logger.Level, isJournal: Bool) -> String {
        let text = escaped(text)
        return isJournal
            ? "<\(level.priority)>\(text)" : "\(Date().formatted(.iso8601)) \(level.rawValue) \(text)"
    }

    /// The text on one line: nothing that a request holds may end it, begin another or drive a terminal.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .format:
                escaped += "\\u{\(String(scalar.value, radix: 16))}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Whether standard error is the journal: `$JOURNAL_STREAM` is its device and inode, and whoever turned the
    /// stream elsewhere inherits the variable too.
    private static func isJournal(environment: (String) -> String?) -> Bool {
        var status = stat()
        guard let stream = environment("JOURNAL_STREAM"), fstat(STDERR_FILENO, &status) == 0 else {
            return false
        }
        return stream == "\(status.st_dev):\(status.st_ino)"
    }
}

extension Logger.Level {
    /// The number that `sd-daemon(3)` and `syslog(3)` give the level.
    fileprivate var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
