import Evidence
import Testing

struct QueryParserTests {
    private let parser = QueryParser(stopWords: ["a", "and", "does", "how", "of", "the", "to"])

    private func tree(_ text: String) throws -> String? { try parser.parse(text).root?.description }

    @Test(
        "words, signs and quotes make a list",
        arguments: [
            ("hospital", "hospital"),
            ("hospital discharge", "(hospital discharge)"),
            ("Hospital, discharge; (delays).", "(hospital discharge delays)"),
            ("hospital +discharge -delays", "(hospital +discharge -delays)"),
            ("+hospital", "hospital"),
            ("-hospital", "(-hospital)"),
            ("hospital - discharge -- delays", "(hospital discharge delays)"),
            ("post-2020 plan-", "(post-2020 plan)"),
            ("hospital\u{A0}-delays", "(hospital -delays)"),
            (#""hospital discharge" delays"#, #"("hospital discharge" delays)"#),
            (#"-"hospital discharge""#, #"(-"hospital discharge")"#),
            ("“step down” beds", #"("step down" beds)"#),
            (#"“step down" beds"#, #"("step down" beds)"#),
            (#""way of the world""#, #""way of the world""#),
            (#""out-of-borough""#, #""out of borough""#),
            ("reabl* beds", "(reabl* beds)"),
        ])
    func lists(query: String, expected: String) throws {
        #expect(try tree(query) == expected)
    }

    @Test(
        "a word is what the index takes for one",
        arguments: [
            ("people’s", "people's"),
            ("'people'", "people"),
            ("CARERS", "carers"),
            ("R&D", "r&d"),
            ("78.38%", "78.38"),
            ("£15,000.", "15000"),
            ("co-production", "co-production"),
            ("out‑of‑borough", "out-of-borough"),
            ("health/social", "(health social)"),
            ("10:30", "(10 30)"),
            ("https://cqc", "(https cqc)"),
            ("Ünïcode café", "(unicode cafe)"), ("½ oﬃce", "(\"1 2\" office)"), ("N.H.S. U.K.", "(nhs uk)"),
        ])
    func words(query: String, expected: String) throws {
        #expect(try tree(query) == expected)
    }

    @Test("a word keeps how and where it was typed")
    func places() throws {
        let query = try parser.parse("é People’s co-Production")

        let people = QueryWord(text: "people's", typed: "People’s", at: 3..<13)
        let parts = [
            QueryWord(text: "co", typed: "co", at: 14..<16),
            QueryWord(text: "production", typed: "Production", at: 17..<27),
        ]
        let joined = QueryWord(text: "coproduction", typed: "co-Production", at: 14..<27)
        #expect(
            query.root
                == .list([
                    QueryItem(.optional, .word(QueryWord(text: "e", typed: "é", at: 0..<2))),
                    QueryItem(.optional, .word(people)),
                    QueryItem(.optional, .compound(parts, joined: joined)),
                ]))
    }

    @Test(
        "side by side binds tightest, then AND and NOT, then OR",
        arguments: [
            ("a1 AND b1", "(a1 AND b1)"),
            ("a1 and b1", "(a1 b1)"),
            ("a1 b1 AND c1 OR d1 e1", "(((a1 b1) AND c1) OR (d1 e1))"),
            ("a1 AND (b1 OR c1)", "(a1 AND (b1 OR c1))"),
            ("a1 NOT b1", "(a1 AND NOT b1)"),
            ("a1 AND NOT b1 AND c1", "((a1 AND c1) AND NOT b1)"),
            ("a1 NOT b1 NOT c1", "(a1 AND NOT (b1 OR c1))"),
            ("NOT b1", "(-b1)"),
            ("a1 OR NOT b1", "(a1 OR (-b1))"),
            ("NOT b1 c1", "(-(b1 c1))"),
            ("(a1 b1) c1", "(a1 b1 c1)"),
            ("+(a1 b1)", "(+(a1 b1))"),
            ("(a1 -b1) c1", "((a1 -b1) c1)"),
            ("+(a1 OR b1) -(c1 d1)", "(+(a1 OR b1) -(c1 d1))"),
            ("CHC AND DOLS", "(chc AND dols)"),
        ])
    func operators(query: String, expected: String) throws {
        #expect(try tree(query) == expected)
    }

    @Test(
        "NEAR ties words within ten words, or as many as it says",
        arguments: [
            ("discharge NEAR delays", "(discharge NEAR/10 delays)"),
            ("discharge NEAR/5 delays hospital", "((discharge NEAR/5 delays) hospital)"),
            ("a1 NEAR/3 b1 NEAR/5 c1", "(a1 NEAR/5 b1 NEAR/5 c1)"),
            ("-a1 NEAR b1", "(-(a1 NEAR/10 b1))"),
            ("way NEAR of", "(way NEAR/10 of)"),
        ])
    func near(query: String, expected: String) throws {
        #expect(try tree(query) == expected)
    }

    @Test(
        "stop words count only where they are asked for",
        arguments: [
            ("the way of the world", "(way world)"),
            ("way +of", "(way +of)"),
            ("way -the", "(way -the)"),
            ("way NOT the", "(way AND NOT the)"),
            ("way OR the", "way"),
            ("the AND way", "way"),
            ("(the of) way", "way"),
            ("-(the) way", "way"),
        ])
    func stopWords(query: String, expected: String) throws {
        #expect(try tree(query) == expected)
    }

    @Test("a query without words has no tree", arguments: ["", "  ", "?!", "—", "said-by:partners the"])
    func empty(query: String) throws {
        #expect(try tree(query) == nil)
    }

    @Test("stop words alone will do beside a filter that is a parameter")
    func stopWordsBesideParameter() throws {
        let filter = try #require(try FieldValue(parameter: "score", value: "2"))

        let query = try parser.parse("the", besides: [filter])

        #expect(query.root == nil)
        #expect(query.fields == [filter])
    }

    @Test(
        "a question ends as one, or begins as one and is four words long",
        arguments: [
            ("delays?", true), ("hospital discharge delays", false), ("how long is it", true),
            ("What's the wait now", true), ("how long wait", false),
            ("why wait so long ? said-by:people", true),
            ("how long (on average) is it", true), ("how long is it NOT now", false), ("", false),
            ("theme:leadership", false),
        ])
    func questions(query: String, expected: Bool) throws {
        #expect(try parser.parse(query).isQuestion == expected)
    }
}
