import ArgumentParser
import Evidence

/// `evidence status`: the daemon's state, and its index.
struct StatusCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", _superCommandName: "evidence",
        abstract: "Show the daemon's state: its index, requests and search times.",
        discussion: ExitStatus.help)

    @OptionGroup(title: "OUTPUT") var output: OutputOptions
    @OptionGroup(title: "DAEMON") var connection: ConnectionOptions

    func answer() throws -> Int32 {
        let printing = try output.printing(among: [.text, .json])
        let client = try connection.client()
        let body = try client.body(of: Target(path: "/v1/status"))
        let status = try client.decode(body, as: StatusResponse.self)
        try printing.write(json: body) {
            StatusText(status: status, socket: client.socket, width: printing.terminal.width).lines
        }
        guard status.index != nil else {
            throw Failure(ExitStatus.unusable, "the daemon has no index", hint: Failure.buildAnIndex)
        }
        return ExitStatus.done
    }
}
