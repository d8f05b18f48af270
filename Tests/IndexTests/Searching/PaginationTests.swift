import Evidence
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("However an answer is cut into pages, it is one answer")
struct PaginationTests {
    @Test("pages of three joined are the same as one page of a thousand", arguments: SampleIndex.queries)
    func joined(query: String) throws {
        let generation = try SampleIndex.sample.get().generation
        let whole = try generation.search(query, ["limit": "1000"])

        var joined: [Hit] = []
        while joined.count < whole.total.n {
            let page = try generation.search(
                query, ["limit": "3", "offset": "\(joined.count)", "facets": "none"])
            try #require(!page.hits.isEmpty)
            joined += page.hits
        }

        #expect(whole.total.n > 0)
        #expect(joined == whole.hits)
        #expect(whole.hits.map(\.rank) == Array(1...whole.total.n))
    }

    @Test("total, facets and order are the same at limit 0, 3 and 1000", arguments: SampleIndex.queries)
    func limits(query: String) throws {
        let generation = try SampleIndex.sample.get().generation

        let (none, three, all) = try (
            generation.search(query, ["limit": "0"]), generation.search(query, ["limit": "3"]),
            generation.search(query, ["limit": "1000"])
        )

        #expect(none.total == all.total && three.total == all.total)
        #expect(none.facets == all.facets && three.facets == all.facets)
        #expect(none.query == all.query && three.query == all.query)
        #expect(none.hits.isEmpty && three.hits == Array(all.hits.prefix(3)))
    }

    @Test(
        "in every order pages are parts of one list",
        arguments: ["score", "-published", "authority", "-relevance"])
    func sorted(by sort: String) throws {
        let generation = try SampleIndex.sample.get().generation
        let whole = try generation.search("hospital care", ["limit": "1000", "sort": sort])

        let pages = try stride(from: 0, to: whole.total.n, by: 7).flatMap {
            try generation.search("hospital care", ["limit": "7", "offset": "\($0)", "sort": sort]).hits
        }

        #expect(pages == whole.hits)
    }

    @Test("beyond its end an answer has no hits, and the same counts")
    func beyond() throws {
        let generation = try SampleIndex.sample.get().generation

        let beyond = try generation.search("hospital discharge", ["offset": "5000"])

        #expect(beyond.hits.isEmpty)
        #expect(try beyond.total == generation.search("hospital discharge").total)
    }
}
