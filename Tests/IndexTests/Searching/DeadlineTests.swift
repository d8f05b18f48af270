import Evidence
import Support
import Testing

@testable import EvidenceSearch

@Suite("A search stops in time")
struct DeadlineTests {
    private static func generation() throws -> Generation {
        try TestIndex(paragraphs: (1...20).map { "Lamp number \($0) was lit." }).generation()
    }

    private static func request() throws -> SearchRequest {
        try SearchRequest(parameters: [("q", "lamp")])
    }

    @Test("hits stop at their deadline too, all but the first, and the answer says that it is not all")
    func hits() throws {
        let generation = try Self.generation()
        let searcher = Searcher(generation: generation, request: try Self.request(), deadline: .now)

        let answer = try generation.read { try searcher.response($0, timeForHits: .zero) }

        #expect(answer.hits.map(\.number) == [1])
        #expect(answer.total.n == 20)
        #expect(!answer.total.isExact)
        #expect(answer.suggestions == [])
    }

    @Test("a search whose time went on matching shows what it found")
    func found() throws {
        let answer = try Self.generation().search(Self.request(), until: .now)

        #expect(!answer.total.isExact)
        #expect(answer.hits.count == 10)
    }

    @Test("within a time there is the whole answer, or none")
    func within() throws {
        let generation = try Self.generation()

        #expect(try generation.search(Self.request(), within: .seconds(600))?.hits.count == 10)
        #expect(try generation.search(Self.request(), within: .zero) == nil)
    }
}
