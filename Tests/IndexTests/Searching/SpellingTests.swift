import Evidence
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("A word that is in no paragraph is corrected where it is clear what was meant, and the answer says so")
struct SpellingTests {
    private static let paragraphs = [
        "The walrus met the kestrel in the orchard.", "The walrus slept.", "Their safeguarding was kind.",
    ]

    @Test(
        "a wanted word is corrected, wherever it stands",
        arguments: [
            ("walrsu", "walrus", 2), ("walrus kestrl", "walrus kestrel", 1), ("+kestrl", "+kestrel", 1),
            ("WALRSU", "walrus", 2), ("(walrsu OR bees) kestrel", "(walrus OR bees) kestrel", 1),
            ("walrus NEAR kestrl", "walrus NEAR kestrel", 1), ("orchadr score:3", "orchard score:3", 1),
            ("safegaurding", "safeguarding", 1), ("walrsu kestrl", "walrus kestrel", 1),
        ])
    func corrected(query: String, better: String, count: Int) throws {
        let answer = try TestIndex(paragraphs: Self.paragraphs).search(query, ["match": "all"])

        #expect(answer.query.corrected == SearchResponse.Correction(from: query, to: better))
        #expect(answer.query.text == query)
        #expect(answer.total.n == count)
        #expect(answer.hits.allSatisfy { !$0.highlights.isEmpty || better.contains("safe") })
    }

    @Test(
        "what is negated, exact, short, known or far from everything is not",
        arguments: [
            "walrus -kestrl", "walrus NOT kestrl", "\"walrsu\"", "walr*", "walruses", "cat", "xylophone",
            "w4lrus", "walrus-kestrl",
        ])
    func uncorrected(query: String) throws {
        let answer = try TestIndex(paragraphs: Self.paragraphs).search(query, ["match": "any"])

        #expect(answer.query.corrected == nil)
    }

    @Test(
        "a word before a colon isn't corrected to the name of a filter",
        arguments: ["authoriti:", "autority: walrus"])
    func filterName(query: String) throws {
        let index = try TestIndex(paragraphs: Self.paragraphs + ["The authority met."])

        for match in ["auto", "all"] {
            let answer = try index.search(query, ["match": match])
            #expect(answer.query.corrected == nil)
            #expect(answer.suggestions.allSatisfy { $0.parameter != "q" || $0.instead == nil })
        }
    }

    @Test("each misspelt word of a query is corrected, and the words between stay")
    func several() throws {
        let index = try TestIndex(paragraphs: Self.paragraphs)

        let answer = try index.search("walrsu kestrl the orchadr safegaurding slept")

        #expect(answer.query.corrected?.to == "walrus kestrel the orchard safeguarding slept")
    }

    @Test("a word isn't corrected to one that went with its last paragraph")
    func gone() throws {
        let index = try TestIndex(["a.txt": Report.page("The walrus slept.")])
        try index.change(to: "lantern")

        #expect(try index.search("walrsu").query.corrected == nil)
        #expect(try index.search("lantren").query.corrected?.to == "lantern")
    }

    @Test("a correction to a stop word is none: the word that was typed is in no paragraph")
    func stopWord() throws {
        let answer = try TestIndex(paragraphs: Self.paragraphs).search("theirr")

        #expect(answer.query.corrected == nil)
        #expect(answer.total.n == 0)
    }

    @Test("where nothing is found the answer says which word or filter is to blame")
    func suggestions() throws {
        let index = try TestIndex(paragraphs: ["Partners told us the walrus slept."])

        let words = try index.search("xylophone said-by:partners").suggestions
        let filter = try index.search("walrus", ["said_by": "staff", "score": "3"]).suggestions

        #expect(
            words.first
                == Suggestion(
                    message: "\"xylophone\" is in no paragraph.", parameter: "q", value: "xylophone",
                    instead: nil, n: nil))
        #expect(
            filter == [
                Suggestion(
                    message: "Without `said_by` staff: 1.", parameter: "said_by", value: "staff",
                    instead: nil,
                    n: 1)
            ])
    }

    @Test("where something is found nothing is suggested")
    func noSuggestions() throws {
        #expect(try TestIndex(paragraphs: Self.paragraphs).search("walrus xylophone").suggestions == [])
    }

    @Test(
        "what was understood is one line of English",
        arguments: [
            ("walrus", "paragraphs with \"walrus\""),
            ("walrus kestrel", "paragraphs with some of \"walrus\", \"kestrel\""),
            ("walrus -kestrel", "paragraphs with \"walrus\", without \"kestrel\""),
            ("walrsu", "paragraphs with \"walrus\""),
            ("score:3", "all paragraphs in statements scored 3"),
            ("walrus authority:harrow", "paragraphs with \"walrus\", of Harrowmere Borough Council"),
        ])
    func understood(query: String, line: String) throws {
        let answer = try TestIndex(paragraphs: Self.paragraphs).search(query)

        #expect(answer.query.understood == line)
        #expect(answer.query.text == query)
    }
}
