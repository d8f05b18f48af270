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

    @Test("and so do several threads together, each with its share of the documents", arguments: 1...4)
    func shares(threads: Int) throws {
        let generation = try Self.many.get()
        var random = Dice(seed: UInt64(threads))
        for _ in 0..<40 {
            guard let root = try generation.parser.parse(random.query(), besides: []).root else { continue }
            let request = try SearchRequest(parameters: random.parameters())
            let filters = try generation.vocabulary.filters(from: request.fields)
            try generation.read { reader in
                let builder = MatchBuilder(generation, stems: reader.stems)
                let matcher = Matcher(
                    generation: generation, filter: FilterMask(filters, generation: generation),
                    deadline: .now + .seconds(600), effort: .any)
                let nodes = try (0..<threads).map { _ in try builder.node(root, relaxed: true) }

                let shared = matcher.answer(nodes)
                let alone = matcher.answer([try builder.node(root, relaxed: true)])

                #expect(shared.matches == alone.matches && shared.isWhole)
            }
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

    @Test(
        "a search that may take a little answers as any other, or isn't done at all",
        arguments: [
            ("lantern", [("limit", "10")], true), ("\"long short\" ferry -care", [("limit", "10")], true),
            ("theme:leadership", [("limit", "0")], true),
            ("lantern", [("limit", "1000")], false),
            ("lantern", [("limit", "10"), ("cross", "said_by,score")], false),
            ("lanterm", [("limit", "10")], false), ("xylophones", [("limit", "10")], false),
            ("care NEAR/9 advice OR care NEAR/8 advice OR care NEAR/7 advice", [("limit", "10")], false),
            (String(repeating: "(care OR advice) ", count: 12), [("limit", "10")], false),
        ])
    func little(query: String, parameters: [(String, String)], isShort: Bool) throws {
        let generation = try Self.many.get()
        let request = try SearchRequest(parameters: [("q", query)] + parameters)

        let short = try? generation.search(
            request, until: .now + .seconds(600), effort: SearchEffort(postings: 28_000))

        #expect((short != nil) == isShort)
        if let short { #expect(try short == generation.search(request)) }
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
