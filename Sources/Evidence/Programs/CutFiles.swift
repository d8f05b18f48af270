internal import Glibc

/// The end of a program where a file that it has mapped is cut short, or the disk no longer gives it.
///
/// No program of ours changes a file of a generation, and one that is removed stays readable; whoever may write the
/// index can still cut a file short where it is. Who reads on then gets SIGBUS. Nothing right can be answered or built
/// any more, so the program says so and ends; the next reads all files first and names the one.
public enum CutFiles {
    // Written before the handler is there, and read by it alone.
    private nonisolated(unsafe) static var message: StaticString = ""
    private nonisolated(unsafe) static var status: Int32 = 0

    /// Ends the program, where that happens, with this message, a line, and this exit status.
    public static func end(with message: StaticString, _ status: Int32) {
        (Self.message, Self.status) = (message, status)
        signal(SIGBUS) { _ in
            // Nothing but what signal-safety(7) lists.
            _ = write(STDERR_FILENO, CutFiles.message.utf8Start, CutFiles.message.utf8CodeUnitCount)
            _exit(CutFiles.status)
        }
    }
}
