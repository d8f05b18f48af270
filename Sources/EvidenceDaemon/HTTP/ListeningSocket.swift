internal import Evidence
internal import Glibc

/// A Unix socket that is bound and listens.
///
/// One that the daemon makes is open to its user and group alone from the first moment; one that systemd hands over has
/// its rights from there.
struct ListeningSocket {
    /// The descriptor; whoever serves the socket closes it.
    let descriptor: Int32
    /// The path of a socket that the daemon made; `nil` for one of systemd's.
    let path: String?
    /// The file's marks, which tell it from another that takes its path.
    private let marks: [Int]?

    /// The number of connections that the kernel lets wait, up to its own `net.core.somaxconn`; it refuses the others.
    private static let backlog: Int32 = 4_096

    /// The socket that systemd hands over.
    init(inherited descriptor: Int32) {
        self.descriptor = descriptor
        path = nil
        marks = nil
    }

    /// Binds the path, in place of a stale socket; throws if a daemon listens there or another kind of file is there.
    init(path: String) throws(SocketError) {
        self.path = path
        guard let address = UnixAddress(path: path) else {
            throw .tooLong(path: path, limit: UnixAddress.maxPathBytes)
        }
        try Self.makeRoom(at: path, address)
        let descriptor = try Self.newSocket(path)
        self.descriptor = descriptor
        // The mask is in force during the bind, so that at no moment others could connect.
        let mask = umask(0o117)
        defer { umask(mask) }
        guard address.withPointer({ bind(descriptor, $0, $1) }) == 0, listen(descriptor, Self.backlog) == 0
        else {
            let error = SocketError.current(path)
            close(descriptor)
            throw error
        }
        marks = Self.marks(of: path)
    }

    /// Restores the backlog: NIO, which takes the socket over, shortens it to 128.
    func restoreBacklog() { listen(descriptor, Self.backlog) }

    /// True if systemd holds the socket too, so that clients wait in its queue while no daemon runs.
    var isInherited: Bool { path == nil }

    /// Removes the socket's file if the daemon made it and no other daemon has replaced it since.
    func remove() {
        if let path, Self.marks(of: path) == marks { unlink(path) }
    }

    /// A file's inode and the time when it was made, because the inode alone is soon used again.
    private static func marks(of path: String) -> [Int]? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        return [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    }

    private static func makeRoom(at path: String, _ address: UnixAddress) throws(SocketError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else { throw .occupied(path: path) }
        let probe = try newSocket(path)
        defer { close(probe) }
        guard address.withPointer({ connect(probe, $0, $1) }) != 0 else { throw .live(path: path) }
        guard unlink(path) == 0 else { throw .current(path) }
    }

    private static func newSocket(_ path: String) throws(SocketError) -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .current(path) }
        return descriptor
    }
}
