internal import CReadPage
internal import EvidenceSearch
internal import Glibc

extension HelperProcess {
    /// Starts a program that has two pipes and nothing else: no other files, no environment.
    ///
    /// Returns its number, and the ends of the pipes that lead to it and from it.
    static func start(
        _ program: String, _ arguments: [String]
    ) throws(IndexError) -> (identifier: pid_t, input: Int32, output: Int32) {
        var toHelper = try Pipe(for: program)
        var fromHelper = try Pipe(for: program)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, toHelper.reading, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, fromHelper.writing, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        // Without a time zone the C library would look for the machine's. A debug build links Swift's runtime, which would
        // meet a crash by starting a program, and hang where it may not.
        var environment = [strdup("TZ=UTC0"), strdup("SWIFT_BACKTRACE=enable=no"), nil]
        defer { for word in words + environment { free(word) } }
        var identifier: pid_t = 0
        let fault = posix_spawn(&identifier, program, &actions, nil, &words, &environment)
        guard fault == 0 else {
            throw .file(path: program, reason: "it can't be started: \(String(cString: strerror(fault)))")
        }
        return (identifier, toHelper.keepWriting(), fromHelper.keepReading())
    }
}

/// A pipe whose ends are closed with it, but for those that are kept.
struct Pipe: ~Copyable {
    private(set) var reading: Int32 = -1
    private(set) var writing: Int32 = -1

    /// A pipe for a program that is to be started.
    init(for program: String) throws(IndexError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .system(program) }
        (reading, writing) = (ends[0], ends[1])
        // A helper that another thread starts just now closes at once what it inherits.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // Most pages go through at once where pipes may be so large.
        _ = fcntl(writing, Self.setPipeSize, Int32(1 << 20))
    }

    deinit {
        if reading >= 0 { close(reading) }
        if writing >= 0 { close(writing) }
    }

    /// The end to read from, which never waits; the caller closes it.
    mutating func keepReading() -> Int32 { Self.keep(&reading) }

    /// The end to write to, which never waits; the caller closes it.
    mutating func keepWriting() -> Int32 { Self.keep(&writing) }

    /// `F_SETPIPE_SZ`, which Glibc's module leaves out.
    private static let setPipeSize: Int32 = 1_031

    private static func keep(_ end: inout Int32) -> Int32 {
        let kept = end
        end = -1
        _ = fcntl(kept, F_SETFL, O_NONBLOCK)
        return kept
    }
}

/// The moment by which the helper has to be done.
struct Deadline {
    private let end: ContinuousClock.Instant
    /// The seconds that it had.
    let seconds: Int

    /// A deadline so long from now.
    init(_ time: Duration) {
        end = .now + time
        seconds = Int(time.components.seconds)
    }

    /// The milliseconds that are left, from 0, as poll(2) takes them.
    var milliseconds: Int32 {
        let left = (end - .now) / .milliseconds(1)
        return Int32(max(0, min(left, 1e9)).rounded(.up))
    }
}
