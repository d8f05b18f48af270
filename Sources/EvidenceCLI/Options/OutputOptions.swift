import ArgumentParser
import Evidence
import Glibc

/// How an answer is printed.
struct OutputOptions: ParsableArguments {
    /// The forms of an answer.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        /// For people.
        case text
        /// The daemon's answer as it came.
        case json
    }

    @Option(help: "The form of the answer.")
    var format: Format = .text

    @Option(help: "When to use colour; auto is on a terminal where NO_COLOR is not set.")
    var color: Terminal.Colour = .auto

    @Option(
        help: ArgumentHelp(
            "How wide to print (default: $COLUMNS, else the terminal's width, else 80).", valueName: "columns"
        ))
    var width: Int?

    func validate() throws {
        guard width.map({ (20...1000).contains($0) }) ?? true else {
            throw ValidationError("--width takes 20 to 1000 columns")
        }
    }

    /// Writes an answer: the daemon's own bytes, or the text that suits where it is read.
    func write(_ body: [UInt8], text: (Terminal) -> [Line]) throws {
        switch format {
        case .json: try Output.answer(body + [UInt8(ascii: "\n")])
        case .text:
            let terminal = Terminal(descriptor: STDOUT_FILENO, colour: color, width: width)
            try Output.answer(terminal.render(text(terminal)))
        }
    }
}
