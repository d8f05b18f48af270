import Foundation
import Support

/// A shell that runs a guide's commands one after another, in a home folder of its own.
///
/// The folder holds `index` and the programs in `.build/release`, as a clone does, the scripts of the tests, and `reports`,
/// a copy of the sample. A daemon answers from an index of the sample before the first command.
struct GuideSession {
    /// What a command printed on both outputs, and its exit status.
    struct Result {
        let lines: [String]
        let status: Int32
    }

    private let home: TemporaryFolder

    init() throws {
        home = try TemporaryFolder()
        let files = FileManager.default
        try files.createDirectory(atPath: home.path + "/.build", withIntermediateDirectories: true)
        try files.createSymbolicLink(
            atPath: home.path + "/.build/release", withDestinationPath: Programs.folder)
        let scripts = Repository.path + "/Tests/ProgramTests/Scripts"
        for script in try files.contentsOfDirectory(atPath: scripts) {
            try files.copyItem(atPath: "\(scripts)/\(script)", toPath: "\(home.path)/\(script)")
        }
        try files.copyItem(atPath: Repository.index, toPath: home.path + "/index")
        try files.copyItem(atPath: Repository.index + "/sample", toPath: home.path + "/reports")
    }

    /// Runs the commands; a result for each.
    func run(_ commands: [String]) throws -> [Result] {
        let first = ["evidence-index index/sample", "evidenced 2> .log &"]
        let script = (first + commands).map { command in
            command + "\n" + (command.hasSuffix("&") ? Self.waiting : "") + "ended\n"
        }
        try home.write(Self.prelude + script.joined(), to: ".commands")
        let outcome = try Programs.run(
            "/bin/bash", [home.path + "/.commands"],
            environment: [
                "HOME": home.path, "PATH": Programs.folder + ":/usr/bin:/bin",
                "EVIDENCE_INDEX": home.path + "/.sample", "EVIDENCE_SOCKET": home.path + "/.socket",
            ])
        return Array(results(outcome.output).dropFirst(first.count))
    }

    /// Marks each command's end by U+001E and its status, which the next command still finds in `$?`.
    private static let prelude = """
        exec 2>&1
        cd ~
        trap 'kill $(jobs -p); wait' EXIT
        ended() { local status=$?; printf '\\036%d\\036' $status; return $status; }

        """

    /// A daemon that was started needs a moment before it answers.
    private static let waiting = """
        for _ in {1..500}; do evidence status > .status 2>&1 && break; sleep 0.02; done

        """

    private func results(_ output: String) -> [Result] {
        let pieces = output.replacing("\r\n", with: "\n")
            .split(separator: "\u{1e}", omittingEmptySubsequences: false)
        return stride(from: 0, to: pieces.count - 1, by: 2).map { index in
            var lines = pieces[index].components(separatedBy: "\n")
            if lines.last == "" { lines.removeLast() }
            return Result(lines: lines.map(steady), status: Int32(pieces[index + 1]) ?? -1)
        }
    }

    private static let uuid = "69dca207-03d9-4eb6-8bf2-41562209c5d9"

    /// The line with what differs from run to run as the guides show it: the home folder, identities and times.
    private func steady(_ line: String) -> String {
        line.replacing(home.path, with: "/home/alex")
            .replacing(#/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/#, with: Self.uuid)
            .replacing(#/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/#, with: "2026-11-21T18:00:00Z")
            .replacing(#/generation (\d+) of 20\d\d-\d\d-\d\d/#) { "generation \($0.1) of 2026-11-21" }
    }
}
