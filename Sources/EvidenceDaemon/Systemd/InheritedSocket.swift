internal import Evidence
internal import Glibc

/// The socket that systemd holds and hands over: `sd_listen_fds(3)`.
///
/// It is never shut down or unlinked: systemd goes on listening when the daemon ends, and the clients in the queue are
/// left to the next daemon.
enum InheritedSocket {
    /// The first descriptor that systemd hands over.
    private static let first: Int32 = 3

    /// The descriptor of the socket; `nil` if this process was given none; throws if it is no listening Unix socket.
    static func descriptor(environment: (String) -> String?) throws(SocketError) -> Int32? {
        // A parent's own variables reach its children too; LISTEN_PID says whose they are.
        guard environment("LISTEN_PID") == "\(getpid())", let count = environment("LISTEN_FDS") else {
            return nil
        }
        guard count == "1" else { throw .inherited(reason: "\(count) sockets are given, and one is wanted") }
        guard option(SO_ACCEPTCONN) == 1, option(SO_DOMAIN) == AF_UNIX else {
            throw .inherited(reason: "it is no listening Unix socket")
        }
        _ = fcntl(first, F_SETFD, FD_CLOEXEC)
        return first
    }

    /// Tells the clients in the queue that the daemon cannot start.
    ///
    /// If they stayed in the queue, systemd would start the daemon again and again, and then give up the socket.
    static func refuse(because reason: String, environment: (String) -> String?) {
        guard let listener = try? descriptor(environment: environment) else { return }
        let body = RequestError(
            .internal, "the daemon can't start: \(reason)",
            hint: "its log says more; it is tried again when asked"
        )
        .json
        let head = """
            HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json; charset=utf-8\r\n\
            Content-Length: \(body.count)\r\nConnection: close\r\n\r\n
            """
        _ = fcntl(listener, F_SETFL, O_NONBLOCK)
        while case let connection = accept(listener, nil, nil), connection >= 0 {
            answer(connection, with: Array(head.utf8) + body)
        }
    }

    private static func answer(_ connection: Int32, with bytes: [UInt8]) {
        var request = [UInt8](repeating: 0, count: 65_536)
        // Closing a connection whose request is unread resets it, and the answer may be lost.
        var timeout = timeval(tv_sec: 0, tv_usec: 200_000)
        setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        _ = read(connection, &request, request.count)
        _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        close(connection)
    }

    private static func option(_ name: Int32) -> Int32? {
        var value: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(first, SOL_SOCKET, name, &value, &length) == 0 ? value : nil
    }
}
