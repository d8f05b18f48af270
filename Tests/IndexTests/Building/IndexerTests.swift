import Evidence
import Foundation
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("A run brings the index up to date with what it was given")
struct IndexerTests {
    @Test("an id is authority, statement and number, with the month where the page has a date")
    func ids() throws {
        let index = try TestIndex([
            "a.txt": Report.page("The lamp was lit.", "The lamp was out."),
            "b.txt": Report.page(published: "17 May 2024", paragraphs: ["The lamp was lit."]),
        ])

        let ids = try index.search("lamp", ["sort": "authority"]).hits.map(\.id)
        #expect(
            Set(ids) == [
                "harrowmere/safeguarding/1", "harrowmere/safeguarding/2", "harrowmere/2024-05/safeguarding/1",
            ])
    }

    @Test("the date that was supplied is the page's, where it has none")
    func suppliedDate() throws {
        var index = try TestIndex()
        try index.write(Report.page("The lamp was lit."), to: "a.txt")
        index.options.supplied.published = .init("2025-06-20")

        try index.index()

        let hit = try #require(try index.search("lamp").hits.first)
        #expect(hit.id == "harrowmere/2025-06/safeguarding/1")
        #expect(hit.published == "2025-06-20")
    }

    @Test("what a page lacks is supplied: authority, statement, address")
    func supplied() throws {
        var index = try TestIndex()
        try index.write("Score: 2\nKey findings for this quality statement\nThe lamp was lit.\n", to: "a.txt")
        index.options.supplied = SuppliedDetails(
            authority: "St Helens Borough Council", statement: "assessing-needs", url: "https://a.example/b")

        try index.index()

        let hit = try #require(try index.search("lamp").hits.first)
        #expect(hit.id == "st-helens/assessing-needs/1")
        #expect(hit.authorityName == "St Helens Borough Council")
        #expect(hit.url == "https://a.example/b")
    }

    @Test("a source's path stands behind the folder's own name, and its line counts from 1")
    func sourcePath() throws {
        let index = try TestIndex(["2024/may/a.txt": Report.page("The lamp was lit.")])

        let source = try #require(try index.search("lamp").hits.first?.source)
        #expect(source.path == "pages/2024/may/a.txt")
        #expect(source.line == 8)
    }

    @Test("a file that is given by itself is named by its own name")
    func filePath() throws {
        let index = try TestIndex()
        try index.write(Report.page("The lamp was lit."), to: "a.txt")

        try index.index("pages/a.txt")

        #expect(try index.search("lamp").hits.map(\.source.path) == ["a.txt"])
    }

    @Test("a page that is as it was costs no new generation")
    func unchanged() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])

        let report = try index.index()

        #expect(report.unchanged == 1)
        #expect(report.generation == nil)
        #expect((report.pages, report.paragraphs) == (1, 1))
        #expect(index.folder.generations() == [1])
    }

    @Test("a changed page takes the place of the one before")
    func changed() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.", "The cat sat.")])
        try index.write(Report.page("The lantern was lit."), to: "a.txt")

        let report = try index.index()

        #expect((report.replaced, report.indexed, report.removed) == (1, 0, 0))
        #expect(report.notes.isEmpty)
        #expect((report.generation, report.paragraphs) == (2, 1))
        #expect(try index.ids() == ["harrowmere/safeguarding/1"])
        #expect(try index.search("lantern").total.n == 1)
    }

    @Test("a page of the same identity from another path replaces the one before, and the run says so")
    func replacedFromElsewhere() throws {
        let index = try TestIndex(["old/a.txt": Report.page("The lamp was lit.")])
        try index.write(Report.page("The lantern was lit."), to: "new/b.txt")

        let report = try index.index("pages/new")

        #expect(report.replaced == 1)
        #expect(
            report.notes == [
                "new/b.txt takes the place of pages/old/a.txt: both are harrowmere/safeguarding"
            ])
        #expect(try index.search("lit").total.n == 1)
    }

    @Test("of a page that is there twice in one run the first is taken and the other named")
    func twice() throws {
        let index = try TestIndex()
        try index.write(Report.page("The lantern was lit."), to: "b.txt")
        try index.write(Report.page("The lamp was lit."), to: "a.txt")

        let report = try index.index()

        #expect(report.indexed == 1)
        #expect(
            report.skipped.map { [$0.path, $0.reason] } == [
                ["pages/b.txt", "the same page as pages/a.txt, which came first; remove one of them"]
            ])
        #expect(try index.search("lamp").total.n == 1)
    }

    @Test("two files that exchange their pages are both right after the run")
    func exchanged() throws {
        let (needs, safety) = (
            Report.page(statement: "Assessing needs", "The lamp was lit."), Report.page("The cat sat.")
        )
        let index = try TestIndex(["a.txt": needs, "b.txt": safety])
        try index.write(safety, to: "a.txt")
        try index.write(needs, to: "b.txt")

        try index.index()

        let paths = try index.search("score:3").hits.map { "\($0.id) \($0.source.path)" }
        #expect(
            paths == ["harrowmere/assessing-needs/1 pages/b.txt", "harrowmere/safeguarding/1 pages/a.txt"])
    }
}
