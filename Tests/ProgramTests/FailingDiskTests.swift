import Evidence
import Foundation
import Support
import Testing

/// What the programs do where a call of the file system fails: `faults.c` of the trials stands before libc.
@Suite("Where the disk fails, a program says so or does all that it should")
struct FailingDiskTests {
    /// A call that fails: the `at`th of its kind on what is below `path`.
    struct Fault: CustomTestStringConvertible {
        var calls: String
        var path: String
        var error = Self.inputOutput
        var at = 1
        var lasts = false

        static let inputOutput = "5"
        static let noSpace = "28"
        /// No error: it does half of what it should.
        static let short = "short"

        var testDescription: String { "\(calls) \(path) \(error)" }
    }

    @Test(
        "an update that can't be written ends with 3 and the system's reason; searches and the next run go on",
        arguments: [
            (
                Fault(calls: "write", path: "building-2/shard", error: Fault.noSpace),
                "No space left on device"
            ),
            (Fault(calls: "write", path: "building-2/rest", error: Fault.noSpace), "No space left on device"),
            (
                Fault(calls: "write", path: "building-2/xapian", error: Fault.noSpace),
                "No space left on device"
            ),
            (
                Fault(calls: "write", path: "building-2/manifest", error: Fault.noSpace),
                "No space left on device"
            ),
            (Fault(calls: "mkdir", path: "building-2", error: Fault.noSpace), "No space left on device"),
            (Fault(calls: "fsync", path: "building-2/manifest"), "Input/output error"),
            (Fault(calls: "unlink", path: "building-2/shard"), "Input/output error"),
            (Fault(calls: "rename", path: "generations/2"), "Input/output error"),
            (Fault(calls: "read", path: "generations/1/xapian"), "Input/output error"),
        ])
    func update(fault: Fault, reason: String) throws {
        let files = try Self.changedPages()

        let outcome = try files.index(files.path + "/pages", environment: Self.environment(fault, files))

        #expect(outcome.status == 3)
        #expect(outcome.errors.hasPrefix("evidence-index: \(files.path)/index"))
        #expect(outcome.errors.hasSuffix("\(reason)\n"))
        #expect(outcome.errors.components(separatedBy: "\n").count == 2)
        #expect(try files.target() == "generations/1")
        #expect(try files.index(files.path + "/pages").lines.first == Self.done)
    }

    @Test(
        "what is written or read by halves is whole in the end",
        arguments: ["write", "read"])
    func halves(calls: String) throws {
        let files = try Self.changedPages()
        let fault = Fault(calls: calls, path: "", error: Fault.short, lasts: true)

        let outcome = try files.index(files.path + "/pages", environment: Self.environment(fault, files))

        #expect(outcome.lines.first == Self.done)
        #expect(
            try files.index(files.path + "/pages").lines.first
                == "indexed 0, replaced 0, unchanged 3, removed 0, left out 0")
    }

    @Test(
        "a table that can't be opened isn't taken for an empty one",
        arguments: ["postlist", "termlist", "spelling", "synonym"])
    func table(name: String) throws {
        let files = try Self.changedPages()
        // The writer opens it first, then the copy is read where it is merged.
        let fault = Fault(calls: "open", path: "building-2/rest/\(name).glass", lasts: true)

        let outcome = try files.index(files.path + "/pages", environment: Self.environment(fault, files))

        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("\(name).glass"))
        #expect(try files.target() == "generations/1")
    }

    @Test("nor by a reader of the daemon: it doesn't start", arguments: [2, 3])
    func reader(at call: Int) throws {
        let files = try Self.changedPages()
        // It opens it for its checksum, then for each of its two readers.
        let fault = Fault(
            calls: "open", path: "generations/1/xapian/spelling.glass", at: call, lasts: true)

        let outcome = try Programs.run(
            Programs.path("evidenced"),
            ["--index", files.path + "/index", "--socket", files.path + "/socket", "--threads", "2"],
            environment: Self.environment(fault, files))

        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("spelling.glass"))
    }

    @Test("of a folder that can't be read to its end no page goes, and the run names it: 4")
    func folder() throws {
        let files = try Self.changedPages()
        let fault = Fault(calls: "readdir", path: "pages", at: 2, lasts: true)

        let outcome = try files.index(
            files.path + "/pages", environment: Self.environment(fault, files, in: files.path))

        #expect(outcome.status == 4)
        #expect(outcome.lines.first == "indexed 0, replaced 0, unchanged 0, removed 0, left out 1")
        #expect(outcome.errors.contains("pages left out: the folder can't be read: Input/output error"))
    }

    @Test(
        "an index that can't be read is no index that isn't there",
        arguments: ["evidence-index", "evidenced"])
    func unreadable(program: String) throws {
        let files = try Self.changedPages()
        let fault = Fault(calls: "readlink", path: "current")
        let rest = program == "evidenced" ? ["--socket", files.path + "/socket"] : [files.path + "/pages"]

        let outcome = try Programs.run(
            Programs.path(program), ["--index", files.path + "/index"] + rest,
            environment: Self.environment(fault, files))

        #expect(outcome.status == 3)
        #expect(outcome.errors.hasSuffix("\(files.path)/index/current: Input/output error\n"))
        #expect(try files.target() == "generations/1")
    }

    @Test("an inbox that can't be read isn't an empty one")
    func inbox() throws {
        let files = try TemporaryFolder()
        for name in ["inbox", "done", "failed"] { try files.write("", to: "\(name)/.kept") }
        let fault = Fault(calls: "opendir", path: "inbox")

        let outcome = try files.index(
            "--inbox", files.path + "/inbox", environment: Self.environment(fault, files, in: files.path))

        #expect(outcome.status == 3)
        #expect(outcome.errors == "evidence-index: \(files.path)/inbox: Input/output error\n")
    }

    private static let done = "indexed 1, replaced 1, unchanged 1, removed 1, left out 0"

    /// An index of three pages, of which one is then changed and one deleted, and a new one is there.
    private static func changedPages() throws -> TemporaryFolder {
        let files = try IndexProgramTests.pages()
        try files.write(
            Report.page(statement: "Equity in experience and outcomes", "The dog slept."), to: "pages/c.txt")
        try #require(try files.index(files.path + "/pages").status == 0)
        try files.write(Report.page("The lantern was lit."), to: "pages/a.txt")
        try FileManager.default.removeItem(atPath: files.path + "/pages/b.txt")
        try files.write(
            Report.page(statement: "Partnerships and communities", "It rained."), to: "pages/d.txt")
        return files
    }

    private static func environment(
        _ fault: Fault, _ files: TemporaryFolder, in folder: String? = nil
    ) throws -> [String: String] {
        var environment = [
            "LD_PRELOAD": try library.get(), "FAULTS_CALLS": fault.calls, "FAULTS_AT": "\(fault.at)",
            "FAULTS_ERROR": fault.error, "FAULTS_BELOW": (folder ?? files.path + "/index") + "/" + fault.path,
        ]
        environment["FAULTS_LASTING"] = fault.lasts ? "1" : nil
        return environment
    }

    /// `faults.c`, compiled once for all tests, into a folder that goes with the process.
    private static let library = Result { () throws -> String in
        let path = try kept.get().path + "/faults.so"
        let source = Repository.path + "/Tests/Torture/faults.c"
        let outcome = try Programs.run("/usr/bin/cc", ["-shared", "-fPIC", "-o", path, source, "-ldl"])
        try #require(outcome.status == 0, "\(outcome.errors)")
        return path
    }
    private static let kept = Result { try TemporaryFolder() }
}

extension TemporaryFolder {
    /// What `current` points to.
    fileprivate func target() throws -> String {
        try FileManager.default.destinationOfSymbolicLink(atPath: path + "/index/current")
    }
}
