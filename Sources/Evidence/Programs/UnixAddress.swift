package import Glibc

/// The address of a Unix socket: a path, or a name in Linux's abstract namespace (`unix(7)`).
package struct UnixAddress {
    private let address: sockaddr_un
    /// The number of bytes of `address` that count.
    private let length: socklen_t

    /// The greatest length of a path, in bytes: one byte of `sun_path` ends it.
    package static let maxPathBytes = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1

    /// The address of a path; `nil` if the path is too long.
    package init?(path: String) { self.init(Array(path.utf8), length: MemoryLayout<sockaddr_un>.size) }

    /// The address in `$NOTIFY_SOCKET`: `@` stands for the zero byte that begins an abstract name.
    package init?(notifySocket name: String) {
        guard name.hasPrefix("@") else {
            self.init(path: name)
            return
        }
        let bytes = [0] + Array(name.utf8.dropFirst())
        // An abstract name has no end mark, so its length counts.
        self.init(bytes, length: MemoryLayout<sa_family_t>.size + bytes.count)
    }

    private init?(_ bytes: [UInt8], length: Int) {
        guard bytes.count <= Self.maxPathBytes else { return nil }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        self.address = address
        self.length = socklen_t(length)
    }

    /// Lends the address and its length to a system call such as `connect(2)`.
    package func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }
}
