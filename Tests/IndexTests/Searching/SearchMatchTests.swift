import Evidence
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("A search finds the paragraphs that its query asks for")
struct SearchMatchTests {
    private static let paragraphs = [
        "The walrus met the kestrel in the orchard.",
        "The walrus slept.",
        "The kestrel flew over the orchard wall.",
        "In the orchard the kestrel watched the walrus.",
        "Walruses and kestrels are seldom friends.",
        "The orchardist kept bees.",
        "A sea-eagle passed by the badger’s house.",
        "A seaeagle passed, and an eagle of the sea.",
    ]

    private static let index = Result { try TestIndex(paragraphs: paragraphs) }

    @Test(
        "with all words",
        arguments: [
            ("walrus kestrel", [1, 4, 5]), ("WALRUSES", [1, 2, 4, 5]), ("walrus", [1, 2, 4, 5]),
            ("the walrus of kestrel", [1, 4, 5]), ("\"the walrus\"", [1, 2, 4]),
            ("\"walrus met the kestrel\"", [1]), ("“walrus met the kestrel”", [1]),
            ("\"walrus kestrel\"", []), ("\"walruses\"", [5]), ("\"walrus\" orchard", [1, 4]),
            ("+walrus -kestrel", [2]), ("walrus -\"met the kestrel\"", [2, 4, 5]),
            ("walrus -orchard*", [2, 5]),
            ("walrus AND kestrel", [1, 4, 5]), ("walrus OR bees", [1, 2, 4, 5, 6]),
            ("kestrel NOT walrus", [3]),
            ("(walrus OR bees) kestrel", [1, 4, 5]), ("walrus and kestrel", [1, 4, 5]),
            ("orchard*", [1, 3, 4, 6]), ("orchard", [1, 3, 4]), ("orch* walrus", [1, 4]), ("zzz*", []),
            ("walrus NEAR/2 kestrel", [5]), ("kestrel NEAR/3 walrus", [1, 4, 5]), ("slept NEAR kestrel", []),
            ("sea-eagle", [7, 8]), ("seaeagle", [7, 8]), ("\"sea eagle\"", [7]), ("sea eagle", [7, 8]),
            ("badger's", [7]), ("badger’s", [7]), ("-walrus", [3, 6, 7, 8]),
            ("NOT walrus kestrel", [2, 3, 6, 7, 8]),
        ])
    func all(query: String, numbers: [Int]) throws {
        let answer = try Self.index.get().search(query, ["match": "all"])

        #expect(answer.hits.map(\.number).sorted() == numbers)
        #expect((answer.total.n, answer.total.allWords) == (numbers.count, numbers.count))
        #expect(answer.query.match == .all)
    }

    @Test(
        "with any word; signs, phrases and what is excluded hold all the same",
        arguments: [
            ("walrus bees", [1, 2, 4, 5, 6], 0), ("walrus kestrel", [1, 2, 3, 4, 5], 3),
            ("+walrus kestrel", [1, 2, 4, 5], 3), ("walrus bees -orchard", [2, 5, 6], 0),
            ("\"met the kestrel\" bees", [1, 6], 0), ("walrus", [1, 2, 4, 5], 4),
            ("walrus AND bees", [], 0), ("+walrus +bees", [], 0), ("+(walrus bees) kestrel", [], 0),
            ("(walrus bees) OR slept", [1, 2, 4, 5, 6], 1),
        ])
    func any(query: String, numbers: [Int], allWords: Int) throws {
        let answer = try Self.index.get().search(query, ["match": "any"])

        #expect(answer.hits.map(\.number).sorted() == numbers)
        #expect((answer.total.n, answer.total.allWords) == (numbers.count, allWords))
        #expect(answer.query.match == .some)
    }

    @Test(
        "ten paragraphs with all the words are enough; with fewer, those with some follow",
        arguments: [(9, "some", 14), (10, "all", 10), (11, "all", 11)])
    func threshold(count: Int, match: String, total: Int) throws {
        let index = try Self.index(both: count, one: 5)

        for limit in ["0", "3", "1000"] {
            let answer = try index.search("walrus kestrel", ["limit": limit, "offset": "2"])
            #expect(answer.query.match.rawValue == match)
            #expect((answer.total.n, answer.total.allWords) == (total, count))
        }
    }

    @Test("whether ten are enough is judged behind the filters")
    func thresholdAfterFilters() throws {
        let index = try Self.index(both: 12, one: 5)
        try index.write(
            Report.page(statement: "Assessing needs", "The walrus and the kestrel.", "The walrus."),
            to: "b.txt")
        try index.index()

        let answer = try index.search("walrus kestrel", ["statement": "assessing-needs"])

        #expect(answer.query.match == .some)
        #expect((answer.total.n, answer.total.allWords) == (2, 1))
    }

    @Test("what an auto answer excludes, requires or filters is never relaxed")
    func auto() throws {
        let index = try Self.index(both: 2, one: 5)

        #expect(try index.search("walrus kestrel").total.n == 7)
        #expect(try index.search("walrus +kestrel").total.n == 2)
        #expect(try index.search("walrus kestrel -orchard").total.n == 2)
        #expect(try index.search("\"walrus and\" kestrel score:1").total.n == 0)
        #expect(try index.search("walrus AND kestrel").total.n == 2)
    }

    @Test("where all the words are one, an answer of few is of some all the same")
    func fewOfOneWord() throws {
        let answer = try Self.index.get().search("bees")

        #expect((answer.total.n, answer.total.allWords) == (1, 1))
        #expect(answer.query.match == .some)
    }

    @Test("filters alone find all that passes, and nobody's words")
    func filtersAlone() throws {
        let answer = try Self.index.get().search("score:3")

        #expect(answer.query.match == .all)
        #expect(answer.hits.map(\.number) == [1, 2, 3, 4, 5, 6, 7, 8])
        #expect(answer.hits.allSatisfy { $0.inTheirWords == nil && $0.highlights.isEmpty })
        #expect(answer.counts(.saidBy).values.allSatisfy { $0.inTheirWords == nil && $0.allWords == nil })
    }

    @Test("a wildcard of more than 200 words is refused with its place")
    func wideWildcard() throws {
        let letters = "abcdefghijklmno"
        let words = letters.flatMap { first in letters.map { "qu\(first)\($0)" } }
        let index = try TestIndex(paragraphs: ["There were " + words.joined(separator: " ") + "."])

        let error = #expect(throws: RequestError.self) { try index.search("walrus qu*") }

        #expect((error?.code, error?.at) == (.tooLong, 7))
        #expect(error?.message == "qu* stands for more than 200 words")
    }

    /// Paragraphs with both words and, in the orchard, with one of them.
    private static func index(both: Int, one: Int) throws -> TestIndex {
        try TestIndex(
            paragraphs: (0..<both).map { "The walrus and the kestrel met on day \($0)." }
                + (0..<one).map { "The walrus was in the orchard on day \($0)." })
    }
}
