internal import Glibc

/// A Unix socket that is bound and listens, made so that nobody but its user and group can ever connect.
struct ListeningSocket {
    /// The descriptor, which whoever serves it closes.
    let descriptor: Int32
    /// Where it is.
    let path: String
    /// What tells the socket from another at its path.
    private let file: [Int]?

    /// Connections that the kernel lets wait.
    private static let backlog: Int32 = 512

    /// Binds the path, in place of a stale socket; a live one, or something else there, is an error.
    init(path: String) throws(SocketError) {
        self.path = path
        try Self.makeRoom(at: path)
        descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Self.systemError(path) }
        // The mask holds for the bind itself, so that there is no moment at which others could connect.
        let mask = umask(0o117)
        defer { umask(mask) }
        let (address, length) = try socketAddress(path)
        guard withSocketAddress(address, { [descriptor] in bind(descriptor, $0, length) }) == 0,
            listen(descriptor, Self.backlog) == 0
        else {
            let error = Self.systemError(path)
            close(descriptor)
            throw error
        }
        file = Self.file(at: path)
    }

    /// Removes the socket from the file system, unless another daemon has put its own there meanwhile.
    func remove() {
        if Self.file(at: path) == file { unlink(path) }
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
        let (address, length) = try socketAddress(path)
        return withSocketAddress(address) { connect(probe, $0, length) } == 0
    }

    private static func systemError(_ path: String) -> SocketError {
        .system(path: path, reason: String(cString: strerror(errno)))
    }
}

private func socketAddress(_ path: String) throws(SocketError) -> (sockaddr_un, socklen_t) {
    var address = sockaddr_un()
    let room = MemoryLayout.size(ofValue: address.sun_path)
    guard path.utf8.count < room else { throw .tooLong(path: path, longest: room - 1) }
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    return (address, socklen_t(MemoryLayout<sockaddr_un>.size))
}

private func withSocketAddress(_ address: sockaddr_un, _ body: (UnsafePointer<sockaddr>) -> Int32) -> Int32 {
    withUnsafePointer(to: address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0) }
    }
}
