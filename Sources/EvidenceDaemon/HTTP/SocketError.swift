/// Why a socket can't be listened on.
enum SocketError: Error, CustomStringConvertible {
    /// Another daemon answers there.
    case live(path: String)
    /// Something that is no socket is in the way.
    case occupied(path: String)
    /// The path doesn't fit into the kernel's `sockaddr_un`.
    case tooLong(path: String, longest: Int)
    /// What systemd handed over can't be served.
    case inherited(reason: String)
    /// The system refused.
    case system(path: String, reason: String)

    var description: String {
        switch self {
        case .live(let path):
            "another daemon answers on \(path); stop it, or name another socket with --socket"
        case .occupied(let path):
            "\(path) is in the way and no socket; remove it, or name another path with --socket"
        case .tooLong(let path, let longest):
            "the path of a socket has at most \(longest) bytes, and this has \(path.utf8.count): \(path)"
        case .inherited(let reason):
            "descriptor 3, given in LISTEN_FDS, can't be served: \(reason)"
        case .system(let path, let reason):
            "can't listen on \(path): \(reason)"
        }
    }
}
