import Evidence
import Glibc

extension Failure {
    /// There is no connection, most often because the daemon isn't running.
    init(connectingTo socket: String, _ error: Errno) {
        switch error.code {
        case ENOENT, ENOTDIR:
            self.init(
                ExitStatus.unusable, "no daemon: there is no socket \(socket)",
                hint: Self.startTheDaemon(socket))
        case ECONNREFUSED, ENOTSOCK:
            self.init(
                ExitStatus.unusable, "no daemon listens on \(socket)", hint: Self.startTheDaemon(socket))
        case EACCES, EPERM:
            self.init(
                ExitStatus.unusable, "you are not allowed to use the socket \(socket)",
                hint: "its owner or an administrator can allow you: ls -l \(shellQuoted(socket))")
        case EAGAIN:
            self.init(
                ExitStatus.tryAgain, "the daemon is busy: its queue of connections is full", hint: "try again"
            )
        case ENAMETOOLONG:
            self.init(ExitStatus.usage, "the socket's path is longer than 107 bytes: \(socket)")
        default:
            self.init(ExitStatus.unusable, "can't connect to \(socket): \(error.text)")
        }
    }

    private static func startTheDaemon(_ socket: String) -> String {
        "start it: \(startingLine(socket))\n"
            + "if there is no index yet: evidence-index --index DIR PATH…"
    }

    /// The lines that start a daemon on a socket: the units of a person or of the system for the usual sockets.
    private static func startingLine(_ socket: String) -> String {
        let units = "enable --now evidenced.socket evidence-index.path"
        let byHand = "evidenced --index DIR --socket \(shellQuoted(socket))"
        guard socket.hasPrefix("/run/"), socket.hasSuffix("/evidenced.sock") else { return byHand }
        return """
            systemctl --user \(units)
            for all users of this machine: sudo systemctl \(units)
            by hand: \(byHand)
            """
    }
}
