import ArgumentParser
import Glibc

/// The screen, or the file or pipe in its stead: its width, and what it can show.
struct Terminal {
    /// The choice of when to use colour.
    enum Colour: String, CaseIterable, ExpressibleByArgument {
        case auto, always, never
    }

    let width: Int
    let hasColour: Bool
    /// If true, the text needs marks around what reads from right to left; a file or a pipe gets it as it is.
    let isTerminal: Bool

    init(descriptor: Int32, colour: Colour = .auto, width: Int? = nil) {
        isTerminal = isatty(descriptor) == 1
        self.width = max(width ?? Self.width(of: descriptor), 20)
        hasColour =
            switch colour {
            case .always: true
            case .never: false
            case .auto: isTerminal && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
            }
    }

    /// COLUMNS, else what the terminal says, else 80.
    private static func width(of descriptor: Int32) -> Int {
        if let columns = environment("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
        let columns = size(of: descriptor).ws_col
        return columns > 0 ? Int(columns) : 80
    }

    /// The number of lines of the screen; `nil` if the descriptor is none.
    static func height(of descriptor: Int32) -> Int? {
        let rows = size(of: descriptor).ws_row
        return rows > 0 ? Int(rows) : nil
    }

    /// The size of the screen; zeros if the descriptor is none.
    private static func size(of descriptor: Int32) -> winsize {
        var size = winsize()
        return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 ? size : winsize()
    }

    /// The lines as they are written, each with its line feed.
    func render(_ lines: [Line]) -> String {
        var result = ""
        for line in lines {
            for run in line.runs { append(run, to: &result) }
            result += "\n"
        }
        return result
    }

    private func append(_ run: Run, to result: inout String) {
        if run.style == .isolation, !isTerminal { return }
        guard hasColour, let code = run.style.code else { return result += run.text }
        result += "\u{1B}[\(code)m\(run.text)\u{1B}[0m"
    }
}
