import Evidence
import Testing

struct QueryFilterTests {
    private let parser = QueryParser(stopWords: [])

    private func fields(_ query: String) throws -> [String] {
        try parser.parse(query).fields.map { field in
            (field.isExcluded ? "-" : "") + field.field.name + ":"
                + field.values.map(\.text).joined(separator: "|")
        }
    }

    @Test(
        "a filter stands beside the words, with its values as typed",
        arguments: [
            ("delays said-by:partners", ["said-by:partners"]),
            ("SAID_BY:Partners,people delays", ["said-by:Partners|people"]),
            (#"council:"st helens",leeds delays"#, ["authority:st helens|leeds"]),
            (#"statement:“Care provision, integration”"#, ["statement:Care provision, integration"]),
            ("(a OR b) score:1..2 published:2025-01..", ["score:1..2", "published:2025-01.."]),
            ("-said-by:staff", ["-said-by:staff"]),
            ("delays NOT said-by:staff waits", ["-said-by:staff"]),
            ("delays AND NOT said-by:staff", ["-said-by:staff"]),
            ("not-said-by:staff +score:2", ["-said-by:staff", "score:2"]),
            ("-not-said-by:staff", ["said-by:staff"]),
            ("10:30 https://cqc.org.uk Note: (see)", []),
        ])
    func typed(query: String, expected: [String]) throws {
        #expect(try fields(query) == expected)
    }

    @Test("filters leave the words as if they were not there")
    func words() throws {
        let query = try parser.parse("hospital said-by:staff AND delays score:2")

        #expect(query.root?.description == "(hospital AND delays)")
        #expect(query.fields.map(\.at) == [9..<22, 34..<41])
        #expect(query.fields.flatMap { $0.values.map(\.at) } == [17, 40])
    }

    @Test(
        "a parameter gives a filter by the same names",
        arguments: [
            ("said_by", FilterField.saidBy, false), ("not_said_by", .saidBy, true),
            ("council", .authority, false),
            ("not-score", .score, true),
        ])
    func parameters(name: String, field: FilterField, isExcluded: Bool) throws {
        let expected = FieldValue(field, isExcluded: isExcluded, values: [.init("one"), .init("two")])

        #expect(try FieldValue(parameter: name, value: "one, two") == expected)
    }

    @Test("a parameter that is no filter is none")
    func otherParameters() throws {
        #expect(try FieldValue(parameter: "limit", value: "10") == nil)
    }

    @Test("an empty parameter is refused", arguments: ["", "partners,", " "])
    func emptyParameters(value: String) {
        let expected = RequestError(
            .badValue, "said-by has an empty value",
            hint: "write it without spaces, as in said-by:partners,people")

        #expect(throws: expected) { try FieldValue(parameter: "said_by", value: value) }
    }
}
