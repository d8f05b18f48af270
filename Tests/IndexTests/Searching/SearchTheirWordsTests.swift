import Evidence
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("Whose words it is in is told of each hit and counted in each group")
struct SearchTheirWordsTests {
    private static let paragraphs = [
        "Partners told us the walrus was late. Staff said the kestrel was early.",
        "Partners told us the walrus and the kestrel were late.",
        "Staff said the walrus and the kestrel were late.",
        "The walrus met the kestrel. Partners told us it rained.",
        "Partners said the tall heron was shy. Staff and leaders told us the heron was tall.",
        "Partners said the heron was tall. Staff told us the tall heron was shy.",
    ]

    private static let index = Result { try TestIndex(paragraphs: paragraphs) }

    @Test(
        "a paragraph is in the words of a group if its sentences hold all, or one where match is some",
        arguments: [
            ("walrus kestrel", "partners", "all", [1: false, 2: true, 4: false]),
            ("walrus kestrel", "partners", "any", [1: true, 2: true, 4: false]),
            ("walrus kestrel", "staff", "all", [1: false, 3: true]),
            ("walrus kestrel", "staff,partners", "all", [1: false, 2: true, 3: true, 4: false]),
            ("walrus -rained", "partners", "all", [1: true, 2: true]),
            ("kestrel", "partners", "all", [1: false, 2: true, 4: false]),
            ("\"tall heron\"", "partners", "all", [5: true, 6: false]),
            ("\"tall heron\"", "staff", "all", [5: false, 6: true]),
            ("heron NEAR/1 tall", "partners", "all", [5: true, 6: false]),
            ("ta* heron", "leaders", "all", [5: true]),
            ("shy OR kestrel", "staff", "all", [1: true, 3: true, 5: false, 6: true]),
        ])
    func hits(query: String, groups: String, match: String, inTheirWords: [Int: Bool]) throws {
        let hits = try Self.index.get().search(query, ["said_by": groups, "match": match]).hits

        #expect(Dictionary(uniqueKeysWithValues: hits.map { ($0.number, $0.inTheirWords) }) == inTheirWords)
    }

    @Test("only those are kept where it was asked for", arguments: [("all", [2]), ("any", [1, 2])])
    func filter(match: String, numbers: [Int]) throws {
        let answer = try Self.index.get().search(
            "walrus kestrel", ["said_by": "partners", "in_their_words": "true", "match": match])

        #expect(answer.hits.map(\.number).sorted() == numbers)
        #expect(answer.hits.allSatisfy { $0.inTheirWords == true })
        #expect(answer.total.n == numbers.count)
        #expect(answer.query.understood.contains("said by partners, in their words"))
    }

    @Test("a hit says nothing of it without words or without said_by")
    func null() throws {
        let index = try Self.index.get()

        #expect(try index.search("walrus").hits.allSatisfy { $0.inTheirWords == nil })
        #expect(try index.search("said-by:partners").hits.allSatisfy { $0.inTheirWords == nil })
        #expect(try index.search("walrus -said-by:staff").hits.allSatisfy { $0.inTheirWords == nil })
    }

    @Test("each group's count carries how many are in its words, whether or not it was asked for")
    func facet() throws {
        let counts = try Self.index.get().search("walrus kestrel", ["match": "all"]).counts(.saidBy)

        #expect(counts["partners"] == .count("partners", "Partners", n: 3, of: 5, inTheirWords: 1))
        #expect(counts["staff"] == .count("staff", "Staff", n: 2, of: 4, inTheirWords: 1))
        #expect(counts["leaders"] == .count("leaders", "Leaders", n: 0, of: 1, inTheirWords: 0))
        #expect(counts["assessor"] == .count("assessor", "Assessor", n: 0, of: 0, inTheirWords: 0))
    }

    @Test("the count is the same where other facets or a group are asked for")
    func facetAlone() throws {
        let index = try Self.index.get()

        let all = try index.search("walrus kestrel", ["said_by": "partners"])
        let one = try index.search("walrus kestrel", ["said_by": "partners", "facets": "said_by"])

        #expect(all.counts(.saidBy) == one.counts(.saidBy))
        #expect(all.counts(.saidBy)["partners"]?.inTheirWords == 2)
        #expect(
            try index.search("walrus kestrel", ["said_by": "partners", "facets": "none"]).hits == all.hits)
    }

    @Test("it needs words, and said_by to say whose", arguments: [("walrus", nil), ("", "partners")])
    func needsBoth(query: String, groups: String?) throws {
        let index = try Self.index.get()

        let error = #expect(throws: RequestError.self) {
            try index.generation().search(
                SearchRequest(
                    parameters: [("q", query), ("in_their_words", "true")]
                        + (groups.map { [("said_by", $0)] } ?? [])))
        }
        #expect(error?.code == .badValue)
        #expect(error?.message == "`in_their_words` needs words, and `said_by` to say whose")
    }

    @Test("how many hold all the words is the same with and without it")
    func allWords() throws {
        let index = try TestIndex(paragraphs: [
            "Partners told us the walrus was late. Staff said the kestrel was early.",
            "Partners told us the walrus slept.",
        ])

        let answer = try index.search(
            "walrus kestrel", ["said_by": "partners", "in_their_words": "true", "match": "any"])

        #expect((answer.total.n, answer.total.allWords) == (2, 1))
    }

    @Test("a query of nothing but negated words is in nobody's words")
    func negatedAlone() throws {
        let index = try TestIndex(paragraphs: [
            "Partners told us of delays.", "Partners told us of a lantern.",
        ])

        let response = try index.search("-delays said-by:partners")

        #expect(response.total.n == 1)
        #expect(response.hits.map(\.inTheirWords) == [nil])
        #expect(response.facets.first?.counts.allSatisfy { $0.inTheirWords == nil } == true)
    }
}

extension FacetCount {
    static func count(
        _ value: String, _ label: String, n: Int, of: Int, allWords: Int? = nil, inTheirWords: Int? = nil
    ) -> FacetCount {
        FacetCount(
            value: .text(value), label: label, n: n, of: of, allWords: allWords, inTheirWords: inTheirWords)
    }
}
