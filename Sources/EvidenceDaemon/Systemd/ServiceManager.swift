internal import Glibc

/// The service manager that started the daemon, if one did: what `sd_notify(3)` says to it.
///
/// The protocol is a datagram of `NAME=value` lines to the socket in `$NOTIFY_SOCKET`; libsystemd would be a
/// library more for these few calls.
struct ServiceManager: Sendable {
    private let socket: String?
    /// Within how long the watchdog wants to hear of us; `nil` where there is none.
    let watchdog: Duration?

    /// The manager that the environment names.
    init(environment: (String) -> String?) {
        socket = environment("NOTIFY_SOCKET").flatMap { $0.isEmpty ? nil : $0 }
        let isOurs = environment("WATCHDOG_PID").map { $0 == "\(getpid())" } ?? true
        let microseconds = environment("WATCHDOG_USEC").flatMap { Int64($0) } ?? 0
        watchdog = isOurs && microseconds > 0 ? .microseconds(microseconds) : nil
    }

    /// Searches are answered from now on.
    func ready(status: String) { send("READY=1\nSTATUS=\(status)") }

    /// The settings and the index are read again; `ready` is to follow.
    func reloading() {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        send("RELOADING=1\nMONOTONIC_USEC=\(now.tv_sec * 1_000_000 + now.tv_nsec / 1_000)")
    }

    /// No more connections are taken.
    func stopping() { send("STOPPING=1\nSTATUS=answering what is under way") }

    /// The line that `systemctl status` shows.
    func status(_ status: String) { send("STATUS=\(status)") }

    /// A round trip went through.
    func alive() { send("WATCHDOG=1") }

    private func send(_ message: String) {
        guard let socket, let address = UnixAddress(notifySocket: socket) else { return }
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let bytes = Array(message.utf8)
        _ = address.withPointer {
            sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, address.length)
        }
    }
}
