internal import ArgumentParser
internal import Glibc

/// The options of `evidenced`: one for each setting, above the environment and the file.
struct DaemonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The file of settings. Default: /etc/evidence/evidenced.yaml, where it is there.",
            valueName: "file"))
    var config: String?

    @Flag(help: "Check the settings, print those in force with where each comes from, and end.")
    var checkConfig = false

    @Option(help: ArgumentHelp("The index. Default: /var/lib/evidence/index.", valueName: "folder"))
    var index: String?

    @Option(
        help: ArgumentHelp(
            "The socket. Default: $XDG_RUNTIME_DIR/evidenced.sock, else /run/evidenced/evidenced.sock.",
            valueName: "path"))
    var socket: String?

    @Option(help: ArgumentHelp("Searches at a time. Default: one for each processor.", valueName: "n"))
    var threads: String?

    @Option(help: ArgumentHelp("What to log, from trace to critical. Default: info.", valueName: "level"))
    var logLevel: String?

    @Option(
        help: ArgumentHelp(
            "Log searches that take longer, with their queries; 0: none. Default: 500.", valueName: "ms"))
    var slowQueryMs: String?

    @Option(
        help: ArgumentHelp(
            "Let a search take no longer; then it answers with what it has found. Default: 2000.",
            valueName: "ms"))
    var searchTimeMs: String?

    @Option(
        help: ArgumentHelp(
            "End after so long without a connection, to be started by the next; 0: never. Default: 0.",
            valueName: "s"))
    var idleExitS: String?

    @Option(
        help: ArgumentHelp(
            "Close a connection without a request after so long. Default: 300.", valueName: "s"))
    var idleConnectionS: String?

    @Option(
        help: ArgumentHelp("The longest body of a request that is read. Default: 65536.", valueName: "bytes"))
    var maxBody: String?

    @Option(
        help: ArgumentHelp(
            "The longest address and headers of a request. Default: 81920.", valueName: "bytes"))
    var maxHeaders: String?

    @Option(
        help: ArgumentHelp(
            "Refuse a request that isn't there whole after so long. Default: 30.", valueName: "s"))
    var requestS: String?

    @Option(
        help: ArgumentHelp(
            "Give up an answer of which the client takes nothing for so long. Default: 60.", valueName: "s"))
    var answerS: String?

    @Option(
        help: ArgumentHelp("Connections at a time; more are answered 503. Default: 8192.", valueName: "n"))
    var maxConnections: String?

    @Option(
        help: ArgumentHelp(
            "Searches that wait at a time; more are answered 503. Default: 1000.", valueName: "n"))
    var maxWaiting: String?

    /// The settings' source that these options make with the environment.
    var source: SettingsSource {
        let flags: [DaemonSetting: String?] = [
            .index: index, .socket: socket, .threads: threads, .logLevel: logLevel, .slowQuery: slowQueryMs,
            .searchTimeout: searchTimeMs,
            .idleExit: idleExitS, .idleConnectionTimeout: idleConnectionS, .maxBodyBytes: maxBody,
            .maxHeaderBytes: maxHeaders, .requestTimeout: requestS, .answerTimeout: answerS,
            .maxConnections: maxConnections, .maxWaiting: maxWaiting,
        ]
        return SettingsSource(path: config, flags: flags.compactMapValues(\.self)) { name in
            getenv(name).map { String(cString: $0) }
        }
    }
}
