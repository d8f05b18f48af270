import Evidence
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("Filters keep what they name, in the query and beside it alike")
struct SearchFilterTests {
    private static let index = Result {
        try TestIndex([
            "1.txt": Report.page("Partners told us the walrus slept.", "Staff said the walrus slept."),
            "2.txt": Report.page(
                council: "St Helens Borough Council", statement: "Assessing needs", score: 2,
                published: "20 June 2025", paragraphs: ["Leaders said the walrus slept."]),
            "3.txt": Report.page(
                council: "Leeds City Council", statement: "Governance", score: 1, published: "3 January 2025",
                paragraphs: ["The walrus slept."]),
            "4.txt": """
            Leeds City Council: local authority assessment
            Overall summary
            Summary of people’s experiences
            People told us the walrus slept.
            """,
            "5.txt": """
            Wexcombe City Council assessment
            Safeguarding
            Indicative score:
            4 - Evidence shows an exceptional standard
            Key findings for this quality statement
            Partners and staff told us the walrus slept.
            """,
        ])
    }

    /// The pages' first paragraphs, and the second of page 1 as 6, under the names that the tables give them.
    private static let numbers = [
        "harrowmere/safeguarding/1": 1, "st-helens/2025-06/assessing-needs/1": 2,
        "leeds/2025-01/governance-management-and-sustainability/1": 3, "leeds/overall-summary/1": 4,
        "wexcombe/safeguarding/1": 5, "harrowmere/safeguarding/2": 6,
    ]

    private static func numbers(
        _ text: String, _ parameters: [(name: String, value: String)]
    ) throws -> [Int] {
        let request = try SearchRequest(parameters: [("q", text)] + parameters)
        return try index.get().generation().search(request).hits.map { numbers[$0.id] ?? 0 }.sorted()
    }

    @Test(
        "a council is found by each of its names: the index's, the data file's, with its rank before or behind",
        arguments: [
            ("harrowmere council", "harrowmere"), ("Harrowmere Borough", "harrowmere"),
            ("HÁRROWMERE", "harrowmere"),
            ("Wexcombe, City of", "wexcombe"), ("City of Wexcombe", "wexcombe"), ("st. helens", "st-helens"),
            ("St Helen's", "st-helens"), ("Kingston upon Hull, City of", "hull"),
            ("City of Kingston upon Hull", "hull"),
            ("Bristol, City of", "bristol"), ("Herefordshire, County of", "herefordshire"),
            ("Durham", "county-durham"),
            ("Newcastle upon Tyne", "newcastle"), ("Barking & Dagenham", "barking-and-dagenham"),
            ("London, City of", "city-of-london"),
        ])
    func councils(name: String, slug: String) throws {
        let answer = try Self.councils.get().generation().search("", ["authority": name])

        #expect(answer.hits.map(\.authority) == [slug])
    }

    private static let councils = Result {
        let names = [
            "Harrowmere Borough Council", "Wexcombe City Council", "St Helens Borough Council",
            "Hull City Council",
            "Bristol City Council", "Herefordshire Council", "County Durham", "Newcastle City Council",
            "London Borough of Barking and Dagenham", "City of London Corporation",
        ]
        let pages = names.map { ($0 + ".txt", Report.page(council: $0, "The walrus slept.")) }
        return try TestIndex(Dictionary(uniqueKeysWithValues: pages))
    }

    @Test(
        "one filter",
        arguments: [
            ("said_by", "partners", [1, 5]), ("said_by", "partners,leaders", [1, 2, 5]),
            ("said_by", "Staff", [5, 6]), ("said_by", "assessor", [3]),
            ("not_said_by", "partners,staff", [2, 3, 4]),
            ("score", "3", [1, 6]), ("score", "1,2", [2, 3]), ("score", "1..2", [2, 3]),
            ("score", "3..", [1, 5, 6]),
            ("score", "none", [4]), ("score", "none,4", [4, 5]), ("not_score", "none", [1, 2, 3, 5, 6]),
            ("not_score", "3", [2, 3, 4, 5]), ("statement", "safeguarding", [1, 5, 6]),
            ("statement", "assess", [2]), ("statement", "Governance, management and sustainability", [3]),
            ("statement", "overall-summary", [4]), ("not_statement", "safeguarding,summary", [2, 3]),
            ("theme", "ensuring-safety", [1, 5, 6]), ("theme", "working", [2]),
            ("not_theme", "leadership", [1, 2, 4, 5, 6]),
            ("authority", "leeds", [3, 4]), ("authority", "helens", [2]),
            ("council", "Leeds City Council", [3, 4]),
            ("not_authority", "leeds,wex", [1, 2, 6]), ("section", "key-findings", [1, 2, 3, 5, 6]),
            ("region", "north-west", [2]), ("region", "North West", [2]),
            ("region", "north-west,humber", [2, 3, 4]),
            ("region", "none", [1, 5, 6]), ("region", "london", []), ("not_region", "none", [2, 3, 4]),
            ("not_region", "north-west", [1, 3, 4, 5, 6]), ("authority_type", "metropolitan", [2, 3, 4]),
            ("authority_type", "County,none", [1, 5, 6]), ("not_authority_type", "none", [2, 3, 4]),
            ("not_section", "key-findings", [4]), ("published", "2025", [2, 3]),
            ("published", "2025-06", [2]),
            ("published", "2025-01..2025-05", [3]), ("published", "..2025-05", [3]),
            ("published", "2025-06-20", [2]),
            ("published", "none", [1, 4, 5, 6]), ("published", "none,2025-06", [1, 2, 4, 5, 6]),
            ("not_published", "none", [2, 3]), ("published", "2024", []),
            ("not_published", "2025-06", [1, 3, 4, 5, 6]),
            ("indicative", "true", [5]),
            ("indicative", "false", [1, 2, 3, 4, 6]), ("not_indicative", "true", [1, 2, 3, 4, 6]),
            ("indicative", "true,false", [1, 2, 3, 4, 5, 6]),
        ])
    func one(name: String, value: String, numbers: [Int]) throws {
        let query = name.replacing("_", with: "-") + ":" + (value.contains(" ") ? "\"\(value)\"" : value)

        #expect(try Self.numbers("", [(name, value)]) == numbers)
        #expect(try Self.numbers("walrus", [(name, value)]) == numbers)
        #expect(try Self.numbers(query, []) == numbers)
        #expect(try Self.numbers("walrus " + query, []) == numbers)
    }

    @Test(
        "repeated ones are alternatives, different ones must all hold",
        arguments: [
            ("said-by:partners said-by:leaders", [1, 2, 5]), ("said-by:partners score:3", [1]),
            ("said-by:partners -authority:harrowmere", [5]), ("score:1..4 not-score:3,4", [2, 3]),
            ("said-by:partners -said-by:staff", [1]), ("authority:leeds score:1..4", [3]),
            ("score:2 score:3 said-by:leaders,staff", [2, 6]), ("theme:ensuring indicative:false", [1, 6]),
        ])
    func several(query: String, numbers: [Int]) throws {
        #expect(try Self.numbers(query, []) == numbers)
        #expect(try Self.numbers("walrus " + query, []) == numbers)
    }

    @Test("a filter in the query and one beside it are two filters")
    func both() throws {
        #expect(try Self.numbers("walrus said-by:partners", [("said_by", "leaders")]) == [1, 2, 5])
        #expect(try Self.numbers("walrus said-by:partners", [("score", "3")]) == [1])
    }

    @Test(
        "a value that the index doesn't know is refused with its place and the nearest names",
        arguments: [
            ("walrus said-by:partnrs", "unknown source \"partnrs\" at byte 15", 15, "partners"),
            ("region:midlands", "region \"midlands\" at byte 7 is ambiguous", 7, "east-midlands"),
            ("region:londn", "unknown region \"londn\" at byte 7", 7, "london"),
            ("authority:leds", "unknown authority \"leds\" at byte 10", 10, "leeds"),
            ("statement:safegarding", "unknown statement \"safegarding\" at byte 10", 10, "safeguarding"),
            ("section:nowhere", "unknown section \"nowhere\" at byte 8", 8, "key-findings"),
            ("authority:\"e\"", "authority \"e\" is ambiguous at byte 10", 10, "harrowmere"),
        ])
    func unknown(query: String, message: String, at: Int, candidate: String) throws {
        let error = #expect(throws: RequestError.self) { try Self.numbers(query, []) }

        #expect(error?.code == .unknownValue)
        #expect((error?.message.contains(message.prefix(12)), error?.at) == (true, at))
        #expect(error?.candidates.contains(candidate) == true)
    }

    @Test("an empty query without a filter is refused, unless it is for the counts alone")
    func empty() throws {
        let error = #expect(throws: RequestError.self) { try Self.numbers("", []) }
        let counts = try Self.index.get().search("", ["limit": "0"])

        #expect(error?.code == .emptyQuery)
        #expect((counts.total.n, counts.total.of, counts.hits) == (6, 6, []))
        #expect(counts.query.understood == "all paragraphs")
    }

    @Test("a whole index's counts have zeros for what it doesn't hold")
    func wholeIndex() throws {
        let counts = try Self.index.get().search("", ["limit": "0"])

        #expect(counts.facets.map(\.field) == [.saidBy, .score, .statement, .theme, .authority, .section])
        #expect(counts.facets.map(\.counts.count) == [10, 5, 10, 4, 4, 2])
        #expect(counts.counts(.saidBy)["carers"] == .count("carers", "Unpaid carers", n: 0, of: 0))
        #expect(counts.counts(.statement)["overall-summary"]?.of == 1)
        #expect(
            counts.counts(.theme)["ensuring-safety"]
                == .count("ensuring-safety", "Ensuring safety", n: 3, of: 3))
    }

    @Test(
        "authorities are counted by falling frequency, as many as asked for",
        arguments: [(1, 1), (3, 3), (0, 4)])
    func authorities(limit: Int, count: Int) throws {
        let facets = try Self.index.get().search(
            "walrus -said-by:leaders", ["facets": "authority", "facet_limit": "\(limit)"]
        ).facets

        let values = facets.flatMap(\.counts).map { "\($0.value.text) \($0.n)" }
        #expect(values == ["harrowmere 2", "leeds 2", "wexcombe 1", "st-helens 0"].prefix(count).map(\.self))
    }

    @Test(
        "facets that are counted on request list their whole vocabulary, and last what has none",
        arguments: [
            (
                "region", 10, ["north-west 1 of 1", "yorkshire-and-the-humber 2 of 2", "none 1 of 3"],
                ["North West", "Yorkshire and the Humber", "No region"]
            ),
            (
                "authority-type", 6, ["metropolitan-district 3 of 3", "none 1 of 3"],
                ["Metropolitan district", "No type of council"]
            ),
            (
                "published", 3, ["2025-01-03 1 of 1", "2025-06-20 1 of 1", "none 2 of 4"],
                ["3 January 2025", "20 June 2025", "No date"]
            ),
            (
                "score", 5,
                ["1 1 of 1", "2 1 of 1", "3 1 of 2", "none 1 of 1"],
                [
                    "Evidence shows significant shortfalls", "Evidence shows some shortfalls",
                    "Evidence shows a good standard", "No score",
                ]
            ),
        ])
    func onRequest(facet: String, count: Int, values: [String], labels: [String]) throws {
        let answer = try Self.index.get().search("walrus -said-by:staff", ["facets": facet])
        let counts = try #require(answer.facets.first).counts

        #expect((answer.facets.count, counts.count) == (1, count))
        #expect(counts.last?.value == .text("none"))
        #expect(counts.filter { $0.n > 0 }.map { "\($0.value.text) \($0.n) of \($0.of)" } == values)
        #expect(counts.filter { $0.n > 0 }.map(\.label) == labels)
    }

    @Test("a hit carries its authority's code, region and type, null where the list has no such authority")
    func authority() throws {
        let hits = try Self.index.get().search("walrus", ["sort": "authority"]).hits

        let listed = try #require(hits.first { $0.authority == "st-helens" })
        #expect(
            (listed.authorityCode, listed.region, listed.authorityType)
                == ("E08000013", "north-west", "metropolitan-district"))
        let invented = try #require(hits.first { $0.authority == "harrowmere" })
        #expect((invented.authorityCode, invented.region, invented.authorityType) == (nil, nil, nil))
    }

    @Test("two facets on request make a table of one by the other")
    func crossed() throws {
        let answer = try Self.index.get().search("walrus", ["cross": "region,score", "facets": "none"])
        let cross = try #require(answer.cross)

        #expect(cross.rows.counts.map(\.value.text).last == "none")
        #expect(cross.columns.counts.map(\.value.text) == ["1", "2", "3", "4", "none"])
        #expect(cross.counts[2] == [1, 0, 0, 0, 1])
        #expect(cross.counts[9] == [0, 0, 2, 1, 0])
    }

    @Test("an answer of some words counts those with all of them beside")
    func allWords() throws {
        let counts = try Self.index.get().search("walrus partners")

        #expect(counts.query.match == .some)
        #expect(
            counts.counts(.score)["3"]
                == FacetCount(
                    value: .number(3), label: "Evidence shows a good standard", n: 2, of: 2, allWords: 1))
        #expect(counts.counts(.saidBy)["staff"]?.allWords == 1)
    }
}
