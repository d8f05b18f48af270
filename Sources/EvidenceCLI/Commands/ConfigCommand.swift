import ArgumentParser
import Evidence
import Glibc

/// `evidence config`: the defaults in force, and where each comes from.
struct ConfigCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", _superCommandName: "evidence",
        abstract: "Show the defaults in force, and where each comes from.",
        discussion: """
            The file $XDG_CONFIG_HOME/evidence/config, or ~/.config/evidence/config, holds one option a line, as \
            you type it. Lines that begin with # are comments. An option on the command line counts before a \
            variable of the environment, and the variable before the file.

            OPTIONS IN THE FILE:
              --socket=PATH   $EVIDENCE_SOCKET    the daemon's socket
              --format=FORM   $EVIDENCE_FORMAT    the form of answers (text)
              --colour=WHEN   $EVIDENCE_COLOUR    auto, always or never (auto)
              --limit=N       $EVIDENCE_LIMIT     how many hits a search shows (10)
              --bom           $EVIDENCE_CSV_BOM   true: csv begins with a byte order mark

            EXAMPLE OF A FILE:
              # my defaults
              --format=md
              --limit=20

            \(ExitStatus.help)
            """)

    @OptionGroup(title: "OUTPUT") var output: OutputOptions
    @OptionGroup(title: "DAEMON") var connection: ConnectionOptions

    func answer() throws -> Int32 {
        let printing = try output.printing(among: Format.allCases)
        let rows = try [
            row(.socket, given: connection.socket, Settings.socket().value),
            row(.format, given: output.format?.rawValue, Settings.format()?.rawValue ?? "text"),
            row(.colour, given: output.color?.rawValue, Settings.colour()?.rawValue ?? "auto"),
            row(.limit, given: nil, "\(Settings.limit() ?? 10)"),
            row(.csvBOM, given: output.bom ? "true" : nil, "\(Settings.csvBOM() ?? false)"),
        ]
        let table = Table(name: "settings", columns: ["setting", "value", "from"], rows: rows)
        try printing.write(table) {
            let shown = TextTable(headings: table.columns, rows: rows)
                .lines(width: max(printing.terminal.width, 200))
            let file = access(Settings.path, F_OK) == 0 ? "the file: " : "no file yet: "
            return shown + [Line(), Line(file + Settings.path, .dim)]
        }
        return ExitStatus.done
    }

    /// A setting, its value and its source; `given` is the value of an option on the command line.
    private func row(_ setting: Setting, given: String?, _ inForce: String) throws -> [Cell] {
        let source = try given == nil ? Settings.origin(of: setting)?.source ?? "default" : setting.options[0]
        return [.text(setting.rawValue), .text(given ?? inForce), .text(source)]
    }
}
