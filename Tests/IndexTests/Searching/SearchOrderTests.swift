import Evidence
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("The order of hits is that of the contract")
struct SearchOrderTests {
    @Test("paragraphs in their words come before the others, then all words before some")
    func theirWords() throws {
        let index = try TestIndex(paragraphs: [
            "The walrus met the kestrel. Partners told us that it rained.",
            "The walrus slept. Partners told us that it rained.",
            "Partners told us that the walrus slept.",
            "Partners told us that the walrus met the kestrel.",
        ])

        let answer = try index.search("walrus kestrel", ["said_by": "partners"])

        #expect(answer.hits.map(\.number) == [4, 3, 1, 2])
        #expect(answer.hits.map(\.inTheirWords) == [true, true, false, false])
    }

    @Test("without said_by all words come before some, whatever they weigh")
    func allWords() throws {
        let index = try TestIndex(paragraphs: [
            "The kestrel, a kestrel and only a kestrel.", "Walrus and kestrel.", "The kestrel slept.",
        ])

        let answer = try index.search("walrus kestrel")

        #expect(answer.hits.first?.number == 2)
        #expect(answer.hits.map(\.inTheirWords) == [nil, nil, nil])
    }

    @Test("a question is in the order of weight alone, and says so")
    func question() throws {
        let index = try TestIndex(paragraphs: [
            "The walrus of the orchard. " + String(repeating: "It rained all day in the town. ", count: 40),
            "Walrus, walrus, walrus.",
        ])

        let answer = try index.search("where does the walrus live in the orchard?")

        let weights = answer.hits.compactMap(\.weight)
        #expect(answer.query.match == .some)
        #expect(answer.query.isQuestion)
        #expect(weights == weights.sorted(by: >))
    }

    @Test("of equal weight the order is authority, statement, date, number")
    func ties() throws {
        let index = try TestIndex([
            "a.txt": Report.page("The walrus.", "The walrus."),
            "b.txt": Report.page(council: "Leeds City Council", "The walrus."),
            "c.txt": Report.page(statement: "Assessing needs", "The walrus."),
            "d.txt": Report.page(published: "20 June 2025", paragraphs: ["The walrus."]),
            "e.txt": Report.page(published: "3 January 2025", paragraphs: ["The walrus."]),
        ])

        let expected = [
            "harrowmere/assessing-needs/1", "harrowmere/safeguarding/1", "harrowmere/safeguarding/2",
            "harrowmere/2025-01/safeguarding/1", "harrowmere/2025-06/safeguarding/1", "leeds/safeguarding/1",
        ]
        #expect(try index.search("walrus").hits.map(\.id) == expected)
        #expect(try index.search("score:3").hits.map(\.id) == expected)
    }

    @Test("numbers are ordered as numbers")
    func numbers() throws {
        let index = try TestIndex(paragraphs: (1...12).map { _ in "The walrus." })

        #expect(try index.numbers("walrus", ["limit": "12"]) == Array(1...12))
    }

    @Test(
        "hits are sorted as asked, and reversed by a minus; what has no value comes last",
        arguments: [
            ("authority", [1, 2, 3, 4]), ("-authority", [4, 3, 2, 1]), ("statement", [2, 4, 3, 1]),
            ("-statement", [1, 3, 4, 2]), ("score", [4, 2, 1, 3]), ("-score", [1, 2, 4, 3]),
            ("published", [1, 4, 2, 3]), ("-published", [2, 4, 1, 3]),
        ])
    func sort(by key: String, order: [Int]) throws {
        let index = try TestIndex([
            "1.txt": Self.page("Barnet Council", "Safeguarding", 4, "1 May 2023", "One walrus."),
            "2.txt": Self.page("Kent County Council", "Assessing needs", 3, "3 March 2025", "Two walruses."),
            "3.txt": """
            Leeds City Council: local authority assessment
            Overall summary
            Summary of people’s experiences
            Three walruses were seen by the people of the town.
            """,
            "4.txt": Self.page("York City Council", "Governance", 2, "20 June 2024", "Four walruses."),
        ])

        let hits = try index.search("walrus", ["sort": key]).hits

        let words = ["One", "Two", "Three", "Four"]
        #expect(hits.map(\.text).map { text in 1 + (words.firstIndex { text.hasPrefix($0) } ?? 9) } == order)
    }

    private static func page(
        _ council: String, _ statement: String, _ score: Int, _ published: String, _ paragraph: String
    ) -> String {
        Report.page(
            council: council, statement: statement, score: score, published: published,
            paragraphs: [paragraph])
    }

    @Test("the order of relevance can be reversed as a whole")
    func reversed() throws {
        let index = try TestIndex(paragraphs: ["Walrus and kestrel.", "The kestrel.", "Kestrel, kestrel."])

        let order = try index.numbers("walrus kestrel")

        #expect(try index.numbers("walrus kestrel", ["sort": "-relevance"]) == order.reversed())
    }

    @Test("ranks count over the whole answer")
    func ranks() throws {
        let index = try TestIndex(paragraphs: (1...7).map { _ in "The walrus." })

        let hits = try index.search("walrus", ["limit": "3", "offset": "5"]).hits

        #expect(hits.map(\.rank) == [6, 7])
    }
}
