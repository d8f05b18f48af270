internal import Glibc
internal import NIOCore
internal import NIOPosix

/// The process at the other end of a connection, as the kernel knew it when it connected: `SO_PEERCRED` of `unix(7)`.
struct Peer: Hashable, CustomStringConvertible {
    /// `struct ucred`, which Glibc's module leaves out.
    private struct Credentials {
        var pid: pid_t = 0
        var uid = uid_t.max
        var gid = gid_t.max
    }

    let user: uid_t
    let group: gid_t
    let process: pid_t
    /// The user whose turn it is when the peer's is: `user`, or the one to whom that id is subordinate.
    let owner: uid_t

    /// The peer of a connection.
    static func of(_ channel: any Channel) -> EventLoopFuture<Peer> {
        guard let provider = channel as? any SocketOptionProvider else {
            return channel.eventLoop.makeSucceededFuture(Peer(Credentials()))
        }
        // unsafe: the option's value is a struct ucred, three numbers of 32 bits in this order.
        let credentials: EventLoopFuture<Credentials> = provider.unsafeGetSocketOption(
            level: NIOBSDSocket.OptionLevel(rawValue: SOL_SOCKET),
            name: NIOBSDSocket.Option(rawValue: SO_PEERCRED))
        return credentials.map(Peer.init)
    }

    private init(_ credentials: Credentials) {
        self.init(user: credentials.uid, group: credentials.gid, process: credentials.pid)
    }

    /// A process of a user.
    init(user: uid_t, group: gid_t, process: pid_t, among users: SubordinateUsers = .ofThisMachine) {
        (self.user, self.group, self.process) = (user, group, process)
        owner = users.owner(of: user)
    }

    var description: String { "uid \(user) gid \(group) pid \(process)" }
}
