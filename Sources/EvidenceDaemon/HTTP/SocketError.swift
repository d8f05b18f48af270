internal import Glibc

/// The reason why the daemon cannot listen on a socket.
enum SocketError: Error, CustomStringConvertible {
    /// Another daemon answers there.
    case live(path: String)
    /// A file that is no socket has the path.
    case occupied(path: String)
    /// The path is longer than the kernel's `sockaddr_un` allows, in bytes.
    case tooLong(path: String, limit: Int)
    /// The descriptor from systemd is not a socket that can be served.
    case inherited(reason: String)
    /// A system call failed.
    case system(path: String, reason: String)

    /// The failure that `errno` names.
    static func current(_ path: String) -> SocketError {
        .system(path: path, reason: String(cString: strerror(errno)))
    }

    var description: String {
        switch self {
        case .live(let path):
            "another daemon answers on \(path); stop it, or name another socket with --socket"
        case .occupied(let path):
            "\(path) is in the way and no socket; remove it, or name another path with --socket"
        case .tooLong(let path, let limit):
            "the path of a socket has at most \(limit) bytes, and this has \(path.utf8.count): \(path)"
        case .inherited(let reason):
            "descriptor 3, given in LISTEN_FDS, can't be served: \(reason)"
        case .system(let path, let reason):
            "can't listen on \(path): \(reason)"
        }
    }
}
