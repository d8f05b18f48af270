import Evidence
import Glibc

/// One connection to the daemon, which takes one request after the other.
///
/// An event loop with its thread would take longer to start than the daemon takes to answer.
final class Connection {
    private let descriptor: Int32
    /// The time that an answer may take, in seconds.
    private let timeout: Double

    /// Connects, waiting if the daemon's queue is full; throws the `errno` of `connect(2)`, or `ENAMETOOLONG`.
    init(socket: String, timeout: Double) throws(Errno) {
        self.timeout = timeout
        descriptor = try Self.connected(to: socket, within: timeout)
    }

    deinit { close(descriptor) }

    private static func connected(to path: String, within seconds: Double) throws(Errno) -> Int32 {
        var address = sockaddr_un()
        guard path.utf8.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw Errno(code: ENAMETOOLONG)
        }
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Errno(code: errno) }
        // If the daemon's queue is full, a socket that may not block fails at once, and one that may fails with EAGAIN
        // when this time is over.
        var limit = timeval(
            tv_sec: Int(seconds), tv_usec: Int((seconds - seconds.rounded(.down)) * 1_000_000))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else {
            let error = Errno(code: errno)
            close(descriptor)
            throw error
        }
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        return descriptor
    }

    /// Sends a request and waits for the answer.
    func answer(to target: String) throws(ExchangeError) -> Answer {
        let deadline = ContinuousClock.now + .seconds(timeout)
        try send(Self.request(for: target), until: deadline)
        var reader = AnswerReader()
        while true {
            if let answer = try reader.answer(with: try receive(until: deadline)) { return answer }
        }
    }

    private static func request(for target: String) -> [UInt8] {
        Array(
            """
            GET \(target) HTTP/1.1\r
            Host: localhost\r
            User-Agent: evidence/\(EvidenceVersion.current)\r
            \r\n
            """.utf8)
    }

    private func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) throws(ExchangeError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count < 0 else {
                rest = rest.dropFirst(count)
                continue
            }
            try wait(for: POLLOUT, after: errno, until: deadline)
        }
    }

    /// Waits for bytes and returns them; none at the end of the connection.
    private func receive(until deadline: ContinuousClock.Instant) throws(ExchangeError) -> [UInt8] {
        while true {
            var failure: Int32?
            let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
                let result = recv(descriptor, buffer.baseAddress, buffer.count, 0)
                if result < 0 { failure = errno }
                count = max(result, 0)
            }
            guard let failure else { return bytes }
            try wait(for: POLLIN, after: failure, until: deadline)
        }
    }

    /// Waits after a call that would have blocked; any other failure is the end of the connection.
    private func wait(
        for event: Int32, after failure: Int32, until deadline: ContinuousClock.Instant
    ) throws(ExchangeError) {
        guard failure == EAGAIN || failure == EINTR else { throw .ended }
        let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
        guard left > 0 else { throw .timedOut }
        var entry = pollfd(fd: descriptor, events: Int16(event), revents: 0)
        poll(&entry, 1, Int32(left.rounded(.up)))
    }
}
