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
            HTTP/1.1 and JSON: GET \(Route.list). A new generation of the index is taken up within a second. \
            Without an index the daemon runs, answers 503 and waits for one. SIGTERM ends it behind the answers \
            that are due; SIGHUP reads the settings and the index again.

            A flag overrides a variable of the environment (EVIDENCE_THREADS), and a variable overrides the file of \
            settings: --config, else /etc/evidence/evidenced.yaml.

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

    /// Prints the settings in force, each with its origin.
    private static func show(_ settings: Settings, from source: SettingsSource) throws {
        let texts = try source.texts()
        for setting in DaemonSetting.allCases {
            let origin = texts[setting]?.origin ?? "default"
            Output.standard.write("\(setting.rawValue): \(settings.text(setting))  # \(origin)\n")
        }
    }

    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        // A reload that comes before its handler is there must not end the program.
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

    /// Ends the program: the one place where an error becomes an exit status.
    private static func leave(after error: any Error) -> Never {
        switch error {
        case let error as IndexError: end(error.withAdvice, error.exitStatus)
        case let error as SettingError: end("\(error)", ExitStatus.usage)
        case let error as SocketError: end("\(error)", ExitStatus.unusable)
        default: break
        }
        let code = exitCode(for: error)
        // Help and the version are no errors.
        guard !code.isSuccess else { exit(withError: error) }
        // ArgumentParser's own status for wrong usage is 64.
        end(message(for: error), code == .validationFailure ? ExitStatus.usage : code.rawValue)
    }

    private static func end(_ message: String, _ status: Int32) -> Never {
        func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
        LogLines.complain(message, environment: environment)
        InheritedSocket.refuse(because: message, environment: environment)
        Glibc.exit(status)
    }
}
