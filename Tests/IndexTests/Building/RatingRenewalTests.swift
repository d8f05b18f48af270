import Evidence
import Support
import Testing
import Xapian

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("A rating belongs to the assessment: stated by its summary, else made of nine scores")
struct RatingRenewalTests {
    private static let good = [3, 3, 3, 2, 3, 2, 3, 3, 2]

    /// The ratings that paragraphs have in hits, in a facet, and in the database's terms and values.
    private func ratings(_ index: TestIndex) throws -> [[String: Int]] {
        let answer = try index.search("", ["limit": "1000", "indicative": "true,false", "facets": "rating"])
        func counted(_ values: [String]) -> [String: Int] {
            values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        let path = index.folder.generation(try #require(try index.folder.current()))
        let database = try Database(path: path + "/xapian")
        let terms = try Rating.allCases.map {
            ($0.rawValue, try database.frequency(of: Schema.Field.rating.term($0.rawValue)))
        }.filter { $0.1 > 0 }
        let faults = try IndexCheck(index.folder, waits: false).faults
        #expect(faults == [])
        return [
            counted(answer.hits.map { $0.rating ?? "none" }),
            Dictionary(
                uniqueKeysWithValues: answer.facets[0].counts.filter { $0.n > 0 }.map {
                    ($0.value.text, $0.n)
                }),
            Dictionary(uniqueKeysWithValues: terms),
        ]
    }

    @Test("nine known scores make it, eight don't")
    func computed() throws {
        let index = try TestIndex(Council.pages(scores: Array(Self.good.dropLast())))
        #expect(try ratings(index) == [["none": 8], ["none": 8], [:]])

        for (name, text) in Council.pages(scores: Self.good) { try index.write(text, to: name) }
        try index.index()
        #expect(try ratings(index) == [["good": 9], ["good": 9], ["good": 9]])

        try index.delete("h/4.txt")
        try index.index()
        #expect(try ratings(index) == [["none": 8], ["none": 8], [:]])
    }

    @Test(
        "the summary's comes before it, wherever the summary stands in the run; the run says where they differ"
    )
    func stated() throws {
        for folder in ["a", "z/z"] {
            var pages = Council.pages(scores: Self.good)
            // Another council's page between them, so that the others are written before.
            pages["i.txt"] = Report.page(council: "Leeds City Council", "Their kettle is cold.")
            pages[folder + "/summary.txt"] = Council.summary("Requires improvement\n58%")
            let index = try TestIndex()
            for (name, text) in pages { try index.write(text, to: name) }
            let report = try index.index()

            let expected = ["requires-improvement": 10, "none": 1]
            #expect(try ratings(index) == [expected, expected, ["requires-improvement": 10]])
            #expect(
                report.notes == [
                    "harrowmere: its summary states requires improvement, 58%, but its scores make good, 67%"
                ])
        }
    }

    @Test("a page that changes it renews every paragraph's, and one that goes too")
    func changed() throws {
        var pages = Council.pages(scores: Self.good)
        pages["h/summary.txt"] = Council.summary("Good\nScore: 67")
        let index = try TestIndex(pages)
        #expect(try ratings(index)[2] == ["good": 10])

        try index.write(Council.summary("Inadequate"), to: "h/summary.txt")
        let report = try index.index()
        #expect((report.replaced, report.unchanged) == (1, 9))
        #expect(try ratings(index) == [["inadequate": 10], ["inadequate": 10], ["inadequate": 10]])

        try index.delete("h/summary.txt")
        try index.index()
        #expect(try ratings(index)[2] == ["good": 9])
    }

    @Test("indicative scores make none")
    func indicative() throws {
        var pages = Council.pages(scores: Self.good)
        pages["h/9.txt"] = """
            Harrowmere Borough Council assessment
            Learning, improvement and innovation
            Indicative score:
            2 - Evidence shows some shortfalls
            Key findings for this quality statement
            The kettle is new.
            """
        #expect(try ratings(try TestIndex(pages))[1] == ["none": 9])
    }

    @Test("it is filtered by")
    func filter() throws {
        var pages = Council.pages(scores: Self.good)
        pages["leeds.txt"] = Council.summary(of: "Leeds City Council", "Outstanding")
        let index = try TestIndex(pages)

        #expect(try index.search("rating:good").total.n == 9)
        #expect(try index.search("rating:good,Outstanding").total.n == 10)
        #expect(try index.search("", ["not_rating": "outstanding", "rating": "requires"]).total.n == 0)
        #expect(
            try index.search("rating:none", ["facets": "rating"]).facets[0].counts.map {
                "\($0.label) \($0.of)"
            } == [
                "Outstanding 1", "Good 9", "Requires improvement 0", "Inadequate 0", "No rating 0",
            ])
    }
}
