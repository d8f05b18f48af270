import ArgumentParser
import Evidence
import Glibc

/// `evidence config`: the defaults in force, and where each comes from.
struct ConfigCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", _superCommandName: "evidence",
        abstract: "Show the defaults in force, and where each comes from.",
        discussion: """
            A flag counts before the environment, that before the file, $XDG_CONFIG_HOME/evidence/config.yaml \
            or ~/.config/evidence/config.yaml: one “key: value” a line.

              socket: /run/evidenced/evidenced.sock   $EVIDENCE_SOCKET    --socket
              format: text                            $EVIDENCE_FORMAT    --format
              colour: auto                            $EVIDENCE_COLOUR    --colour
              limit: 10                               $EVIDENCE_LIMIT     --limit
              csv_bom: false                          $EVIDENCE_CSV_BOM   --bom

            \(ExitStatus.help)
            """)

    @OptionGroup(title: "OUTPUT") var output: OutputOptions
    @OptionGroup(title: "DAEMON") var connection: ConnectionOptions

    func answer() throws -> Int32 {
        let printing = try output.printing(among: Format.allCases)
        let origins = try [
            origin(.socket, flag: connection.socket, "--socket", Settings.socket().value),
            origin(.format, flag: output.format?.rawValue, "--format", Settings.format()?.rawValue ?? "text"),
            origin(.colour, flag: output.color?.rawValue, "--colour", Settings.colour()?.rawValue ?? "auto"),
            origin(.limit, flag: nil, "--limit", "\(Settings.limit() ?? 10)"),
            origin(.csvBOM, flag: output.bom ? "true" : nil, "--bom", "\(Settings.csvBOM() ?? false)"),
        ]
        let table = Table(
            name: "settings", columns: ["setting", "value", "from"],
            rows: zip(Setting.allCases, origins).map {
                [.text($0.rawValue), .text($1.value), .text($1.place)]
            })
        try printing.write(table) {
            let shown = TextTable(headings: table.columns, rows: table.rows)
                .lines(width: max(printing.terminal.width, 200))
            let file = access(Settings.path, F_OK) == 0 ? "the file: " : "no file yet: "
            return shown + [Line(), Line(file + Settings.path, .dim)]
        }
        return ExitStatus.done
    }

    private func origin(
        _ setting: Setting, flag: String?, _ name: String, _ inForce: String
    ) throws -> Origin {
        if let flag { return Origin(value: flag, place: name) }
        return Origin(value: inForce, place: try Settings.origin(of: setting)?.place ?? "default")
    }
}
