internal import ArgumentParser
internal import Evidence
internal import EvidenceSearch
internal import Glibc
internal import Logging

/// `evidenced`: answers searches over a Unix socket.
@main
struct EvidencedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidenced",
        abstract: "Answer searches of an index over a Unix socket.",
        usage: """
            evidenced --index DIR --socket PATH
            evidenced --check-config [--config FILE]
            """,
        discussion: """
            HTTP/1.1 and JSON: GET /v1/search, /v1/paragraphs/ID, /v1/status. A new generation of the index is \
            taken up within a second; without an index the daemon runs, answers 503 and waits for one. SIGTERM \
            finishes what is under way.

            A flag stands above a variable of the environment (EVIDENCE_THREADS), that above the file of settings, \
            --config or /etc/evidence/evidenced.yaml.

            Exit status: 0 ended when asked to · 2 usage · 3 the index or the socket can't be used · 75 a \
            file of the index was cut short while it was read.
            """,
        version: EvidenceVersion.current)

    @OptionGroup var options: DaemonOptions

    func run() async throws {
        let source = options.source
        let settings = try source.read()
        if options.checkConfig { return try Self.show(settings, from: source) }
        let changeable = ChangeableSettings(settings)
        LoggingSystem.bootstrap { _ in LogLines(settings: changeable, environment: source.environment) }
        let daemon = try Daemon(
            source: source, settings: settings, changeable: changeable, logger: Logger(label: "evidenced"))
        try await daemon.run()
    }

    /// Prints the settings in force, each with the place that it comes from.
    private static func show(_ settings: Settings, from source: SettingsSource) throws {
        let texts = try source.texts()
        for setting in Setting.allCases {
            let place = texts[setting]?.place ?? "default"
            Output.standard.write("\(setting.rawValue): \(settings.text(setting))  # \(place)\n")
        }
    }

    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        // A reload that comes before its handler must not end the start.
        signal(SIGHUP, SIG_IGN)
        CutFiles.end(
            with:
                "evidenced: a file of the index was cut short or can't be read; the next start says which\n",
            ExitStatus.tryAgain)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            leave(after: error)
        }
    }

    /// The one place where an error becomes an exit status; ArgumentParser's own for wrong usage is 64.
    private static func leave(after error: any Error) -> Never {
        switch error {
        case let error as IndexError:
            end(error.withAdvice, error.exitStatus)
        case let error as SettingError:
            end("\(error)", ExitStatus.usage)
        case let error as SocketError:
            end("\(error)", ExitStatus.unusable)
        default:
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            end(message(for: error), ExitStatus.usage)
        }
    }

    private static func end(_ message: String, _ status: Int32) -> Never {
        func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
        LogLines.complain(message, environment: environment)
        InheritedSocket.refuse(because: message, environment: environment)
        Glibc.exit(status)
    }
}
