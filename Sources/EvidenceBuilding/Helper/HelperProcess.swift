internal import CReadPage
internal import EvidenceReading
internal import EvidenceSearch
internal import Glibc

/// A process that reads pages and can do nothing else, and the two pipes to it.
///
/// What it says is believed no more than the pages are: it may have been taken over by one. It is killed when nothing
/// refers to it any more.
final class HelperProcess: Sendable {
    private let identifier: pid_t
    private let input: Int32
    private let output: Int32

    /// The bytes that an answer may have; a page has at most 8 MiB, and twice as many in UTF-8.
    private static let largestAnswer = 64 << 20

    /// Starts the program, and waits until it has locked itself.
    init(_ program: String, isLocked: Bool, within time: Duration) throws {
        // A process that has ended is met by an error of a write, and not by a signal that would end this one.
        signal(SIGPIPE, SIG_IGN)
        (identifier, input, output) = try Self.start(program, isLocked ? [] : ["--unlocked"])
        guard let word = try? receive(until: Deadline(time)),
            word.kind == RP_LOCKED || word.kind == RP_REFUSED
        else {
            throw IndexError.file(path: program, reason: "it ends, or says nothing, as soon as it is started")
        }
        guard word.kind == RP_LOCKED else { throw IndexError.noSandbox(reason: word.text) }
    }

    deinit {
        kill(identifier, SIGKILL)
        close(input)
        close(output)
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    }

    /// The processor's time that it has taken.
    var time: Duration {
        var clock = clockid_t()
        var time = timespec()
        guard clock_getcpuclockid(identifier, &clock) == 0, clock_gettime(clock, &time) == 0 else {
            return .zero
        }
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// Sends a frame.
    func send(_ kind: rp_kind, _ bytes: [UInt8], until deadline: Deadline) throws(PageError) {
        try write(Frame.bytes(of: rp_frame(kind: kind.rawValue, count: UInt32(bytes.count))), until: deadline)
        try write(bytes, until: deadline)
    }

    /// The next frame.
    func receive(until deadline: Deadline) throws(PageError) -> Frame {
        let header = try read(MemoryLayout<rp_frame>.size, until: deadline)
        let frame = header.withUnsafeBytes { $0.loadUnaligned(as: rp_frame.self) }
        guard frame.count <= Self.largestAnswer else { throw .endsReader(how: "its answer has no end") }
        return Frame(kind: rp_kind(frame.kind), bytes: try read(Int(frame.count), until: deadline))
    }

    private func write(_ bytes: [UInt8], until deadline: Deadline) throws(PageError) {
        try transfer(count: bytes.count, on: input, for: POLLOUT, until: deadline) { done in
            bytes.withUnsafeBytes {
                Glibc.write(input, $0.baseAddress?.advanced(by: done), bytes.count - done)
            }
        }
    }

    private func read(_ count: Int, until deadline: Deadline) throws(PageError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        try transfer(count: count, on: output, for: POLLIN, until: deadline) { done in
            bytes.withUnsafeMutableBytes {
                Glibc.read(output, $0.baseAddress?.advanced(by: done), count - done)
            }
        }
        return bytes
    }

    private func transfer(
        count: Int, on descriptor: Int32, for event: Int32, until deadline: Deadline,
        _ piece: (_ done: Int) -> Int
    ) throws(PageError) {
        var done = 0
        guard deadline.milliseconds > 0 else { throw .tooSlow(seconds: deadline.seconds) }
        while done < count {
            let moved = piece(done)
            if moved > 0 { done += moved }
            guard moved <= 0 else { continue }
            guard moved < 0, errno == EAGAIN || errno == EINTR else { throw fault }
            var entry = pollfd(fd: descriptor, events: Int16(event), revents: 0)
            guard poll(&entry, 1, deadline.milliseconds) != 0 else {
                throw .tooSlow(seconds: deadline.seconds)
            }
        }
    }

    /// The reason why it answers no longer.
    private var fault: PageError {
        kill(identifier, SIGKILL)
        var information = siginfo_t()
        // It stays to be waited for, so that its number is no other process's yet.
        while waitid(P_PID, id_t(identifier), &information, WEXITED | WNOWAIT) < 0, errno == EINTR {}
        let status = information._sifields._sigchld.si_status
        guard information.si_code == CLD_EXITED else {
            return .endsReader(how: String(cString: strsignal(status)))
        }
        let needsMemory = status == Int32(RP_NO_MEMORY.rawValue)
        return .endsReader(how: needsMemory ? "it needs over 1 GiB of memory" : "status \(status)")
    }
}
