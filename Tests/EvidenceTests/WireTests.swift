import Evidence
import Foundation
import Testing

@Suite("What is written to the wire is read back as it was")
struct WireTests {
    private static var hit: Hit {
        var hit = paragraph
        hit.authorityCode = "E08000013"
        hit.region = "north-west"
        hit.authorityType = "metropolitan-district"
        hit.edition = "2025-06"
        hit.rating = "good"
        hit.indexed = "2026-11-01"
        return hit
    }

    private static let paragraph = Hit(
        id: "st-helens/2025-06/safeguarding/25", fingerprint: "9f2c01ab", rank: 1, weight: 11.25,
        authority: "st-helens", authorityName: "St Helens Borough Council", statement: "safeguarding",
        statementName: "Safeguarding", theme: "ensuring-safety", themeName: "Ensuring safety", score: 3,
        scoreName: "Evidence shows a good standard", isIndicative: true, section: "key-findings",
        sectionName: "Key findings", published: "2025-06-20", url: "https://a.example/?b=c&d",
        saidBy: [.partners, .staff],
        inTheirWords: true, source: Hit.Place(path: "reports/a b.txt", line: 30),
        text: "“Tea” <b>\\ & \"é\"\u{2028}\t\u{1F600}\u{0}.", highlights: [0..<8, 9..<10],
        snippet: Hit.Snippet(text: "Tea", highlights: [0..<3]),
        sentences: [
            Hit.SpokenSentence(text: "a", saidBy: [.partners], because: "b", rule: "c"),
            Hit.SpokenSentence(text: "d", saidBy: [], because: nil),
        ])

    /// A hit with nothing that can be left out.
    private static let bare = Hit(
        id: "a/overall-summary/1", fingerprint: "00000000", rank: nil, weight: nil, authority: "a",
        authorityName: "A", statement: "overall-summary", statementName: "Overall summary", theme: nil,
        themeName: nil, score: nil, scoreName: nil, isIndicative: false, section: "s", sectionName: "S",
        published: nil, url: nil, saidBy: [.assessor], inTheirWords: nil,
        source: Hit.Place(path: "a.txt", line: 1), text: "", highlights: [], snippet: nil, sentences: [])

    private static let index = IndexDescription(
        uuid: "u", generation: 12, built: "2026-11-21T18:00:00Z", paragraphs: 4210, pages: 120)

    private static let search = SearchResponse(
        query: .init(
            text: "a <b>", understood: "paragraphs with \"a\"", corrected: .init(from: "a", to: "b"),
            match: .some, isQuestion: true),
        total: .init(n: 37, allWords: 12, of: 4210, isExact: false), hits: [hit, bare],
        facets: [
            Facet(
                field: .saidBy,
                counts: [
                    .init(
                        value: .text("partners"), label: "Partners", n: 12, of: 140, allWords: 3,
                        inTheirWords: 7)
                ]),
            Facet(field: .score, counts: [.init(value: .number(2), label: "Some", n: 0, of: 1)]),
        ],
        suggestions: [.init(message: "m", parameter: "q", value: "v", instead: nil, n: 4)], index: index)

    private func roundTrip<Value: JSONWritable & JSONReadable>(_ value: Value) throws -> Value {
        try Value(json: value.json)
    }

    private func text(_ value: some JSONWritable) -> String { String(decoding: value.json, as: UTF8.self) }

    @Test("an answer to a search")
    func searchResponse() throws {
        #expect(try roundTrip(Self.search) == Self.search)
    }

    @Test("a hit, with all members and with none that can lack")
    func hits() throws {
        #expect(try roundTrip(Self.hit) == Self.hit)
        #expect(try roundTrip(Self.bare) == Self.bare)
    }

    @Test("a paragraph with its neighbours")
    func paragraph() throws {
        for resolved in [nil, ParagraphResponse.Resolved(from: "a/overall-summary/1", editions: 2)] {
            let response = ParagraphResponse(
                index: Self.index, paragraph: Self.bare, before: [Self.hit], after: [], resolved: resolved)

            #expect(try roundTrip(response) == response)
        }
    }

    @Test("changes, with all members and with none that can lack")
    func changes() throws {
        let full = ChangesResponse.Change(
            generation: 3, when: "2026-11-21T18:00:00Z", kind: .changed, page: "a/2025-06/b", authority: "a",
            statement: "b", edition: "2025-06", score: .init(from: 2, to: 3),
            rating: .init(from: "good", to: "inadequate"), paragraphs: .init(added: 1, removed: 2, kept: 3),
            sentences: [.init(id: "a/2025-06/b/1#2", from: "It rained.", to: nil)])
        let bare = ChangesResponse.Change(
            generation: 1, when: "2026-11-21T18:00:00Z", kind: .added, page: "a/b", authority: "a",
            statement: "b", edition: nil, score: .init(from: nil, to: nil), rating: .init(from: nil, to: nil),
            paragraphs: .init(added: 1, removed: 0, kept: 0), sentences: [])
        let response = ChangesResponse(changes: [full, bare], index: Self.index)

        #expect(try roundTrip(response) == response)
        #expect(
            text(bare) == """
                {"generation":1,"when":"2026-11-21T18:00:00Z","kind":"added","page":"a/b","authority":"a",\
                "statement":"b","edition":null,"score":{"from":null,"to":null},\
                "rating":{"from":null,"to":null},"paragraphs":{"added":1,"removed":0,"kept":0},"sentences":[]}
                """)
    }

    @Test("a status, with an index and without")
    func status() throws {
        for index in [Self.index, nil] {
            let status = StatusResponse(
                version: "0.1.0", index: index, uptime: 1.5, requests: 3, errors: 1,
                latency: .init(p50: 0.25, p95: nil, p99: nil), connections: 2)

            #expect(try roundTrip(status) == status)
        }
    }

    @Test("an error, of every code", arguments: ErrorCode.allCases)
    func error(code: ErrorCode) throws {
        let error = RequestError(code, "m", at: 4, hint: "h", candidates: ["a", "b"])
        let bare = RequestError(code, "m")

        #expect(try roundTrip(error) == error)
        #expect(try roundTrip(bare) == bare)
        #expect(
            text(bare)
                == #"{"error":{"code":"\#(code.rawValue)","message":"m","at":null,"hint":null,"candidates":[]}}"#
        )
    }

    @Test("an error of a code that isn't known yet counts as internal")
    func unknownCode() throws {
        let json = #"{"error":{"code":"new","message":"m","at":null,"hint":null,"candidates":[],"more":1}}"#

        let error = try RequestError(json: Array(json.utf8))

        #expect(error == RequestError(.internal, "m"))
    }

    @Test("members without a value are null, in the order of the contract; what only a search knows lacks")
    func members() {
        #expect(
            text(Self.bare) == """
                {"id":"a/overall-summary/1","fingerprint":"00000000","authority":"a","authority_name":"A",\
                "authority_code":null,"region":null,"authority_type":null,\
                "statement":"overall-summary","statement_name":"Overall summary","theme":null,"theme_name":null,\
                "score":null,"score_name":null,"indicative":false,"section":"s","section_name":"S",\
                "published":null,"edition":null,"rating":null,"indexed":null,"url":null,"said_by":["assessor"],"in_their_words":null,\
                "source":{"path":"a.txt","line":1},"text":"","highlights":[],"sentences":[]}
                """)
    }

    @Test("an answer's members stand in the order of the contract")
    func order() throws {
        let json = text(Self.search)
        let names = ["schema", "query", "total", "hits", "facets", "suggestions", "index"]

        let places = try names.map { try #require(json.range(of: "\"\($0)\":")).lowerBound }

        #expect(places == places.sorted())
        #expect(json.hasPrefix(#"{"schema":"evidence/1","query":{"text":"a \u003cb\u003e","understood":"#))
        #expect(json.contains(#""total":{"n":37,"all_words":12,"of":4210,"exact":false}"#))
        #expect(json.contains(#""score":[{"value":2,"label":"Some","n":0,"of":1}]"#))
        #expect(json.contains(#""highlights":[[0,8],[9,10]]"#))
    }

    @Test(
        "a text is escaped for JSON and for a web page's script",
        arguments: [
            ("\"\\", #""\"\\""#), ("\n\r\t", #""\n\r\t""#), ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#),
            ("</script>&", #""\u003c/script\u003e\u0026""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#),
            ("\u{80}\u{9F}\u{A0}é", "\"\\u0080\\u009f\u{A0}é\""),
            (
                "\u{202A}\u{202E}\u{202F}\u{2066}\u{2069}\u{206A}\u{2019}",
                "\"\\u202a\\u202e\u{202F}\\u2066\\u2069\u{206A}\u{2019}\""
            ),
            ("é€\u{1F600}\u{202F}", "\"é€\u{1F600}\u{202F}\""), ("", "\"\""),
            ("\u{200D}\u{200E}\u{200F}\u{2010}", "\"\u{200D}\\u200e\\u200f\u{2010}\""),
            ("\u{61B}\u{61C}\u{61D}", "\"\u{61B}\\u061c\u{61D}\""),
            (
                "\u{DFFFF}\u{E0000}\u{E0041}\u{E007F}\u{E0080}",
                "\"\u{DFFFF}\\udb40\\udc00\\udb40\\udc41\\udb40\\udc7f\u{E0080}\""
            ),
        ])
    func escapes(value: String, json: String) throws {
        var writer = JSONWriter()
        writer.value(value)

        #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
        #expect(
            try JSONDecoder().decode([String].self, from: Data("[".utf8 + writer.bytes + "]".utf8)) == [value]
        )
        #expect(try String(json: writer.bytes) == value)
    }

    @Test(
        "a character is escaped wherever in a text it stands, and those beside it aren't",
        arguments: [
            ("\"", #"\""#), ("\\", #"\\"#), ("<", #"\u003c"#), (">", #"\u003e"#), ("&", #"\u0026"#),
            ("\u{0}", #"\u0000"#), ("\u{1F}", #"\u001f"#), (" ", " "), ("\u{7F}", #"\u007f"#), ("~", "~"),
            ("\u{80}", #"\u0080"#), ("\u{A0}", "\u{A0}"), ("\u{2019}", "\u{2019}"), ("\u{2028}", #"\u2028"#),
            ("\u{1F600}", "\u{1F600}"),
        ])
    func escapesAnywhere(character: String, json: String) {
        for before in 0..<40 {
            let (start, end) = (
                String(repeating: "a", count: before), String(repeating: "]", count: 40 - before)
            )
            var writer = JSONWriter()
            writer.value(start + character + end)

            #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"" + start + json + end + "\"")
        }
    }

    @Test(
        "a number has at most four decimals, and is null where it is none",
        arguments: [
            (1, "1"), (11.25, "11.25"), (0.123_449_9, "0.1234"), (-0.5, "-0.5"), (1e300, "1e+300"),
            (.nan, "null"),
            (.infinity, "null"), (0, "0"),
        ])
    func numbers(value: Double, json: String) {
        var writer = JSONWriter()
        writer.value(value)

        #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
    }

    @Test("a highlight that is no pair is refused", arguments: ["[[1]]", "[[3,1]]", "[[1,2,3]]", "[1]"])
    func badHighlight(ranges: String) {
        let json = text(Self.bare).replacing("\"highlights\":[]", with: "\"highlights\":\(ranges)")

        #expect(throws: JSONError.self) { try Hit(json: Array(json.utf8)) }
    }
}
