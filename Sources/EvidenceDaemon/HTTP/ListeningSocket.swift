internal import Glibc

/// A Unix socket that is bound and listens, made so that nobody but its user and group can ever connect; or the
/// one that systemd hands over, which has its rights from there.
struct ListeningSocket {
    /// The descriptor, which whoever serves it closes.
    let descriptor: Int32
    /// Where it is; `nil` where systemd knows it and keeps it.
    let path: String?
    /// What tells the socket from another at its path.
    private let file: [Int]?

    /// Connections that the kernel lets wait, up to its own `net.core.somaxconn`; who comes then is sent away.
    private static let backlog: Int32 = 4_096

    /// The socket that systemd hands over.
    init(inherited descriptor: Int32) {
        self.descriptor = descriptor
        path = nil
        file = nil
    }

    /// Binds the path, in place of a stale socket; a live one, or something else there, is an error.
    init(path: String) throws(SocketError) {
        self.path = path
        let address = try Self.address(path)
        try Self.makeRoom(at: path)
        descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Self.systemError(path) }
        // The mask holds for the bind itself, so that there is no moment at which others could connect.
        let mask = umask(0o117)
        defer { umask(mask) }
        guard address.withPointer({ [descriptor] in bind(descriptor, $0, address.length) }) == 0,
            listen(descriptor, Self.backlog) == 0
        else {
            let error = Self.systemError(path)
            close(descriptor)
            throw error
        }
        file = Self.file(at: path)
    }

    /// Lets as many wait as before, once the socket has been handed to NIO, which asks for 128.
    func lengthenQueue() { listen(descriptor, Self.backlog) }

    /// Whether systemd holds it too, so that clients wait in its queue while no daemon runs.
    var isInherited: Bool { path == nil }

    /// Removes the socket from the file system, where it is ours and no other daemon has put its own there meanwhile.
    func remove() {
        if let path, Self.file(at: path) == file { unlink(path) }
    }

    /// The file's inode and when it was made: an inode alone is soon used again.
    private static func file(at path: String) -> [Int]? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        return [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    }

    private static func makeRoom(at path: String) throws(SocketError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else { throw .occupied(path: path) }
        guard try !isLive(path) else { throw .live(path: path) }
        guard unlink(path) == 0 else { throw systemError(path) }
    }

    private static func isLive(_ path: String) throws(SocketError) -> Bool {
        let probe = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard probe >= 0 else { throw systemError(path) }
        defer { close(probe) }
        let address = try address(path)
        return address.withPointer { connect(probe, $0, address.length) } == 0
    }

    private static func address(_ path: String) throws(SocketError) -> UnixAddress {
        guard let address = UnixAddress(path: path) else {
            throw .tooLong(path: path, longest: UnixAddress.maxPathBytes)
        }
        return address
    }

    private static func systemError(_ path: String) -> SocketError {
        .system(path: path, reason: String(cString: strerror(errno)))
    }
}
