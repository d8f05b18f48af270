internal import Glibc

/// A `sockaddr_un`: a path, or a name in Linux' abstract namespace.
struct UnixAddress {
    /// How many of its bytes count.
    let length: socklen_t
    private let address: sockaddr_un

    /// The longest path, in bytes: one byte ends it.
    static let maxPathBytes = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1

    /// The address of a path; `nil` where that is too long.
    init?(path: String) { self.init(Array(path.utf8), length: MemoryLayout<sockaddr_un>.size) }

    /// The address in `$NOTIFY_SOCKET`: `@` stands for the zero byte of an abstract name, whose length counts.
    init?(notifySocket name: String) {
        guard name.hasPrefix("@") else {
            self.init(path: name)
            return
        }
        let bytes = [0] + Array(name.utf8.dropFirst())
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

    /// Lends the address to a call of the system.
    func withPointer<Result>(_ body: (UnsafePointer<sockaddr>) -> Result) -> Result {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0) }
        }
    }
}
