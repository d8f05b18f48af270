import Evidence
import Glibc

/// The way in which one command prints its answer, from its flags, the environment and the file.
struct Printing {
    let format: Format
    let terminal: Terminal
    let usesPager: Bool
    /// If true, csv and tsv begin with a byte order mark.
    let hasMark: Bool

    /// Prints lines for people, through the pager if they are more than the screen shows.
    func write(_ lines: [Line]) throws {
        let text = terminal.render(lines)
        if usesPager, terminal.isTerminal, let height = Terminal.height(of: STDOUT_FILENO),
            lines.count >= height, let command = Pager.command, Pager.show(text, by: command)
        {
            return
        }
        try Output.answer(text)
    }

    /// Prints an answer that has two forms: JSON on a line, and lines for people.
    func write(json: [UInt8], text: () -> [Line]) throws {
        if format == .json { try Output.answer(json + [UInt8(ascii: "\n")]) } else { try write(text()) }
    }

    /// Prints a table in the form asked for; `text` makes the lines for people.
    func write(_ table: Table, text: () -> [Line]) throws {
        switch format {
        case .text: try write(text())
        case .json: try Output.answer(table.json)
        case .jsonl: try Output.answer(table.jsonLines)
        case .csv: try Output.answer(Delimited.csv(hasMark: hasMark).table(table))
        case .tsv: try Output.answer(Delimited.tsv(hasMark: hasMark).table(table))
        case .md: try Output.answer(table.markdown)
        }
    }
}
