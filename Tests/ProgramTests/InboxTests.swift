import Foundation
import Support
import Testing

/// What `evidence-index --inbox` does with what lies there.
@Suite struct InboxTests {
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
            ["--index", folder.path + "/index", "--inbox", folder.path + "/inbox"] + arguments)
    }

    private func names(_ name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/\(name)").sorted()
    }

    private func drop(_ council: String, as name: String) throws {
        try folder.write(
            Report.page(council: council, "Partners told us that it works."), to: "inbox/" + name)
    }

    @Test("pages are indexed and moved to done, folders whole")
    func pages() throws {
        try drop("Otterby Borough Council", as: "one.txt")
        try drop("Wexley Borough Council", as: "more/two.txt")

        let outcome = try index()

        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("indexed 2, "))
        #expect(try names("inbox").isEmpty)
        #expect(try names("done") == ["more", "one.txt"])
        #expect(try names("done/more") == ["two.txt"])
    }

    @Test("what can't be indexed moves to failed with its reason, and the run ends with 4")
    func failed() throws {
        try drop("Otterby Borough Council", as: "good.txt")
        try folder.write("no assessment\n", to: "inbox/more/bad.txt")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/inbox/link.txt", withDestinationPath: "/etc/hostname")

        let outcome = try index()

        #expect(outcome.status == 4)
        #expect(try names("inbox").isEmpty)
        #expect(try names("done") == ["good.txt"])
        #expect(try names("failed") == ["link.txt", "link.txt.reason", "more"])
        #expect(try names("failed/more") == ["bad.txt", "bad.txt.reason"])
        let reason = try String(contentsOfFile: folder.path + "/failed/more/bad.txt.reason", encoding: .utf8)
        #expect(reason.hasPrefix("not an assessment"))
    }

    @Test("a second page of one name gets another name")
    func sameName() throws {
        try drop("Otterby Borough Council", as: "page.txt")
        #expect(try index().status == 0)
        try drop("Wexley Borough Council", as: "page.txt")
        #expect(try index().status == 0)

        #expect(try names("done") == ["page.2.txt", "page.txt"])
    }

    @Test("a newer page takes the place of the one before, which is hidden in done")
    func replaced() throws {
        try FileManager.default.copyItem(
            atPath: Repository.index + "/sample/harrowmere", toPath: folder.path + "/inbox/harrowmere")
        #expect(try index().status == 0)
        try drop("Harrowmere Borough Council", as: "newer.txt")

        let outcome = try index()

        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("replaced 1, "))
        #expect(try names("done") == [".replaced", "harrowmere", "newer.txt"])
        #expect(try names("done/.replaced/harrowmere") == ["safeguarding.txt"])
        #expect(try !names("done/harrowmere").contains("safeguarding.txt"))
    }

    @Test("what a killed run had moved is indexed by the next")
    func journal() throws {
        try folder.write(
            Report.page(council: "Otterby Borough Council", "Partners told us that it works."),
            to: "done/left.txt")
        try folder.write("left.txt\u{0}", to: "done/.taking")

        let outcome = try index()

        #expect(outcome.status == 0)
        #expect(outcome.output.contains("indexed 1, "))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/done/.taking"))
    }

    @Test("an empty inbox is no failure, and what is hidden there stays")
    func empty() throws {
        try folder.write("half a page", to: "inbox/.page.txt.part")

        #expect(try index().status == 0)
        #expect(try names("inbox") == [".page.txt.part"])
    }

    @Test("a folder for done in the inbox is an error")
    func below() throws {
        try FileManager.default.createDirectory(
            atPath: folder.path + "/inbox/done", withIntermediateDirectories: true)

        let outcome = try index("--done", folder.path + "/inbox/done")

        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("--done lies in the inbox"))
    }
}
