import Foundation
import Glibc
import Support
import Testing

/// What names can do that somebody chose for files and members in the inbox: nothing.
@Suite struct HostileInboxTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for name in ["inbox", "done", "failed"] {
            try FileManager.default.createDirectory(
                atPath: "\(folder.path)/\(name)", withIntermediateDirectories: true)
        }
    }

    private func index(_ arguments: String...) throws -> Outcome {
        try Programs.run(
            Programs.path("evidence-index"),
            ["--index", folder.path + "/index"]
                + (arguments.isEmpty ? ["--inbox", folder.path + "/inbox"] : arguments))
    }

    private func names(_ name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/\(name)").sorted()
    }

    private func reason(_ name: String) throws -> String {
        try String(contentsOfFile: "\(folder.path)/failed/\(name)", encoding: .utf8)
    }

    private static let page = Report.page("Partners told us that it works.")

    @Test("the names of an archive's members become no paths: one reason beside it names them all")
    func members() throws {
        var zip = Zip()
        zip.add("good.txt", Self.page)
        for name in ["a.pdf", "../../index/generations/1/x.pdf", "/etc/x.pdf", "\u{1B}[2J.pdf"] {
            zip.add(name, "%PDF-1.7")
        }
        zip.add("../../index/generations/9223372036854775807/x.pdf", "%PDF-1.7")
        try folder.write(zip.data, to: "inbox/pages.zip")

        let outcome = try index()

        #expect(outcome.status == 4, "\(outcome.errors)")
        #expect(try names("done") == ["pages.zip"])
        #expect(try names("failed") == ["pages.zip.reason"])
        #expect(try names("index/generations") == ["1"])
        let lines = try reason("pages.zip.reason").split(separator: "\n")
        #expect(lines.count == 5)
        #expect(lines.contains { $0.hasPrefix("../../index/generations/1/x.pdf: not understood: a PDF; ") })
        #expect(lines.contains { $0.hasPrefix("\u{FFFD}[2J.pdf: ") })
        #expect(try index("--check").status == 0)
        #expect(try index("--rebuild").status == 0)
    }

    @Test("thousands of members of one name are a line each, up to a thousand")
    func sameNames() throws {
        var zip = Zip()
        zip.add("good.txt", Self.page)
        for _ in 1...4_000 { zip.add("a.pdf", "") }
        try folder.write(zip.data, to: "inbox/pages.zip")

        #expect(try index().status == 4)

        #expect(try names("failed") == ["pages.zip.reason"])
        #expect(try reason("pages.zip.reason").hasSuffix("\nand 3000 more\n"))
    }

    @Test("a member's name of any length stops nothing")
    func longMember() throws {
        var zip = Zip()
        zip.add(String(repeating: "a", count: 300) + ".pdf", "%PDF-1.7")
        zip.add(String(repeating: "b/", count: 30_000) + "c.pdf", "%PDF-1.7")
        zip.add("good.txt", Self.page)
        try folder.write(zip.data, to: "inbox/pages.zip")

        let outcome = try index()

        #expect(outcome.status == 4, "\(outcome.errors)")
        #expect(outcome.output.contains("indexed 1, "))
        #expect(try names("failed") == ["pages.zip.reason"])
    }

    @Test("a file whose name leaves no room for .reason fails under a shortened one, and the rest goes on")
    func longName() throws {
        try folder.write("no page", to: "inbox/" + String(repeating: "a", count: 247) + ".txt")
        try folder.write(Self.page, to: "inbox/good.txt")

        let outcome = try index()

        #expect(outcome.status == 4, "\(outcome.errors)")
        #expect(outcome.output.contains("indexed 1, "))
        let failed = try names("failed")
        #expect(failed.count == 2)
        #expect(failed.allSatisfy { $0.hasPrefix("aaa") && $0.utf8.count <= 227 && $0.contains("~") })
        #expect(failed.last?.hasSuffix(".txt.reason") == true)
        #expect(try index().status == 0)
    }

    @Test("folders deeper than any path are moved away with a reason")
    func deep() throws {
        // Foundation can't remove such folders.
        defer { _ = try? Programs.run("/usr/bin/rm", ["-rf", folder.path]) }
        try folder.write(Self.page, to: "inbox/more/good.txt")
        try #require(
            deepFolder(in: folder.path + "/inbox/more", levels: 60, name: String(repeating: "d", count: 100)))

        let outcome = try index()

        #expect(outcome.status == 4, "\(outcome.errors)")
        #expect(outcome.output.contains("indexed 1, "))
        #expect(try names("inbox").isEmpty)
        #expect(try names("failed").contains { $0.hasSuffix(".reason") })
        #expect(try index().status == 0)
    }

    @Test("a link in the inbox, or put in the place of a file later, is never followed")
    func links() throws {
        try folder.write(Report.page(statement: "Assessing needs", "A secret."), to: "secret/secret.txt")
        try folder.write(Self.page, to: "inbox/more/a.txt")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/inbox/more/b.txt", withDestinationPath: folder.path + "/secret/secret.txt"
        )
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/inbox/folder", withDestinationPath: folder.path + "/secret")
        #expect(try index().output.contains("indexed 1, "))
        #expect(try names("failed") == ["folder", "folder.reason", "more"])

        let secret = try String(contentsOfFile: folder.path + "/secret/secret.txt", encoding: .utf8)
        try folder.write(secret, to: "secret/a.txt")
        try FileManager.default.removeItem(atPath: folder.path + "/done/more")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/done/more", withDestinationPath: folder.path + "/secret")
        try folder.write(Report.page(council: "Wexley Borough Council", "It rained."), to: "other.txt")
        let outcome = try index("--rebuild", folder.path + "/other.txt")

        #expect(outcome.status == 4)
        #expect(outcome.errors.contains("more/a.txt left out: can't be read: a link leads there; "))
        #expect(outcome.output.contains("indexed 1, "))
    }

    /// Makes folders in folders, of which the deepest has a longer path than the system takes.
    private func deepFolder(in path: String, levels: Int, name: String) -> Bool {
        var folder = open(path, O_RDONLY | O_DIRECTORY)
        for _ in 0..<levels {
            guard mkdirat(folder, name, 0o755) == 0 else { return false }
            let next = openat(folder, name, O_RDONLY | O_DIRECTORY)
            close(folder)
            folder = next
        }
        return close(folder) == 0
    }
}
