import Evidence
import Foundation
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("A generation never changes")
struct GenerationTests {
    @Test("an answer is the same before and after the index moved on")
    func immutable() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        let first = try index.generation()
        let before = try first.search("lamp")

        try index.change(to: "lantern")

        #expect(try first.search("lamp") == before)
        #expect(before.index.generation == 1)
        #expect(try index.generation().search("lamp", ["match": "all"]).total.n == 0)
    }

    @Test("readers of a generation survive its removal, in as many threads as there are readers")
    func pruned() async throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        let first = try index.generation(readers: 50)
        for word in ["lantern", "candle", "torch"] { try index.change(to: word) }
        #expect(index.folder.generations() == [3, 4])

        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<50 { group.addTask { try first.search("lamp").total.n } }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        #expect(counts == Array(repeating: 1, count: 50))
    }

    @Test("the paragraphs around one come in the order of their page, as many as there are")
    func context() throws {
        let index = try TestIndex(paragraphs: (1...6).map { "Lamp number \($0) was lit." })
        let generation = try index.generation()

        let answer = try #require(try generation.paragraph(id: "harrowmere/safeguarding/2", context: 2))

        #expect(answer.paragraph.text == "Lamp number 2 was lit.")
        #expect(answer.before.map(\.number) == [1])
        #expect(answer.after.map(\.number) == [3, 4])
        #expect(answer.paragraph.rank == nil)
        #expect(answer.paragraph.snippet == nil)
    }

    @Test("without context a paragraph comes alone, the last one too", arguments: [1, 6])
    func alone(number: Int) throws {
        let index = try TestIndex(paragraphs: (1...6).map { "Lamp number \($0) was lit." })

        let answer = try index.generation().paragraph(id: "harrowmere/safeguarding/\(number)", context: 0)

        #expect(answer?.paragraph.number == number)
        #expect(answer?.before == [])
        #expect(answer?.after == [])
    }

    @Test(
        "what is no id of the index finds nothing",
        arguments: [
            "", "/", "1", "harrowmere/safeguarding", "harrowmere/safeguarding/0", "harrowmere/safeguarding/7",
            "harrowmere/safeguarding/-1", "harrowmere/safeguarding/x", "harrowmere/2024-05/safeguarding/1",
            "leeds/safeguarding/1", "harrowmere/safeguarding/1/",
            "harrowmere/safeguarding/9999999999999999999",
        ])
    func unknown(id: String) throws {
        let index = try TestIndex(paragraphs: (1...6).map { "Lamp number \($0) was lit." })

        #expect(try index.generation().paragraph(id: id, context: 1) == nil)
    }

    @Test("a page that was added later keeps its paragraphs together")
    func laterPage() throws {
        let index = try TestIndex(paragraphs: ["The lamp was lit.", "The cat sat."])
        try index.write(Report.page(statement: "Assessing needs", "Some rain.", "Some snow."), to: "b.txt")
        try index.index()
        try index.write(Report.page("The lantern was lit.", "The dog sat."), to: "safeguarding.txt")
        try index.index()

        let generation = try index.generation()

        #expect(
            try generation.paragraph(id: "harrowmere/assessing-needs/1", context: 9)?.after.map(\.text) == [
                "Some snow."
            ])
        #expect(
            try generation.paragraph(id: "harrowmere/safeguarding/2", context: 9)?.before.map(\.text) == [
                "The lantern was lit."
            ])
    }

    @Test("who said it comes out of the index as it went in, with the words that decided it")
    func attribution() throws {
        let index = try TestIndex(paragraphs: ["Partners told us the lamp was lit.", "The lamp was out."])

        let answer = try index.search("score:3")

        #expect(answer.hits.map(\.saidBy) == [[.partners], [.assessor]])
        #expect(answer.hits.first?.sentences.first?.because == "Partners told us")
        #expect(answer.hits.last?.sentences.first?.because == nil)
    }
}
