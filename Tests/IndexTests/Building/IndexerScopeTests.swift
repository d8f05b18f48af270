import Evidence
import Foundation
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("A run touches only what it was given")
struct IndexerScopeTests {
    @Test("pages that are no longer in a folder given go; pages from elsewhere stay")
    func missing() throws {
        let index = try Self.twoFolders()
        try index.delete("east/a.txt")
        try index.delete("west/b.txt")

        let report = try index.index("pages/east")

        #expect((report.removed, report.unchanged) == (1, 1))
        #expect(
            try index.ids() == [
                "harrowmere/assessing-needs/1", "harrowmere/governance-management-and-sustainability/1",
            ])
    }

    @Test("a file given by itself takes no other page out")
    func file() throws {
        let index = try Self.twoFolders()
        try index.delete("east/a.txt")

        let report = try index.index("pages/east/c.txt")

        #expect(report.removed == 0)
        #expect(try index.ids().count == 3)
    }

    @Test("a folder whose name only begins like the one given is another")
    func nameBeginsAlike() throws {
        let index = try TestIndex(["east/a.txt": Report.page("The lamp was lit.")])
        try index.write(Report.page(statement: "Assessing needs", "The cat sat."), to: "eastern/b.txt")
        try index.index("pages/eastern")
        try index.delete("eastern/b.txt")

        let report = try index.index("pages/east")

        #expect(report.removed == 0)
        #expect(try index.ids().count == 2)
    }

    @Test("with keep-missing no page goes")
    func keepMissing() throws {
        var index = try Self.twoFolders()
        try index.delete("east/a.txt")
        index.options.keepsMissing = true

        let report = try index.index("pages/east")

        #expect((report.removed, report.generation) == (0, nil))
        #expect(try index.ids().count == 3)
    }

    @Test(
        "a path takes out its page or all below it, as answers show it or as it is on this machine",
        arguments: [
            ("east/a.txt", 1), ("east", 2), ("east/", 2), ("/pages/east", 2), ("/pages", 3),
        ])
    func remove(path: String, count: Int) throws {
        let index = try Self.twoFolders()
        let path = path.hasPrefix("/") ? index.files.path + path : path

        let report = try index.indexer.remove(path: path)

        #expect((report.removed, report.pages) == (count, 3 - count))
        #expect(try index.ids().count == 3 - count)
    }

    @Test("an authority's pages are taken out, or those of one statement")
    func removeAuthority() throws {
        let index = try Self.twoFolders()
        try index.write(Report.page(council: "Leeds City Council", "The cat sat."), to: "d.txt")
        try index.index("pages/d.txt")

        let safety = try index.indexer.remove(authority: "harrowmere", statement: "safeguarding")
        let rest = try index.indexer.remove(authority: "harrowmere", statement: nil)

        #expect((safety.removed, rest.removed) == (1, 2))
        #expect(try index.ids() == ["leeds/safeguarding/1"])
    }

    @Test("what isn't there can't be taken out, and nothing changes")
    func removeNothing() throws {
        let index = try Self.twoFolders()

        #expect(throws: IndexError.nothingNamed("eas")) {
            try index.indexer.remove(path: "eas")
        }
        #expect(throws: IndexError.nothingNamed("leeds")) {
            try index.indexer.remove(authority: "leeds", statement: nil)
        }
        #expect(index.folder.generations() == [1])
    }

    @Test("the last page can go, and come again under a number of its own")
    func empty() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])

        let emptied = try index.indexer.remove(path: "pages")
        let filled = try index.index()

        #expect((emptied.pages, emptied.paragraphs, emptied.generation) == (0, 0, 2))
        #expect((filled.indexed, filled.generation) == (1, 3))
        #expect(try index.ids() == ["harrowmere/safeguarding/1"])
    }

    @Test("an index of no pages answers with nothing")
    func searchEmpty() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        _ = try index.indexer.remove(path: "pages")

        let answer = try index.search("lamp")

        #expect((answer.total.n, answer.total.of) == (0, 0))
        #expect(answer.counts(.saidBy)["partners"]?.of == 0)
    }

    @Test("a changed lexicon reads every page again, those that were not given too, and says why")
    func changedLexicon() throws {
        var index = try Self.twoFolders()
        index.dataFolder = try index.copyOfData(changing: "speakers.yaml")

        let report = try index.index("pages/west")

        #expect(report.notes == ["every page is read again: speakers.yaml changed"])
        #expect((report.replaced, report.unchanged, report.generation) == (3, 0, 2))
        #expect(try index.index("pages/west").generation == nil)
    }

    @Test(
        "an index whose pages another version of the program read is read again, and the run says so",
        arguments: [-1, 1])
    func otherReading(by step: Int) throws {
        let index = try Self.twoFolders()
        let ours = Schema.readingVersion
        try index.editManifest { $0.replacing("\"reading\":\(ours)", with: "\"reading\":\(ours + step)") }

        let report = try index.index("pages/west")

        #expect(
            report.notes == [
                "every page is read again: this program reads pages otherwise than the one before"
            ])
        #expect((report.replaced, report.unchanged, report.generation) == (3, 0, 2))
        #expect(try index.generation().manifest.reading == ours)
        #expect(try index.index("pages/west").generation == nil)
    }

    @Test("a page whose file went before all were read again is kept and named")
    func changedLexiconWithoutFile() throws {
        var index = try Self.twoFolders()
        try index.delete("east/a.txt")
        index.dataFolder = try index.copyOfData(changing: "synonyms.txt")

        let report = try index.index("pages/west")

        #expect(
            report.skipped.map { [$0.path, $0.reason] } == [
                [
                    "east/a.txt",
                    "can't be read: No such file or directory; the page indexed from it before is kept",
                ]
            ])
        #expect(report.pages == 3)
    }

    private static func twoFolders() throws -> TestIndex {
        let index = try TestIndex()
        try index.write(Report.page("The lamp was lit."), to: "east/a.txt")
        try index.write(Report.page(statement: "Assessing needs", "The cat sat."), to: "east/c.txt")
        try index.write(Report.page(statement: "Governance", "The lamp was out."), to: "west/b.txt")
        try index.index("pages/east", "pages/west")
        return index
    }
}

extension TestIndex {
    /// A copy of the repository's data files in which one has a line more.
    func copyOfData(changing name: String) throws -> String {
        let copy = path("data")
        try FileManager.default.copyItem(atPath: Repository.index, toPath: copy)
        let text = try String(contentsOfFile: copy + "/" + name, encoding: .utf8)
        try (text + "# changed\n").write(toFile: copy + "/" + name, atomically: true, encoding: .utf8)
        return copy
    }
}
