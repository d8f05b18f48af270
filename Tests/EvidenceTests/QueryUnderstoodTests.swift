import Evidence
import Testing

struct QueryUnderstoodTests {
    private let parser = QueryParser(stopWords: ["the", "do", "how", "for", "a", "of"])

    private func line(_ text: String, isAll: Bool = true, inTheirWords: Bool = false) throws -> String {
        let query = try parser.parse(text)
        let filters = try Vocabulary.sample.filters(from: query.fields)
        return Understood(
            query, filters: filters, vocabulary: .sample, isAll: isAll, inTheirWords: inTheirWords
        ).line
    }

    @Test(
        "the line says what is searched for",
        arguments: [
            (
                "hospital discharge delays said-by:partners score:2",
                #"paragraphs with all of "hospital", "discharge", "delays", said by partners, in statements scored 2"#
            ),
            ("Safeguarding", #"paragraphs with "Safeguarding""#),
            (#""the way of things""#, #"paragraphs with the phrase "the way of things""#),
            ("co-production reabl*", #"paragraphs with all of "co-production", words beginning "reabl""#),
            ("waits NEAR/5 homes", #"paragraphs with "waits" within 5 words of "homes""#),
            (
                "waits NEAR homes NEAR beds",
                #"paragraphs with "waits", "homes" and "beds" within 10 words of one another"#
            ),
            ("waits -homes -beds", #"paragraphs with "waits", without "homes" or "beds""#),
            ("-homes", #"paragraphs without "homes""#),
            ("waits AND homes", #"paragraphs with "waits" and "homes""#),
            ("long waits OR homes", #"paragraphs with (all of "long", "waits") or "homes""#),
            ("(waits OR delays) NOT homes", #"paragraphs with ("waits" or "delays"), without "homes""#),
            ("", "all paragraphs"),
        ])
    func words(query: String, expected: String) throws {
        #expect(try line(query) == expected)
    }

    @Test(
        "the line says how far the words are relaxed",
        arguments: [
            ("long hospital waits", #"paragraphs with some of "long", "hospital", "waits""#),
            ("+long hospital waits", #"paragraphs with "long" and perhaps "hospital" or "waits""#),
            ("long waits -homes", #"paragraphs with some of "long", "waits", without "homes""#),
            ("waits -(homes beds)", #"paragraphs with "waits", without (all of "homes", "beds")"#),
            (
                "how long do people wait for a nursing home?",
                #"paragraphs with some of "long", "people", "wait", "nursing", "home"; "#
                    + "taken as a question: the best matches first, whether or not they hold every word"
            ),
        ])
    func relaxed(query: String, expected: String) throws {
        #expect(try line(query, isAll: false) == expected)
    }

    @Test(
        "the line names every filter",
        arguments: [
            (
                #"said-by:partners,people statement:safeguarding council:"st helens""#,
                "all paragraphs said by partners or people, in Safeguarding, of St Helens Council"
            ),
            ("-said-by:staff", "all paragraphs not said by staff"),
            (
                "-score:4,3 score:..2",
                "all paragraphs in statements scored 1 or 2, not in statements scored 4 or 3"
            ),
            (
                "theme:safety section:key",
                #"all paragraphs under Ensuring safety, in the section "Key findings""#
            ),
            (
                "region:london,east-of authority-type:county",
                "all paragraphs of councils in London or East of England, of councils of the type County"
            ),
            (
                "score:1,none -region:none",
                "all paragraphs in statements scored 1 or without a score, with a region"
            ),
            ("published:none", "all paragraphs without a date"),
            ("published:2025-01..2025-06", "all paragraphs published from 2025-01 to 2025-06"),
            ("published:2025-06-20,2024", "all paragraphs published on 2025-06-20 or in 2024"),
            (
                "published:2025.. indicative:false",
                "all paragraphs published from 2025, on pages that are not indicative"
            ),
        ])
    func filters(query: String, expected: String) throws {
        #expect(try line(query) == expected)
    }

    @Test("in their words stands behind the group")
    func inTheirWords() throws {
        let line = try line("delays said-by:partners score:2", inTheirWords: true)

        #expect(
            line == #"paragraphs with "delays", said by partners, in their words, in statements scored 2"#)
    }
}
