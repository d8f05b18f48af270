import Evidence
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("An edition is a month, by the page's date, else by what was supplied, else by its address")
struct EditionTests {
    private static let mirror = "pages/www.cqc.org.uk/harrowmere-0525/safeguarding.txt"

    private func hit(_ index: TestIndex) throws -> Hit {
        try #require(try index.search("kettle").hits.first)
    }

    @Test("the page's own date comes before what was supplied, and that before the address")
    func order() throws {
        for (published, supplied, edition) in [
            ("20 June 2025", "2025-04", "2025-06"), (nil, "2025-04", "2025-04"), (nil, nil, "2025-05"),
        ] as [(String?, String?, String)] {
            var index = try TestIndex()
            index.options.supplied.published = supplied.flatMap { PublicationDate($0) }
            try index.files.write(
                Report.page(published: published, paragraphs: ["The kettle is on."]), to: Self.mirror)
            try index.index()
            let hit = try hit(index)

            #expect(hit.edition == edition)
            #expect(hit.id == "harrowmere/\(edition)/safeguarding/1")
            #expect(hit.published == (published.map { _ in "2025-06-20" } ?? supplied))
        }
    }

    @Test("a page without any has none")
    func none() throws {
        let index = try TestIndex(paragraphs: ["The kettle is on."])

        #expect(try hit(index).edition == nil)
        #expect(try index.search("edition:none").total.n == 1)
        #expect(
            try index.search("kettle", ["facets": "edition"]).facets[0].counts.map(\.value.text) == ["none"])
    }

    /// Two editions, of three pages, and a page without one.
    private static let editions = Result {
        try TestIndex([
            "old.txt": Report.page(published: "3 March 2023", paragraphs: ["The kettle was cold.", "Old."]),
            "new.txt": Report.page(published: "1 May 2025", paragraphs: ["The kettle is warm."]),
            "needs.txt": Report.page(
                statement: "Assessing needs", published: "4 August 2025", paragraphs: ["A kettle."]),
            "undated.txt": Report.page(statement: "Governance", paragraphs: ["The undated kettle."]),
            "other.txt": Report.page(council: "Leeds City Council", paragraphs: ["Their kettle."]),
        ])
    }

    @Test(
        "an id without an edition means the only one, else the latest",
        arguments: [
            ("harrowmere/safeguarding/1", "harrowmere/2025-05/safeguarding/1", 2),
            ("harrowmere/assessing-needs/1", "harrowmere/2025-08/assessing-needs/1", 1),
            ("harrowmere/2023-03/safeguarding/2", "harrowmere/2023-03/safeguarding/2", nil),
            ("leeds/safeguarding/1", "leeds/safeguarding/1", nil),
        ] as [(String, String, Int?)])
    func resolved(id: String, expected: String, editions: Int?) throws {
        let generation = try Self.editions.get().generation()
        let response = try #require(try generation.paragraph(id: id, context: 0))
        let similar = try generation.similar(
            to: id, SimilarRequest(parameters: []), until: .now + .seconds(60))

        #expect(response.paragraph.id == expected)
        #expect(response.resolved == editions.map { .init(from: id, editions: $0) })
        #expect(similar?.like == expected)
    }

    @Test("the latest edition lacks a paragraph that only an older one has")
    func notResolved() throws {
        #expect(
            try Self.editions.get().generation().paragraph(id: "harrowmere/safeguarding/2", context: 0) == nil
        )
    }

    @Test(
        "an edition is filtered by month, year and range",
        arguments: [
            ("2025-05", 1), ("2025", 2), ("2023..2025-05", 3), ("none", 2), ("none,2023-03", 4), ("2024", 0),
        ])
    func filter(value: String, count: Int) throws {
        let index = try Self.editions.get()

        #expect(try index.search("", ["edition": value]).total.n == count)
        #expect(try index.search("edition:\(value)").total.n == count)
        #expect(try index.search("", ["not_edition": value]).total.n == 6 - count)
    }

    @Test("a day is no edition")
    func day() throws {
        let error = #expect(throws: RequestError.self) {
            try Self.editions.get().search("edition:2025-05-01")
        }
        #expect(
            error?.message == "edition is a month or a range of months, not \"2025-05-01\" at byte 8")
    }

    @Test(
        "the latest assessment is that of the latest editions, three months apart at most, and of undated pages"
    )
    func latest() throws {
        let index = try Self.editions.get()
        let latest = try index.search("", ["editions": "latest"])
        let pages = try index.generation().pages(PagesRequest(parameters: [("editions", "latest")])).pages

        #expect(
            latest.hits.map(\.id) == [
                "harrowmere/2025-08/assessing-needs/1",
                "harrowmere/governance-management-and-sustainability/1",
                "harrowmere/2025-05/safeguarding/1", "leeds/safeguarding/1",
            ])
        #expect(latest.query.understood == "all paragraphs of each council's latest assessment")
        #expect(pages.map(\.id) == latest.hits.map { String($0.id.dropLast(2)) })
        #expect(try index.search("kettle", ["editions": "all"]).total.n == 5)
        #expect(throws: RequestError.self) { try index.search("kettle", ["editions": "some"]) }
    }
}

@Suite("An assessment is the pages of one authority whose editions lie within three months of one another")
struct AssessmentTests {
    private func page(_ edition: String?, _ statement: String = "safeguarding", _ number: Int = 1)
        -> PageRecord
    {
        PageRecord(
            number: number, authority: "a", authorityName: "A", statement: statement, published: nil,
            edition: edition, updated: nil, score: 3, scoreName: nil, isIndicative: false, url: nil, path: "",
            location: "", member: nil, sha256: "", supplied: SuppliedDetails(), paragraphs: 1)
    }

    @Test(
        "editions fall into assessments, and undated pages into the latest",
        arguments: [
            (["2025-01", "2025-04"], [["2025-01", "2025-04"]]),
            (["2025-05", "2025-01"], [["2025-01"], ["2025-05"]]),
            (["2024-11", "2025-02", nil], [["2024-11", "2025-02", nil]]),
            (["2023-11", nil, "2025-02"], [["2023-11"], ["2025-02", nil]]), ([nil], [[nil]]),
        ] as [([String?], [[String?]])])
    func groups(editions: [String?], expected: [[String?]]) {
        let pages = editions.enumerated().map { page($1, "s\($0)", $0) }

        #expect(Assessment.all(of: pages).map { $0.pages.map(\.edition) } == expected)
    }

    @Test("it bears the summary's edition, else the latest")
    func edition() {
        let pages = [page("2025-03"), page("2025-02", "overall-summary", 2)]

        #expect(Assessment.all(of: pages).map(\.edition) == ["2025-02"])
        #expect(Assessment.all(of: [page("2025-03"), page("2025-02", "b", 2)]).map(\.edition) == ["2025-03"])
        #expect(Assessment.all(of: [page(nil)]).map(\.edition) == [nil])
    }
}
