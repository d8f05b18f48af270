import Evidence
import Foundation
import Testing

/// The table of parameters, and what is written by hand beside it.
@Suite struct ParameterTests {
    @Test("each filter has its line in the table, in the order of the fields")
    func filters() {
        #expect(Parameter.filters.compactMap(\.filter?.field) == FilterField.allCases)
        #expect(Parameter.filters.map(\.name) == FilterField.allCases.map(\.rawValue))
    }

    @Test("no two parameters share a name, an alias or a letter")
    func names() {
        let names = Parameter.names(of: Parameter.all) + Parameter.all.flatMap(\.aliases)
        let letters = Parameter.all.compactMap(\.letter)

        #expect(Set(names).count == names.count)
        #expect(Set(letters).count == letters.count)
    }

    @Test("a request takes the parameters that the table gives it")
    func requests() {
        let pages = Parameter.names(of: Parameter.all(of: .pages))

        #expect(
            pages == [
                "score", "rating", "statement", "theme", "authority", "region", "authority_type",
                "published", "edition", "indicative", "not_score", "not_rating", "not_statement",
                "not_theme", "not_authority", "not_region", "not_authority_type", "not_published",
                "not_edition", "not_indicative", "editions", "generation",
            ])
        #expect(Parameter.names(of: Parameter.all(of: .paragraphs)) == ["editions", "context", "generation"])
        #expect(Parameter.names(of: Parameter.all(of: .status)) == [])
    }

    @Test(
        "a number's ends are taken, and the numbers beside them refused",
        arguments: Parameter.all.filter { if case .number = $0.kind { true } else { false } })
    func limits(parameter: Parameter) throws {
        guard case .number(let range) = parameter.kind, let request = parameter.requests.first else { return }
        func ask(_ value: Int) throws { try request.check([(parameter.name, "\(value)")]) }

        try ask(range.lowerBound)
        try ask(range.upperBound)
        #expect(throws: RequestError.self) { try ask(range.lowerBound - 1) }
        #expect(throws: RequestError.self) { try ask(range.upperBound + 1) }
    }

    @Test("a request without parameters refuses all of them", arguments: ["status", "metrics"])
    func none(name: String) throws {
        let request = try #require(Parameter.Request(rawValue: name))
        let error = #expect(throws: RequestError.self) { try request.check([("limit", "1")]) }

        #expect(error?.code == .unknownParameter)
        #expect(error?.description == "\(name) has no parameter limit; leave it out")
    }

    @Test("help names parameters, never options", arguments: Parameter.all)
    func help(parameter: Parameter) {
        #expect(parameter.help.hasSuffix(".") && !parameter.help.contains("--"))
        #expect(parameter.filter?.exclusionHelp.hasSuffix(".") ?? true)
    }

    /// A page of the manual that is written by hand, its hyphens as they are typed.
    private static func page(_ name: String) throws -> String {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let path = tests.deletingLastPathComponent().appending(path: "Sources/EvidenceManual/Pages/\(name)")
        return try String(contentsOf: path, encoding: .utf8).replacing("\\-", with: "-")
    }

    @Test("evidence-query(7) has an entry for each filter, with its aliases and values")
    func queryPage() throws {
        let page = try Self.page("evidence-query.7")
        let entries = page.matches(of: /\n\.It Ql ([a-z-]+):/).map { String($0.1) }

        #expect(entries == FilterField.allCases.map(\.name))
        for parameter in Parameter.filters {
            for alias in parameter.aliases { #expect(page.contains(".Ql \(alias):")) }
        }
        let text = page.replacing("\n", with: " ")
        for values in [
            SourceGroup.allCases.map(\.rawValue), Region.allCases.map(\.rawValue),
            AuthorityType.allCases.map(\.rawValue), Rating.allCases.map(\.rawValue),
        ] {
            #expect(text.contains(values.joined(separator: ", ")))
        }
    }

    @Test("evidence-schema(5) names the parameters of each request")
    func schemaPage() throws {
        let page = try Self.page("evidence-schema.5")
        let sections = page.components(separatedBy: "\n.Ss ").dropFirst()
        for request in Parameter.Request.allCases {
            let section = try #require(sections.first { $0.contains("/\(request.rawValue)") })
            let words = Set(section.split { !($0.isLetter || $0 == "_") }.map(String.init))
            let parameters = Parameter.all(of: request)
            let filters = request == .search ? parameters : parameters.filter { $0.filter == nil }

            #expect(words.isSuperset(of: filters.map(\.name)), "\(request)")
            #expect(parameters.allSatisfy { $0.filter == nil } || words.contains("filters"), "\(request)")
        }
    }
}
