import Evidence
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("A search over the map answers as libxapian does over the database that is shipped")
struct FastSearchTests {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    /// A generation, and its database with positions.
    private struct Made {
        let generation: Generation
        let plain: ShippedDatabase
    }

    private static func made(pages: Int) throws -> Made {
        var random = Dice(seed: 7)
        var index = try TestIndex()
        index.options.hasPositions = true
        for page in 0..<pages {
            try index.write(
                Report.page(
                    council: "\(["Harrowmere", "Wexcombe", "Eastmarsh"][page % 3]) Borough Council",
                    statement: ["Safeguarding", "Assessing needs", "Learning, improvement and innovation"][
                        page / 3 % 3],
                    score: 1 + page % 4, published: "1 \(months[page % 12]) \(2010 + page / 12)",
                    paragraphs: (0..<20).map { _ in random.paragraph() }), to: "\(page).txt")
        }
        try index.index()
        let generation = try index.generation(readers: 4)
        return Made(generation: generation, plain: try ShippedDatabase(index))
    }

    /// More paragraphs than a window holds, made but once.
    private static let many = Result { try made(pages: 420).generation }

    @Test("hits, their order and weights, and every count of 2,000 queries are the same", arguments: 0..<5)
    func same(batch: Int) throws {
        let corpus = try Self.made(pages: 18)
        var random = Dice(seed: UInt64(batch) + 100)
        for _ in 0..<400 { try compare(random.query(), random.parameters(), corpus) }
    }

    @Test("and where there are more paragraphs than a window holds")
    func windows() throws {
        let corpus = try Self.made(pages: 420)
        #expect(corpus.generation.manifest.paragraphs > Window.size)
        let filters = [
            ("facets", "said_by,score"), ("published", "..2010"), ("published", "2044.."),
            ("not_authority", "wexcombe"),
        ]
        for query in [
            "lantern", "\"long short\"", "+reach ferry", "hard NEAR/3 advice", "break* -care", "-care",
        ] {
            for filter in filters { try compare(query, [filter], corpus) }
        }
    }

    @Test("a search whose time is over answers with what it has found, and says that this isn't all")
    func outOfTime() throws {
        let generation = try Self.many.get()
        let request = try SearchRequest(parameters: [("q", "care"), ("match", "all"), ("limit", "1000")])

        let whole = try generation.search(request)
        let part = try generation.search(request, until: .now - .seconds(1))

        #expect(whole.total.isExact)
        #expect(!part.total.isExact)
        #expect(0 < part.total.n && part.total.n < whole.total.n)
    }

    private func compare(_ query: String, _ parameters: [(String, String)], _ corpus: Made) throws {
        let (generation, index) = (corpus.generation, corpus.plain)
        let request = try SearchRequest(
            parameters: [("q", query), ("limit", "1000"), ("facet_limit", "0")] + parameters)
        let answer = try generation.search(request)
        let plain = try generation.read { reader in
            try PlainSearch(generation: generation, index: index, reader: reader, request: request).answer()
        }
        let question = "\(query) \(parameters)"
        #expect(answer.total.n == plain.found.count, "\(question)")
        #expect(answer.total.allWords == plain.found.count(where: \.hasAllWords), "\(question)")
        #expect((answer.query.match == .all) == plain.isAll, "\(question)")
        #expect(answer.hits.map(\.id) == plain.found.prefix(1_000).map(\.hit.id), "\(question)")
        #expect(answer.hits.map(\.weight) == plain.found.prefix(1_000).map(\.weight), "\(question)")
        for facet in answer.facets {
            for count in facet.counts {
                let its = plain.found.filter { $0.hit.values(of: facet.field).contains(count.value.text) }
                #expect(count.n == its.count, "\(question): \(count.value)")
                if let allWords = count.allWords {
                    #expect(allWords == its.count(where: \.hasAllWords), "\(question): \(count.value)")
                }
                if let theirs = count.inTheirWords {
                    let spoken = its.count { $0.spoken.groups.map(\.rawValue).contains(count.value.text) }
                    #expect(theirs == spoken, "\(question): \(count.value)")
                }
            }
        }
    }
}
