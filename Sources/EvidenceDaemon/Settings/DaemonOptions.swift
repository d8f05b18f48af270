internal import ArgumentParser
internal import Glibc

/// The options of `evidenced`: a flag for each setting.
struct DaemonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The file of settings. Default: /etc/evidence/evidenced.yaml, if it is there.", valueName: "file")
    )
    var config: String?

    @Flag(help: "Check the settings, print those in force with where each comes from, and end.")
    var checkConfig = false

    // Texts, because Settings reads all values alike and names their origin if one is wrong.
    @Option(help: DaemonSetting.index.help) var index: String?
    @Option(help: DaemonSetting.socket.help) var socket: String?
    @Option(help: DaemonSetting.threads.help) var threads: String?
    @Option(help: DaemonSetting.logLevel.help) var logLevel: String?
    @Option(help: DaemonSetting.slowQuery.help) var slowQueryMs: String?
    @Option(help: DaemonSetting.searchTimeout.help) var searchTimeMs: String?
    @Option(help: DaemonSetting.idleExit.help) var idleExitS: String?
    @Option(help: DaemonSetting.idleConnectionTimeout.help) var idleConnectionS: String?
    @Option(help: DaemonSetting.maxBodyBytes.help) var maxBody: String?
    @Option(help: DaemonSetting.maxHeaderBytes.help) var maxHeaders: String?
    @Option(help: DaemonSetting.requestTimeout.help) var requestS: String?
    @Option(help: DaemonSetting.answerTimeout.help) var answerS: String?
    @Option(help: DaemonSetting.maxConnections.help) var maxConnections: String?
    @Option(help: DaemonSetting.maxWaiting.help) var maxWaiting: String?
    @Option(help: DaemonSetting.maxUnsentBytes.help) var maxUnsent: String?

    /// The source of the settings: these options, the environment and the file.
    var source: SettingsSource {
        let flags: [DaemonSetting: String?] = [
            .index: index, .socket: socket, .threads: threads, .logLevel: logLevel, .slowQuery: slowQueryMs,
            .searchTimeout: searchTimeMs, .idleExit: idleExitS, .idleConnectionTimeout: idleConnectionS,
            .maxBodyBytes: maxBody, .maxHeaderBytes: maxHeaders, .requestTimeout: requestS,
            .answerTimeout: answerS, .maxConnections: maxConnections, .maxWaiting: maxWaiting,
            .maxUnsentBytes: maxUnsent,
        ]
        return SettingsSource(path: config, flags: flags.compactMapValues(\.self)) { name in
            getenv(name).map { String(cString: $0) }
        }
    }
}
