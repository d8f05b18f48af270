import Evidence
import Foundation
import Glibc
import Support
import Testing

/// What `evidence-index` prints, and how it ends.
@Suite struct IndexProgramTests {
    @Test("what was done stands on standard output in two lines: 0")
    func done() throws {
        let files = try Self.pages()

        let outcome = try files.index(files.path + "/pages")

        #expect(outcome.status == 0)
        #expect(
            outcome.lines == [
                "indexed 2, replaced 0, unchanged 0, removed 0, left out 0",
                "generation 1: 3 paragraphs of 2 pages in \(files.path)/index",
            ])
        #expect(outcome.errors.isEmpty)
    }

    @Test("nothing changed: no new generation, 0")
    func unchanged() throws {
        let files = try Self.pages()
        try files.index(files.path + "/pages")

        let outcome = try files.index(files.path + "/pages")

        #expect(outcome.status == 0)
        #expect(
            outcome.lines == [
                "indexed 0, replaced 0, unchanged 2, removed 0, left out 0",
                "no change, no new generation: 3 paragraphs of 2 pages in \(files.path)/index",
            ])
    }

    @Test("a folder without pages is nothing to index: 1")
    func nothing() throws {
        let files = try TemporaryFolder()
        try files.write("", to: "pages/.hidden")

        #expect(try files.index(files.path + "/pages").status == 1)
    }

    @Test("pages left out are named on standard error, the others indexed: 4")
    func partial() throws {
        let files = try Self.pages()
        try files.write("", to: "pages/c.txt")
        try files.write(Data([0]), to: "pages/d.txt")

        let outcome = try files.index(files.path + "/pages")

        #expect(outcome.status == 4)
        #expect(outcome.lines.first == "indexed 2, replaced 0, unchanged 0, removed 0, left out 2")
        #expect(
            outcome.errors == """
                evidence-index: pages/c.txt left out: empty; save the page again
                evidence-index: pages/d.txt left out: not understood: no text holds such bytes; save the page \
                as plain text in UTF-8, or as .html

                """)
    }

    @Test("pages replaced, removed and kept are told apart")
    func sums() throws {
        let files = try Self.pages()
        try files.index(files.path + "/pages")
        try files.write(Report.page("The lantern was lit."), to: "pages/new.txt")
        try FileManager.default.removeItem(atPath: files.path + "/pages/b.txt")

        let kept = try files.index("--keep-missing", files.path + "/pages")
        let rest = try files.index(files.path + "/pages")

        #expect(kept.lines.first == "indexed 0, replaced 0, unchanged 1, removed 0, left out 1")
        #expect(rest.lines.first == "indexed 0, replaced 0, unchanged 1, removed 1, left out 1")
        #expect(
            rest.errors.contains("pages/new.txt left out: the same page as pages/a.txt, which came first"))
    }

    @Test("pages are taken out by path or by authority: 0; what isn't there can't be: 2")
    func remove() throws {
        let files = try Self.pages()
        try files.index(files.path + "/pages")

        let path = try files.index("--remove", "pages/b.txt")
        let unknown = try files.index("--remove", "pages/b.txt")
        let authority = try files.index(
            "--remove-authority", "Harrowmere Borough Council", "--statement", "safeg")

        #expect((path.status, unknown.status, authority.status) == (0, 2, 0))
        #expect(unknown.errors == "evidence-index: nothing in the index is named pages/b.txt\n")
        #expect(authority.lines.last == "generation 3: 0 paragraphs of 0 pages in \(files.path)/index")
    }

    @Test(
        "wrong usage is 2, with one clear line on standard error",
        arguments: [
            ([], "name the pages to index: evidence-index --index DIR PATH…"),
            (["--keep", "0", "/tmp"], "--keep takes a number from 1"),
            (["--check", "/tmp"], "--check stands alone"),
            (["--remove", "a", "/tmp"], "stand alone, without pages to index"),
            (["--rebuild", "--remove", "a"], "--rebuild goes with pages to index, or stands alone"),
            (["--if-older", "/tmp"], "--if-older goes with --rebuild"),
            (["/nowhere/at/all"], "no file or folder at /nowhere/at/all"),
            (["--statement", "safegarding", "/tmp"], "did you mean safeguarding?"),
            (
                ["--published", "soon", "/tmp"],
                "--published takes a date such as 2025-06-20 or 2025-06, not soon"
            ),
            (
                ["--authority", String(repeating: "a", count: 300), "/tmp"],
                "--authority takes the name of a local authority, not 300 letters"
            ),
            (["--dry-run", "--format", "csv", "/tmp"], "csv"),
            (["--colour", "/tmp"], "nknown option '--colour'"),
        ])
    func usage(arguments: [String], message: String) throws {
        let outcome = try Programs.run(
            Programs.path("evidence-index"), ["--index", "/nowhere/index"] + arguments)

        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("evidence-index: "))
        #expect(outcome.errors.contains(message))
    }

    @Test("--check says that an index is as it was built: 0; or names what isn't: 3")
    func check() throws {
        let files = try Self.pages()
        let none = try files.index("--check")
        try files.index(files.path + "/pages")
        let good = try files.index("--check")
        try files.write("x", to: "index/generations/1/xapian/spelling.glass")
        let bad = try files.index("--check")

        let index = files.path + "/index"
        #expect((none.status, good.status, bad.status) == (3, 0, 3))
        #expect(none.errors.hasPrefix("evidence-index: no index at \(index); "))
        #expect(good.output == "generation 1 in \(index) is as it was built\n")
        #expect(
            bad.errors.hasPrefix(
                """
                evidence-index: generation 1: xapian/spelling.glass isn't as SHA256SUMS has it
                evidence-index: the index at \(index) is damaged (faults: 1); build it anew with:
                """))
    }

    @Test(
        "root becomes the owner of an index before anything of it is read, --check too, and keeps no group of root's",
        .enabled(if: getuid() == 0), arguments: [12_345, 0])
    func owner(group: gid_t) throws {
        let files = try Self.pages()
        try files.index(files.path + "/pages")
        for path in try FileManager.default.subpathsOfDirectory(atPath: files.path + "/index") + [""] {
            try #require(chown(files.path + "/index/" + path, 12_345, group) == 0)
        }

        let check = try files.index("--check")
        let update = try files.index("--remove", "pages/a.txt")

        let line = "evidence-index: working as user 12345, who owns the index\n"
        #expect((check.status, check.errors) == (0, line))
        #expect((update.status, update.errors) == (0, line))
        var status = stat()
        #expect(stat(files.path + "/index/generations/2", &status) == 0)
        #expect((status.st_uid, status.st_gid) == (12_345, group == 0 ? 65_534 : group))
    }

    @Test("help and version go to standard output: 0", arguments: ["--help", "--version"])
    func help(flag: String) throws {
        let outcome = try Programs.run(Programs.path("evidence-index"), [flag])

        #expect((outcome.status, outcome.errors) == (0, ""))
        #expect(!outcome.output.isEmpty)
    }

    @Test("an index that can't be used is 3, in one sentence", arguments: ["foreign", "newer", "file"])
    func unusable(kind: String) throws {
        let files = try Self.pages()
        switch kind {
        case "foreign": try files.write("mine", to: "index/letter.txt")
        case "newer":
            try files.index(files.path + "/pages")
            try files.write(#"{"schema":1000}"#, to: "index/generations/1/manifest.json")
        default: try files.write("mine", to: "index")
        }

        let outcome = try files.index(files.path + "/pages")

        #expect(outcome.status == 3)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("evidence-index: "))
        #expect(outcome.errors.components(separatedBy: "\n").count == 2)
    }

    @Test("while another is at work it stops with 75, or waits with --wait")
    func locked() async throws {
        let files = try Self.pages()
        let lock = try files.lockIndex()

        let refused = try files.index(files.path + "/pages")
        let waiting = Process()
        waiting.executableURL = URL(filePath: Programs.path("evidence-index"))
        waiting.arguments = ["--index", files.path + "/index", "--wait", files.path + "/pages"]
        waiting.standardOutput = FileHandle.nullDevice
        try waiting.run()
        try await eventually { Self.isOpen(files.path + "/index/lock", in: waiting.processIdentifier) }
        #expect(waiting.isRunning)
        close(lock)
        waiting.waitUntilExit()

        #expect(refused.status == 75)
        #expect(
            refused.errors.contains("another evidence-index is at work on \(files.path)/index; try again"))
        #expect(waiting.terminationStatus == 0)
    }

    @Test("where standard error is no terminal, a line is printed for every 1,000 pages")
    func progress() throws {
        let files = try Self.pages()
        for number in 0..<2_000 { try files.write("", to: "pages/c\(number).txt") }

        let outcome = try files.index(files.path + "/pages")

        let lines = outcome.errors.components(separatedBy: "\n").filter { !$0.contains("left out") }
        #expect(lines == ["1000 of 2002 pages", "2000 of 2002 pages", ""])
        #expect(outcome.status == 4)
    }

    @Test("the index is that of --index, else of the environment; so are the data files")
    func environment() throws {
        let files = try Self.pages()
        let folders = ["EVIDENCE_INDEX": files.path + "/other", "EVIDENCE_DATA": files.path + "/data"]
        try files.write("statements: [", to: "data/statements.yaml")

        let index = try Programs.run(
            Programs.path("evidence-index"), [files.path + "/pages"],
            environment: ["EVIDENCE_INDEX": files.path + "/other"])
        let data = try Programs.run(
            Programs.path("evidence-index"), [files.path + "/pages"], environment: folders)

        #expect(index.lines.last?.hasSuffix("2 pages in \(files.path)/other") == true)
        #expect(data.status == 2)
        #expect(data.errors.hasPrefix("evidence-index: \(files.path)/data/statements.yaml can't be used: "))
    }

    /// Two pages of an invented council.
    static func pages() throws -> TemporaryFolder {
        let files = try TemporaryFolder()
        try files.write(
            Report.page("Partners told us the lamp was lit.", "The lamp was out."), to: "pages/a.txt")
        try files.write(Report.page(statement: "Assessing needs", "The cat sat."), to: "pages/b.txt")
        return files
    }

    /// Whether a process has a file open.
    private static func isOpen(_ path: String, in process: Int32) -> Bool {
        let folder = "/proc/\(process)/fd"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.contains {
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")) == path
        }
    }
}

extension TemporaryFolder {
    /// Takes the lock of the index as an indexer does; closing the descriptor gives it back.
    fileprivate func lockIndex() throws -> Int32 {
        try write("", to: "index/lock")
        let descriptor = open(path + "/index/lock", O_RDWR | O_CLOEXEC)
        try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        return descriptor
    }
}
