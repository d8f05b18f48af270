import Evidence
import Foundation
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("An index that was updated in five steps answers as one that was built at once")
struct StepsTests {
    /// The same pages, come to by adding, replacing, renaming and removing.
    private static let stepped = Result { () throws -> Generation in
        let index = try TestIndex()
        let names = try pages()
        for name in names.prefix(4) { try copy(name, into: index) }
        try index.write(
            Report.page(council: "Leeds City Council", "The zebra discharge was late."), to: "x.txt")
        try index.index()
        for name in names.dropFirst(4).prefix(6) { try copy(name, into: index) }
        try index.write(
            Report.page(statement: "Assessing needs", "A zebra on the ward."), to: "harrowmere/b.txt")
        try index.index()
        for name in names.dropFirst(10) { try copy(name, into: index) }
        try index.write(Report.page(council: "Wexcombe City Council", "A zebra in hospital."), to: names[12])
        try index.delete("harrowmere/b.txt")
        try index.index()
        _ = try index.indexer.remove(authority: "leeds", statement: nil)
        try index.delete("x.txt")
        try copy(names[12], into: index)
        try index.index()
        return try index.generation(readers: 4)
    }

    private static let whole = Result { () throws -> Generation in
        let index = try TestIndex()
        for name in try pages() { try copy(name, into: index) }
        try index.index()
        return try index.generation(readers: 4)
    }

    private static func pages() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: Repository.index + "/sample")
            .filter { $0.hasSuffix(".txt") }.sorted()
    }

    private static func copy(_ name: String, into index: TestIndex) throws {
        try index.write(
            String(contentsOfFile: "\(Repository.index)/sample/\(name)", encoding: .utf8), to: name)
    }

    @Test(
        "ids, order, weights, facets, corrections and suggestions are the same",
        arguments: SampleIndex.queries + ["zebra", "zebr"])
    func same(query: String) throws {
        let (stepped, whole) = try (Self.stepped.get(), Self.whole.get())

        var first = try stepped.search(query, ["limit": "1000"])
        let second = try whole.search(query, ["limit": "1000"])

        #expect((first.index.generation, second.index.generation) == (5, 1))
        first.index = second.index
        #expect(first.total == second.total)
        #expect(first.hits == second.hits)
        #expect(first == second)
    }

    @Test("the counts of the whole index are the same")
    func counts() throws {
        let (stepped, whole) = try (Self.stepped.get(), Self.whole.get())

        #expect(try stepped.search("", ["limit": "0"]).facets == whole.search("", ["limit": "0"]).facets)
        #expect(stepped.manifest.paragraphs == whole.manifest.paragraphs)
    }

    @Test("an index of one council is refreshed, and each of its filters still answers")
    func oneCouncil() throws {
        let index = try TestIndex()
        for number in 1...3 {
            let paragraphs = (1...20).map { "The lantern of page \(number) was lit on day \($0)." }
            try index.write(
                Report.page(
                    statement: ["Safeguarding", "Assessing needs", "Partnerships and communities"][
                        number - 1],
                    paragraphs: paragraphs), to: "\(number).txt")
        }
        try index.index()
        try index.write(
            Report.page(statement: "Assessing needs", paragraphs: ["A new lantern."]), to: "2.txt")
        try index.index()

        for filter in [
            "authority:harrowmere", "score:3", "said-by:assessor", "section:key-findings", "lantern",
        ] {
            #expect(try index.search(filter).total.n == 41, "\(filter)")
        }
        #expect(try index.search("lantern authority:harrowmere -said-by:staff").total.n == 41)
    }
}
