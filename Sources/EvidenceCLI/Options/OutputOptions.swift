import ArgumentParser
import Evidence
import Glibc

/// How an answer is printed.
struct OutputOptions: ParsableArguments {
    @Option(
        name: [.long, .customShort("f")],
        help: ArgumentHelp(
            "The form of the answer: text, json, jsonl, csv, tsv or md (default: text).", valueName: "form"))
    var format: Format?

    @Option(
        help: ArgumentHelp(
            "The version of the answer's layout to insist on: evidence/1.", valueName: "schema"))
    var schema: String?

    @Flag(help: "Begin csv and tsv with a byte order mark, which Excel wants.")
    var bom = false

    @Option(
        name: [.long, .customLong("colour")],
        help: ArgumentHelp(
            "When to use colour: auto, always or never; auto is on a terminal where NO_COLOR is not set.",
            valueName: "when"))
    var color: Terminal.Colour?

    @Option(
        help: ArgumentHelp(
            "How wide to print (default: $COLUMNS, else the terminal's width, else 80).", valueName: "columns"
        ))
    var width: Int?

    @Flag(name: .customLong("no-pager"), help: "Print an answer longer than the screen without a pager.")
    var noPager = false

    func validate() throws {
        guard width.map({ (20...1000).contains($0) }) ?? true else {
            throw ValidationError("--width takes 20 to 1000 columns")
        }
        guard schema == nil || schema == WireSchema.current else {
            throw ValidationError(
                "there is no schema “\(schema ?? "")”; this version knows \(WireSchema.current)")
        }
    }

    /// How to print, in one of the forms that a command has.
    ///
    /// A form that only the defaults name gives way to text, because it was meant for other commands.
    func printing(among formats: [Format]) throws -> Printing {
        if let format, !formats.contains(format) {
            let known = formats.map(\.rawValue).joined(separator: ", ")
            throw Failure(ExitStatus.usage, "--format is \(known) here, not \(format.rawValue)")
        }
        let usual = try format == nil ? Settings.format() : nil
        let format = format ?? usual.flatMap { formats.contains($0) ? $0 : nil } ?? .text
        let isCSV = format == .csv
        return Printing(
            format: format,
            terminal: Terminal(
                descriptor: STDOUT_FILENO, colour: try color ?? Settings.colour() ?? .auto, width: width),
            usesPager: !noPager, hasMark: try bom || (isCSV && Settings.csvBOM() == true))
    }
}
