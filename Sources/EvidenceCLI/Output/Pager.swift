import Evidence
import Glibc

/// The program that shows an answer longer than the screen.
enum Pager {
    /// `$EVIDENCE_PAGER`, else `$PAGER`, else `less -FRX`; `nil` if the one that counts is empty or `cat`.
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
        // As git does: unless the user set LESS, it shows colours and leaves a short answer on the screen.
        setenv("LESS", "FRX", 0)
        return popen(command, "w")
    }

    /// Shows the text; returns `false` if there is no such program, so that the text can be printed without it.
    static func show(_ text: String, by command: String) -> Bool {
        guard let pipe = open(command) else { return false }
        var text = text
        text.withUTF8 { _ = fwrite($0.baseAddress, 1, $0.count, pipe) }
        // The shell ends with 127 if it finds no such program.
        return pclose(pipe) >> 8 & 0xFF != 127
    }
}
