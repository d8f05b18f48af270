internal import Evidence
internal import Glibc

/// The socket that systemd holds and hands over: `sd_listen_fds(3)`.
///
/// It is never shut down or unlinked: it goes on listening in systemd's hands when we end, and the clients that
/// wait in its queue are the next daemon's.
enum InheritedSocket {
    /// The first descriptor that is handed over.
    private static let first: Int32 = 3

    /// The descriptor, where this process was given one; something else in its place is an error.
    static func descriptor(environment: (String) -> String?) throws(SocketError) -> Int32? {
        // Variables that a parent meant for itself reach us too; only with our own number are they ours.
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

    /// Tells those who wait in the queue that the daemon can't start.
    ///
    /// Left there, they would make systemd start it again and again until it gives the socket up as failed.
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
        // What is closed with the request unread resets the connection, and the answer may be lost with it.
        var patience = timeval(tv_sec: 0, tv_usec: 200_000)
        setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
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
