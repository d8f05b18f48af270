internal import Evidence
internal import FoundationEssentials
internal import Glibc
internal import Logging

/// Writes the log to standard error, a line for each event, with its priority if standard error is the journal.
struct LogLines: LogHandler {
    let settings: ChangeableSettings
    private let isJournal: Bool
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    init(settings: ChangeableSettings, environment: (String) -> String?) {
        self.settings = settings
        isJournal = Self.isJournal(environment: environment)
    }

    /// The level of the settings in force, so that a reload changes it.
    var logLevel: Logger.Level {
        get { settings.logLevel }
        set {}
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let metadata = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
        let fields = metadata.map { " \($0.key)=\($0.value)" }.joined()
        let text = "\(event.message)\(fields)\(event.error.map { ": \($0)" } ?? "")"
        write(text, event.level)
    }

    private func write(_ text: String, _ level: Logger.Level) {
        let start = isJournal ? "<\(level.priority)>" : "\(Date().formatted(.iso8601)) \(level.rawValue) "
        Output.error.write("\(start)\(Self.escaped(text))\n")
    }

    /// Writes the message that ends the program: with its priority in the journal, behind the program's name elsewhere.
    static func complain(_ message: String, environment: (String) -> String?) {
        let start =
            isJournal(environment: environment) ? "<\(Logger.Level.critical.priority)>" : "evidenced: "
        Output.error.write("\(start)\(escaped(message))\n")
    }

    /// The text on one line, in which nothing from a request or a file's name can end the line or drive a terminal.
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

    /// True if standard error is the stream whose device and inode are in `$JOURNAL_STREAM`; a program whose standard
    /// error was redirected inherits the variable too.
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
