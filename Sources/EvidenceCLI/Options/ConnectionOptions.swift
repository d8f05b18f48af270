import ArgumentParser
import Evidence

/// The daemon's socket, and how long to wait for an answer.
struct ConnectionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The daemon's socket (default: $EVIDENCE_SOCKET, else evidenced.sock in $XDG_RUNTIME_DIR where "
                + "there is one, else /run/evidenced/evidenced.sock).",
            valueName: "path"))
    var socket: String?

    @Option(help: ArgumentHelp("How long to wait for an answer (default: 30).", valueName: "seconds"))
    var timeout: Double?

    func validate() throws {
        guard timeout.map({ $0 > 0 && $0 <= 86_400 }) ?? true else {
            throw ValidationError("--timeout takes seconds above 0, at most 86400 (a day)")
        }
    }

    /// A client that has not connected yet.
    func client() throws -> Client {
        Client(socket: try socket ?? Settings.socket().value, timeout: timeout ?? 30)
    }
}
