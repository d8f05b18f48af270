import Evidence
import Testing

@Suite("Requests are what their parameters say, or an error that helps")
struct WireRequestTests {
    @Test("cross takes two facets, in the order given")
    func cross() throws {
        let request = try SearchRequest(parameters: [(name: "cross", value: "score,said-by")])

        #expect(request.cross?.rows == .score)
        #expect(request.cross?.columns == .saidBy)
    }

    @Test("cross takes neither one facet, nor three, nor one twice", arguments: ["score", "score,score", ""])
    func wrongCross(value: String) {
        #expect(throws: RequestError.self) { try SearchRequest(parameters: [(name: "cross", value: value)]) }
    }

    @Test("pages take the filters that a page as a whole passes, and no others")
    func pages() throws {
        let request = try PagesRequest(parameters: [("not_statement", "safeguarding"), ("score", "1..2")])

        #expect(request.fields.map(\.field) == [.statement, .score])
        #expect(throws: RequestError.self) { try PagesRequest(parameters: [("said_by", "partners")]) }
        #expect(throws: RequestError.self) { try PagesRequest(parameters: [("limit", "3")]) }
    }

    @Test("similar takes every filter, a limit and a generation")
    func similar() throws {
        let request = try SimilarRequest(
            parameters: [("not_authority", "leeds"), ("limit", "3"), ("generation", "7")])

        #expect(request.limit == 3)
        #expect(request.generation == 7)
        #expect(throws: RequestError.self) { try SimilarRequest(parameters: [("q", "care")]) }
    }

    @Test("a cross table is written with its values, counts and totals")
    func written() throws {
        let score = FacetCount(value: .number(2), label: "Some", n: 3, of: 5)
        let partners = FacetCount(value: .text("partners"), label: "Partners", n: 3, of: 9, inTheirWords: 1)
        let table = CrossTable(
            rows: Facet(field: .saidBy, counts: [partners]), columns: Facet(field: .score, counts: [score]),
            counts: [[3]], inTheirWords: [[1]])

        let json = String(decoding: table.json, as: UTF8.self)

        #expect(json.hasPrefix(#"{"rows":"said_by","columns":"score","row_values":[{"value":"partners""#))
        #expect(
            json.hasSuffix(
                #""counts":[[3]],"row_totals":[3],"column_totals":[3],"in_their_words":[[1]]}"#))
    }
}
