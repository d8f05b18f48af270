import Evidence
import Foundation
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("A rebuild takes over an index's identity and where its pages came from, and nothing else")
struct RebuildTests {
    @Test(
        "an index of an older schema is built anew from its pages: same identity, next number, same answers")
    func older() throws {
        let index = try TestIndex([
            "a.txt": Report.page("The lamp was lit."), "b.txt": Self.other("The lamp was out."),
        ])
        let before = try index.generation().manifest
        try index.makeOlder()

        #expect(try Indexer.isOlder(index.folder))
        let report = try index.rebuild()

        let after = try index.generation().manifest
        #expect((report.indexed, report.removed, report.generation) == (2, 0, 2))
        #expect((after.uuid, after.generation, after.schema) == (before.uuid, 2, Schema.version))
        #expect(after.pages.map(\.path) == ["pages/a.txt", "pages/b.txt"])
        #expect(try index.search("lamp").total.n == 2)
        #expect(try !Indexer.isOlder(index.folder))
    }

    @Test("a manifest of another shape does, as long as it says where the pages came from")
    func otherShape() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        let uuid = try index.generation().manifest.uuid
        try index.editManifest { _ in
            """
            {"schema": 0, "uuid": "\(uuid)", "generation": 1, "pages": [{"path": "shown/a.txt", \
            "location": "\(index.path("pages/a.txt"))", "supplied": {"url": "https://example.org/a"}}]}
            """
        }

        #expect(try index.rebuild().indexed == 1)

        let page = try #require(try index.generation().manifest.pages.first)
        #expect((page.path, page.url) == ("shown/a.txt", "https://example.org/a"))
        #expect(try index.generation().manifest.uuid == uuid)
    }

    @Test("pages given are taken besides; those gone from a folder given are taken out")
    func given() throws {
        let index = try TestIndex([
            "a.txt": Report.page("The lamp was lit."), "b.txt": Self.other("The lamp was out."),
        ])
        try index.delete("b.txt")
        try index.files.write(
            Report.page(council: "Otterby Borough Council", "The lantern swung."), to: "more/c.txt")

        let report = try index.rebuild("pages", "more")

        #expect((report.indexed, report.removed, report.skipped) == (2, 1, []))
        #expect(try index.generation().manifest.pages.map(\.path) == ["pages/a.txt", "more/c.txt"])
    }

    @Test(
        "a page that can't be read any more is left out and named; with none left the index stays as it was")
    func unreadable() throws {
        let index = try TestIndex([
            "a.txt": Report.page("The lamp was lit."), "b.txt": Self.other("The lamp was out."),
        ])
        try index.delete("b.txt")
        #expect(
            try index.rebuild().skipped.map { [$0.path, $0.reason] }
                == [["pages/b.txt", "can't be read: No such file or directory"]])

        try index.delete("a.txt")
        let error = #expect(throws: IndexError.self) { try index.rebuild() }

        #expect(error?.description.hasPrefix("none of its pages can be read, so the index at ") == true)
        #expect(try index.generation().number == 2)
        #expect(try index.folder.leavings() == [])
    }

    @Test("pages of an archive and details supplied are found again")
    func archive() throws {
        var index = try TestIndex()
        var zip = Zip()
        zip.add("a.txt", Report.page("The lamp was lit."))
        try index.files.write(zip.data, to: "pages.zip")
        index.options.supplied.url = "https://example.org/a"
        try index.index("pages.zip")
        index.options.supplied.url = nil
        try index.makeOlder()

        #expect(try index.rebuild().indexed == 1)

        #expect(try index.generation().manifest.pages.map(\.url) == ["https://example.org/a"])
    }

    @Test("an index without pages, and one that isn't there, are no trouble")
    func empty() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        try index.delete("a.txt")
        try index.index()

        #expect(try index.rebuild().generation == 3)
        #expect(try index.generation().manifest.pages == [])
        let none = try TestIndex()
        #expect(throws: IndexError.noIndex(path: none.folder.path)) { try none.rebuild() }
    }

    @Test("a newer program's index isn't touched")
    func newer() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        let ours = Schema.version
        try index.editManifest { $0.replacing("\"schema\":\(ours)", with: "\"schema\":\(ours + 1)") }

        #expect(throws: IndexError.schema(path: index.folder.path, found: ours + 1, ours: ours)) {
            try index.rebuild("pages")
        }
        #expect(try index.folder.current() == 1)
    }

    @Test("where the manifest can't be read, the pages given have to do, and the run says so")
    func damaged() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        try index.editManifest { _ in "{" }

        #expect(throws: IndexError.self) { try index.rebuild() }
        let report = try index.rebuild("pages")

        #expect((report.indexed, report.generation) == (1, 2))
        #expect(report.notes.first?.hasPrefix("what was indexed before isn't known, for ") == true)
        #expect(try index.search("lamp").total.n == 1)
    }

    private static func other(_ paragraph: String) -> String {
        Report.page(statement: "Assessing needs", paragraph)
    }
}

extension TestIndex {
    /// Builds the index anew from these paths below the folder of files, and all that is recorded.
    @discardableResult
    func rebuild(_ paths: String...) throws -> IndexReport {
        try indexer.rebuild(paths: paths.map(path)) { _, _ in }
    }

    /// Makes the first generation one of the schema before.
    func makeOlder() throws {
        try editManifest {
            $0.replacing("\"schema\":\(Schema.version)", with: "\"schema\":\(Schema.version - 1)")
        }
    }
}
