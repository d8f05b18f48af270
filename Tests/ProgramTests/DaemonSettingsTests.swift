import Foundation
import Support
import Testing

/// What `evidenced` makes of its file, the environment and flags.
@Suite struct DaemonSettingsTests {
    private static let daemon = Programs.path("evidenced")

    private func check(
        _ yaml: String, _ arguments: String..., environment: [String: String] = [:]
    ) throws -> Outcome {
        let folder = try TemporaryFolder()
        try folder.write(yaml, to: "e.yaml")
        return try Programs.run(
            Self.daemon, ["--check-config", "--config", folder.path + "/e.yaml"] + arguments,
            environment: environment)
    }

    @Test(
        "a file that can't be used stops the start with 2, the line and what was meant",
        arguments: [
            ("threads: 2\ntreads: 4\n", ":2: there is no setting “treads”; did you mean threads?"),
            ("colour: red\n", ":1: there is no setting “colour”; they are index, socket, threads"),
            ("\nthreads: many\n", ":2: threads is a whole number from 1 to 256, not “many”"),
            ("threads: 0\n", ":1: threads is a whole number from 1 to 256, not “0”"),
            ("log_level: loud\n", ":1: log_level is one of trace, debug"),
            ("threads: [1, 2]\n", ":1: threads takes one value"),
            ("threads: 1\nthreads: 2\n", "threads is set twice"),
            ("- threads\n", ":1: settings are “name: value” lines"),
            ("threads: 'two\n", "this is no YAML"),
            ("index: ''\n", ":1: index is a path, and this is empty"),
        ])
    func faults(yaml: String, message: String) throws {
        let outcome = try check(yaml)

        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
        #expect(outcome.lines.count <= 1)
    }

    @Test("flags stand above the environment, that above the file, that above the defaults")
    func order() throws {
        let outcome = try check(
            "threads: 2\nlog_level: debug\nslow_query_ms: 7\nidle_exit_s:\n", "--log-level", "error",
            environment: ["EVIDENCE_LOG_LEVEL": "warning", "EVIDENCE_SLOW_QUERY_MS": "9"])

        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.lines.contains { $0.hasPrefix("threads: 2  # ") && $0.hasSuffix("/e.yaml:1") })
        #expect(outcome.lines.contains("log_level: error  # --log-level"))
        #expect(outcome.lines.contains("slow_query_ms: 9  # EVIDENCE_SLOW_QUERY_MS"))
        #expect(outcome.lines.contains("idle_exit_s: 0  # default"))
    }

    @Test("a bad variable or flag is named as such")
    func places() throws {
        #expect(try check("", environment: ["EVIDENCE_THREADS": "x"]).errors.contains("EVIDENCE_THREADS: "))
        #expect(try check("", "--max-body", "x").errors.contains("--max-body: max_body is a whole number"))
        #expect(try check("", "--config", "/nowhere.yaml").status == 2)
    }

    @Test("by default there is a thread for each processor")
    func processors() throws {
        let outcome = try Programs.run(Self.daemon, ["--check-config"])

        let count = ProcessInfo.processInfo.activeProcessorCount
        #expect(outcome.lines.contains("threads: \(count)  # default"), "\(outcome)")
    }

    @Test(
        "a reload puts log_level, slow_query_ms and search_time_ms in force, and names what will hold later",
        arguments: [
            ("log_level: debug", "settings read\n"), ("slow_query_ms: 7", "settings read\n"),
            ("search_time_ms: 7", "settings read\n"),
            ("threads: 7\nmax_body: 7", "settings read; threads, max_body will hold from the next start\n"),
        ])
    func reload(yaml: String, line: String) async throws {
        let files = try TemporaryFolder()
        try files.write("", to: "e.yaml")
        let daemon = try await TestDaemon(files, "--config", files.path + "/e.yaml")

        try files.write(yaml, to: "e.yaml")
        daemon.reload()

        try await eventually { daemon.log.contains(line) }
    }

    @Test("the file that is shipped sets nothing, and names each setting at its default")
    func shipped() throws {
        let path = Repository.path + "/config/evidenced.yaml"
        let outcome = try Programs.run(Self.daemon, ["--check-config", "--config", path])
        let commented = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")

        #expect(outcome.status == 0)
        for line in outcome.lines {
            let fact = line.replacing("  # default", with: "")
            #expect(fact != line)
            let name = fact.prefix { $0 != ":" }
            #expect(commented.contains("#" + fact) || commented.contains("#\(name):"), "\(name)")
        }
    }
}
