internal import ArgumentParser
internal import Evidence
internal import EvidenceIndex
internal import Glibc
internal import Logging

/// `evidenced`: answers searches over a Unix socket.
@main
struct EvidencedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidenced",
        abstract: "Answer searches of an index over a Unix socket.",
        usage: "evidenced --index DIR --socket PATH",
        discussion: """
            HTTP/1.1 and JSON: GET /v1/search, /v1/paragraphs/ID, /v1/status. A new generation of the index is \
            taken up within a second; without an index the daemon runs, answers 503 and waits for one. SIGTERM \
            finishes what is under way.

            Exit status: 0 ended when asked to · 2 usage · 3 the index or the socket can't be used.
            """,
        version: EvidenceVersion.current)

    @Option(help: "The index. Default: $EVIDENCE_INDEX, else /var/lib/evidence/index.")
    var index: String?

    @Option(
        help:
            "The socket. Default: $EVIDENCE_SOCKET, else $XDG_RUNTIME_DIR/evidenced.sock, else /run/evidenced/evidenced.sock."
    )
    var socket: String?

    @Option(help: "Searches at a time. Default: one for each processor.")
    var threads: Int?

    @Option(help: "What to log.")
    var logLevel = LogLevel.info

    /// swift-log's levels.
    enum LogLevel: String, ExpressibleByArgument, CaseIterable {
        case trace, debug, info, notice, warning, error, critical
    }

    func validate() throws {
        guard threads.map({ (1...256).contains($0) }) ?? true else {
            throw ValidationError("--threads takes a number from 1 to 256")
        }
    }

    func run() async throws {
        let environment = Environment()
        let level = Logger.Level(rawValue: logLevel.rawValue) ?? .info
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        let daemon = try Daemon(
            folder: IndexFolder(path: index ?? environment["EVIDENCE_INDEX"] ?? IndexFolder.standardPath),
            socketPath: socket ?? SocketPath.standard(environment: environment.subscript),
            threads: threads ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), logger: Logger(label: "evidenced"))
        try await daemon.run()
    }

    static func main() async {
        signal(SIGPIPE, SIG_IGN)
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
            complain("\(error)")
            Glibc.exit(error.exitStatus)
        case let error as SocketError:
            complain("\(error)")
            Glibc.exit(ExitStatus.unusable)
        default:
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            complain(message(for: error))
            Glibc.exit(ExitStatus.usage)
        }
    }

    private static func complain(_ message: String) {
        Output.error.write("evidenced: \(message)\n")
    }
}

/// The variables of the environment.
private struct Environment {
    subscript(name: String) -> String? { getenv(name).map { String(cString: $0) } }

    func `subscript`(_ name: String) -> String? { self[name] }
}
