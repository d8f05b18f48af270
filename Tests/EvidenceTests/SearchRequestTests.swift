import Evidence
import Testing

@Suite("A request's parameters are understood or refused, never passed over")
struct SearchRequestTests {
    @Test("nothing given is everything in the usual order, ten at a time")
    func defaults() throws {
        let request = try SearchRequest(parameters: [])

        #expect(request == SearchRequest())
        #expect((request.limit, request.offset, request.facetLimit) == (10, 0, 20))
        #expect((request.match, request.sort, request.generation) == (.auto, .init(.relevance), nil))
        #expect(request.facets == [.saidBy, .score, .statement, .theme, .authority, .section])
    }

    @Test("each parameter sets its own")
    func all() throws {
        let request = try SearchRequest(parameters: [
            ("q", "a b"), ("in_their_words", "true"), ("match", "any"), ("sort", "-score"), ("limit", "1000"),
            ("offset", "7"), ("facets", "score,said_by"), ("facet_limit", "0"), ("generation", "3"),
        ])

        #expect((request.text, request.inTheirWords, request.match) == ("a b", true, .any))
        #expect(request.sort == .init(.score, isReversed: true))
        #expect((request.limit, request.offset, request.facetLimit, request.generation) == (1000, 7, 0, 3))
        #expect(request.facets == [.saidBy, .score])
        #expect(request.fields == [])
    }

    @Test("filters can be repeated, listed, negated and written with a hyphen")
    func filters() throws {
        let request = try SearchRequest(parameters: [
            ("said_by", "partners, staff"), ("said-by", "people"), ("not_score", "1"), ("council", "leeds"),
        ])

        #expect(request.fields.map(\.field) == [.saidBy, .saidBy, .score, .authority])
        #expect(request.fields.map(\.isExcluded) == [false, false, true, false])
        #expect(
            request.fields.map { $0.values.map(\.text) } == [
                ["partners", "staff"], ["people"], ["1"], ["leeds"],
            ])
    }

    @Test("facets can be left out altogether", arguments: [("none", 0), ("said-by", 1), ("theme,theme", 1)])
    func facets(value: String, count: Int) throws {
        #expect(try SearchRequest(parameters: [("facets", value)]).facets.count == count)
    }

    @Test(
        "what can't be is refused, with what can",
        arguments: [
            ("limit", "1001", ErrorCode.badValue, "limit is a whole number from 0 to 1000, not \"1001\""),
            ("limit", "-1", .badValue, "limit is a whole number from 0 to 1000, not \"-1\""),
            ("limit", "ten", .badValue, "limit is a whole number from 0 to 1000, not \"ten\""),
            ("limit", "", .badValue, "limit is a whole number from 0 to 1000, not \"\""),
            ("limit", "1e2", .badValue, "limit is a whole number from 0 to 1000, not \"1e2\""),
            ("offset", "-1", .badValue, "offset is a whole number from 0 on, not \"-1\""),
            ("offset", "99999999999", .badValue, "offset is a whole number from 0 on, not \"99999999999\""),
            ("generation", "0", .badValue, "generation is a whole number from 1 on, not \"0\""),
            ("match", "most", .badValue, "match is auto, all or any, not \"most\""),
            (
                "sort", "weight", .badValue,
                "sort is relevance, authority, statement, score or published, not \"weight\""
            ),
            (
                "sort", "--score", .badValue,
                "sort is relevance, authority, statement, score or published, not \"-score\""
            ),
            (
                "facets", "said_by,", .badValue,
                "facets is said_by, score, statement, theme, authority, section, region, authority_type, published, edition or rating, not \"\""
            ),
            (
                "facets", "indicative", .badValue,
                "facets is said_by, score, statement, theme, authority, section, region, authority_type, published, edition or rating, not \"indicative\""
            ),
            ("in_their_words", "1", .badValue, "in_their_words is true or false, not \"1\""),
            ("said_by", "", .badValue, "said-by has an empty value"),
            ("limits", "3", .unknownParameter, "unknown parameter \"limits\""),
            ("", "3", .unknownParameter, "unknown parameter \"\""),
        ])
    func errors(name: String, value: String, code: ErrorCode, message: String) {
        let error = #expect(throws: RequestError.self) { try SearchRequest(parameters: [(name, value)]) }

        #expect(error?.code == code)
        #expect(error?.message == message)
        #expect(error?.at == nil)
    }

    @Test(
        "an unknown parameter is told its nearest",
        arguments: [("limt", "limit"), ("saidby", "said_by"), ("querry", nil)])
    func nearest(name: String, likeliest: String?) {
        let error = #expect(throws: RequestError.self) { try SearchRequest(parameters: [(name, "1")]) }

        #expect(
            error?.hint?.contains(likeliest.map { "did you mean \($0)?" } ?? "the parameters are q, ") == true
        )
    }

    @Test("a parameter that is no filter is given once", arguments: ["q", "limit", "sort", "generation"])
    func twice(name: String) {
        let value = name == "sort" ? "score" : "1"
        let error = #expect(throws: RequestError.self) {
            try SearchRequest(parameters: [(name, value), (name, value)])
        }

        #expect(error?.message == "\(name) is given twice")
    }

    @Test("a request for a paragraph knows context and generation")
    func paragraph() throws {
        let request = try ParagraphRequest(parameters: [("context", "100"), ("generation", "2")])

        #expect((request.context, request.generation) == (100, 2))
        #expect(throws: RequestError.self) { try ParagraphRequest(parameters: [("context", "101")]) }
        #expect(throws: RequestError.self) { try ParagraphRequest(parameters: [("limit", "1")]) }
    }
}
