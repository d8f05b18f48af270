import Evidence
import Testing

struct QueryErrorTests {
    private let parser = QueryParser(stopWords: ["of", "the"])

    private func refusal(_ query: String) -> RequestError? {
        #expect(throws: RequestError.self) { try parser.parse(query) }
    }

    @Test(
        "what cannot be read is refused with its place",
        arguments: [
            (#"delays "in hospital"#, "the quote at byte 7 is not closed", 7),
            (#"é "in hospital"#, "the quote at byte 3 is not closed", 3),
            (#"delays """#, "no word between the quotes at byte 7", 7),
            ("(delays", "the bracket at byte 0 is not closed", 0),
            ("delays (a OR (b)", "the bracket at byte 7 is not closed", 7),
            ("delays)", "the bracket at byte 6 closes none", 6),
            ("delays ()", "nothing between the brackets at byte 7", 7),
            ("AND delays", "AND at byte 0 has nothing before it", 0),
            ("OR", "OR at byte 0 has nothing before it", 0),
            ("delays OR", "OR at byte 7 has nothing after it", 7),
            ("delays AND NOT", "NOT at byte 11 has nothing after it", 11),
            ("delays AND OR waits", "AND at byte 7 has nothing after it", 7),
            ("(delays AND) waits", "AND at byte 8 has nothing after it", 8),
            ("delays +AND", "+ at byte 7 stands before an operator", 7),
            ("NEAR delays", "NEAR at byte 0 has nothing before it", 0),
            ("delays NEAR", "NEAR at byte 7 needs a single word on each side", 7),
            (#""in hospital" NEAR delays"#, "NEAR at byte 14 needs a single word on each side", 14),
            ("co-production NEAR delays", "NEAR at byte 14 needs a single word on each side", 14),
            ("delays NEAR -waits", "NEAR at byte 7 needs a single word on each side", 7),
            ("delays NEAR/0 waits", "NEAR/ at byte 7 needs a number from 1 to 100", 7),
            ("delays NEAR/x waits", "NEAR/ at byte 7 needs a number from 1 to 100", 7),
            ("delays *", "* at byte 7 is not at the end of a word", 7),
            ("de*lays", "* at byte 2 is not at the end of a word", 2),
            ("delays d*", "fewer than two letters before the * at byte 8", 8),
            ("co-prod*", #"* at byte 7 follows the hyphenated "co-prod""#, 7),
            (#""hospital disch*""#, "* at byte 15 is inside quotes, where words are exact", 15),
            ("delays\u{0}", "a control character at byte 6", 6),
            ("\"delays\u{1B}\"", "a control character at byte 7", 7),
            ("(delays said-by:people)", "the filter said-by at byte 8 is inside brackets", 8),
            ("delays OR said-by:people", "the filter said-by at byte 10 is beside OR", 10),
            ("score:1 delays OR waits", "the filter score at byte 0 is beside OR", 0),
            ("delays --said-by people", "`said_by` at byte 7 is inside the query", 7),
        ])
    func badQueries(query: String, message: String, at: Int) throws {
        let error = try #require(refusal(query))

        #expect(error.code == .badQuery)
        #expect(error.message == message)
        #expect(error.at == at)
        #expect(error.hint != nil)
    }

    @Test(
        "an unknown filter is refused, and all filters are offered, the nearest first",
        arguments: [
            (
                "hospital saidby:partners", #"unknown filter "saidby" at byte 9; did you mean said-by?"#,
                "said-by"
            ),
            (
                "staement:safeguarding", #"unknown filter "staement" at byte 0; did you mean statement?"#,
                "statement"
            ),
            (
                "NHS:England",
                #"unknown filter "NHS" at byte 0; it can be said-by, theme, authority-type, score "#
                    + "or rating, or write a space for the colon",
                "said-by"
            ),
        ])
    func unknownFilters(query: String, expected: String, nearest: String) throws {
        let error = try #require(refusal(query))

        #expect(error.code == .badQuery)
        #expect(error.description == expected)
        #expect(error.candidates.first == nearest)
        #expect(error.candidates.count == 5)
    }

    @Test(
        "a filter without a value is refused where the value is missing",
        arguments: [
            ("said-by:", 8), ("said-by: people", 8), ("said-by:people, staff", 15), ("said-by:(people)", 8),
            (#"said-by:"""#, 8), (#"said-by:people,"" "#, 15),
        ])
    func emptyValues(query: String, at: Int) throws {
        let error = try #require(refusal(query))

        #expect(error.code == .badValue)
        #expect(error.message == "said-by has an empty value at byte \(at)")
        #expect(error.hint == "write it without spaces, as in said-by:partners,people")
    }

    @Test("stop words alone are refused by name")
    func onlyStopWords() throws {
        let error = try #require(refusal("of the"))

        #expect(error.code == .emptyQuery)
        #expect(
            error.description
                == "only stop words: of the; add a word, or put them in quotes to search for exactly these")
    }

    @Test("a query has its limits, and is read up to each of them")
    func limits() throws {
        let words = (1...64).map { "w\($0)" }.joined(separator: " ")
        let phrase = (1...32).map { "w\($0)" }.joined(separator: " ")
        func nested(_ depth: Int) -> String {
            String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
        }

        _ = try parser.parse(words + " the")
        _ = try parser.parse("\"\(phrase)\"")
        _ = try parser.parse(nested(32))
        _ = try parser.parse("a" + String(repeating: " ", count: 4095))
        #expect(refusal(words + " x")?.code == .tooLong)
        #expect(refusal("\"\(phrase) x\"")?.code == .tooLong)
        #expect(refusal(nested(33))?.message == "brackets more than 32 deep at byte 32")
        #expect(
            refusal("a" + String(repeating: " ", count: 4096))?.description
                == "the query is 4097 bytes long and may be 4096; shorten it")
    }
}
