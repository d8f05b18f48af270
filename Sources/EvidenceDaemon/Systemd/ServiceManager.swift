internal import Evidence
internal import Glibc

/// The service manager that started the daemon, if one did, and what `sd_notify(3)` tells it.
///
/// The protocol is a datagram of `NAME=value` lines to the socket in `$NOTIFY_SOCKET`, so these few calls do without
/// libsystemd.
struct ServiceManager: Sendable {
    private let socket: String?
    /// The time within which the watchdog expects a message; `nil` without a watchdog.
    let watchdog: Duration?

    /// The manager that the environment names.
    init(environment: (String) -> String?) {
        socket = environment("NOTIFY_SOCKET").flatMap { $0.isEmpty ? nil : $0 }
        let isOurs = environment("WATCHDOG_PID").map { $0 == "\(getpid())" } ?? true
        let microseconds = environment("WATCHDOG_USEC").flatMap { Int64($0) } ?? 0
        watchdog = isOurs && microseconds > 0 ? .microseconds(microseconds) : nil
    }

    /// Says that searches are answered from now on.
    func ready(status: String) { send("READY=1\nSTATUS=\(status)") }

    /// Says that the settings and the index are read again; `ready` must follow.
    func reloading() {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        send("RELOADING=1\nMONOTONIC_USEC=\(now.tv_sec * 1_000_000 + now.tv_nsec / 1_000)")
    }

    /// Says that no more connections are taken.
    func stopping() { send("STOPPING=1\nSTATUS=answering the requests that have come") }

    /// Sets the line that `systemctl status` shows.
    func status(_ status: String) { send("STATUS=\(status)") }

    /// Tells the watchdog that all is well.
    func alive() { send("WATCHDOG=1") }

    private func send(_ message: String) {
        guard let socket, let address = UnixAddress(notifySocket: socket) else { return }
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let bytes = Array(message.utf8)
        _ = address.withPointer { sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, $1) }
    }
}
