internal import Glibc

/// Ends a program when a file that it has mapped is cut short, or the disk can no longer read it.
///
/// No program of ours changes a file of a generation, and a removed file stays readable. But anyone who may write the
/// index can cut a file short, and reading past the new end raises SIGBUS. The program can then answer or build nothing
/// right, so it says so and ends. When it starts again it reads every file first, and names the damaged one.
public enum CutFiles {
    // nonisolated(unsafe): written once, before the handler is installed, and read by the handler alone.
    private nonisolated(unsafe) static var message: StaticString = ""
    private nonisolated(unsafe) static var status: Int32 = 0

    /// Installs the handler, which ends the program with this message, a line, and this exit status.
    public static func end(with message: StaticString, _ status: Int32) {
        (Self.message, Self.status) = (message, status)
        signal(SIGBUS) { _ in
            // Nothing but what signal-safety(7) lists.
            _ = write(STDERR_FILENO, CutFiles.message.utf8Start, CutFiles.message.utf8CodeUnitCount)
            _exit(CutFiles.status)
        }
    }
}
