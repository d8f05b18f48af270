import Support
import Testing

@testable import Xapian
@testable import XapianWriting

@Suite("Matches are all of them, ascending, weighed")
struct MatchesTests {
    @Test("every match is there, with the weight that Xapian gives it")
    func all() throws {
        let database = try Database.of("ward delay", "ward", "delay delay", "home")

        let matches = try database.matches(
            .combine(.or, [.term("ward"), .term("delay")]), weighting: .bm25(k1: 1.2, b: 0.3))

        #expect(Array(matches.documents) == [1, 2, 3])
        #expect(matches.weights.allSatisfy { $0 > 0 })
        #expect(matches.weights[0] > matches.weights[1])
    }

    @Test(
        "operators keep Xapian's meaning",
        arguments: [
            (Query.Operator.and, [1]), (.or, [1, 2, 3]), (.andNot, [2]), (.andMaybe, [1, 2]), (.filter, [1]),
            (.near(window: 2), [1]), (.phrase(window: 2), [1]), (.synonym, [1, 2, 3]),
        ])
    func operators(op: Query.Operator, expected: [UInt32]) throws {
        let database = try Database.of("ward delay", "ward", "delay", "home")

        let matches = try database.matches(
            .combine(op, [.term("ward"), .term("delay")]), weighting: .none)

        #expect(Array(matches.documents) == expected)
    }

    @Test("NEAR takes alternatives for a word")
    func nearAlternatives() throws {
        let database = try Database.of(
            "ward long delay", "ward long delays", "delays one two three four ward")

        let forms = try Query.combine(.or, [.term("delay"), .term("delays")])
        let matches = try database.matches(
            .combine(.near(window: 3), [.term("ward"), forms]), weighting: .none)

        #expect(Array(matches.documents) == [1, 2])
    }

    @Test("a term of every document is found where numbers have gaps, with weights and without")
    func everywhere() throws {
        let folder = try TemporaryFolder()
        let writer = try WritableDatabase(path: folder.path + "/db")
        for number in 0..<60 {
            let document = try Document.of("ward w\(number / 20)")
            try document.addTerm("XA", frequency: 0)
            try writer.add(document)
        }
        try writer.commit()
        try Database.compact([folder.path + "/db"], to: folder.path + "/small")
        let gaps = try WritableDatabase(path: folder.path + "/small")
        try gaps.deleteDocuments(indexedBy: "w1")
        try gaps.commit()
        let database = try Database(path: folder.path + "/small")

        #expect(try database.matches(database.query("XA"), weighting: .none).count == 40)
        #expect(try database.matches(database.query("ward"), weighting: .none).count == 40)
        let weighed = try database.matches(database.query("ward"), weighting: .bm25(k1: 1.2, b: 0.3))
        #expect(weighed.count == 40)
        #expect(weighed.weights.allSatisfy { $0 > 0 })
    }

    @Test("the whole database matches everything, and nothing nothing")
    func everything() throws {
        let database = try Database.of("a", "b")

        #expect(try database.matches(.all(), weighting: .none).count == 2)
        #expect(try database.matches(.nothing(), weighting: .none).count == 0)
    }
}
