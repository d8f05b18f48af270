import Evidence
import Glibc

/// The program that shows an answer longer than the screen.
enum Pager {
    /// `$EVIDENCE_PAGER`, else `$PAGER`, else `less -FRX`; `nil` where one of them is empty or `cat`.
    static var command: String? {
        for name in ["EVIDENCE_PAGER", "PAGER"] {
            guard let value = getenv(name) else { continue }
            let command = String(cString: value)
            return command.isEmpty || command == "cat" ? nil : command
        }
        return "less -FRX"
    }

    /// Starts the program.
    static func open(_ command: String) -> UnsafeMutablePointer<FILE>? {
        // As git does: a `less` without options of its own shows colours and leaves a short answer on the screen.
        setenv("LESS", "FRX", 0)
        return popen(command, "w")
    }

    /// Shows the text; `false` where the program isn't there, so that the text is printed without it.
    static func show(_ text: String, by command: String) -> Bool {
        guard let pipe = open(command) else { return false }
        var text = text
        text.withUTF8 { _ = fwrite($0.baseAddress, 1, $0.count, pipe) }
        // 127 is the shell's word for a program that it can't find.
        return pclose(pipe) >> 8 & 0xFF != 127
    }
}
