import Evidence
import Foundation
import Testing
import Yams

/// `docs/openapi.yaml` says what the code does.
@Suite struct OpenAPITests {
    /// The file, as the nested mappings and lists that it is.
    private let file: Node

    init() throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let path = tests.deletingLastPathComponent().appending(path: "docs/openapi.yaml")
        file = try #require(try compose(yaml: String(contentsOf: path, encoding: .utf8)))
    }

    /// What stands at a path of names.
    private func node(_ names: String...) throws -> Node {
        try names.reduce(file) { try #require($0[$1], "\($1) of \(names)") }
    }

    private func strings(_ names: String...) throws -> [String] {
        try names.reduce(file) { try #require($0[$1]) }.sequence?.compactMap(\.string) ?? []
    }

    /// The query parameters that a path has in the file, in their order.
    private func documented(_ path: String) throws -> [String] {
        let references = try node("paths", path, "get")["parameters"]?.sequence ?? []
        let names = references.compactMap { $0["$ref"]?.string?.split(separator: "/").last.map(String.init) }
        return names.filter { $0 != "id" }
    }

    @Test(
        "each path has the parameters of its request, and no others",
        arguments: [
            ("/v1/search", Parameter.Request.search), ("/v1/paragraphs/{id}", .paragraphs),
            ("/v1/similar/{id}", .similar), ("/v1/pages", .pages), ("/v1/changes", .changes),
            ("/v1/status", .status),
            ("/metrics", .metrics),
        ])
    func parameters(path: String, request: Parameter.Request) throws {
        #expect(try documented(path) == Parameter.names(of: Parameter.all(of: request)))
    }

    @Test("each parameter is described under its own name, and no others are")
    func names() throws {
        let parameters = try #require(try node("components", "parameters").mapping)

        for (key, parameter) in parameters { #expect(parameter["name"] == key) }
        #expect(
            Set(parameters.keys.compactMap(\.string)) == Set(Parameter.names(of: Parameter.all) + ["id"]))
    }

    @Test("a parameter takes the values that the table says", arguments: Parameter.all)
    func values(of parameter: Parameter) throws {
        let schema = try node("components", "parameters", parameter.name, "schema")
        func strings(_ name: String) -> [String]? { schema[name]?.sequence?.compactMap(\.string) }

        switch parameter.kind {
        case .text: #expect(schema["type"] == "string")
        case .truth: #expect(schema["type"] == "boolean")
        case .choice(let values): #expect(strings("enum") == values)
        case .order(let keys): #expect(strings("enum") == keys + keys.map { "-" + $0 })
        case .number(let range):
            #expect(schema["type"] == "integer")
            #expect(schema["minimum"]?.int == range.lowerBound && schema["maximum"]?.int == range.upperBound)
        case .facets, .twoFacets: break
        case .filter:
            #expect(schema["type"] == "array")
            #expect(try node("components", "parameters", parameter.exclusion, "schema") == schema)
        }
        #expect(strings("default")?.joined(separator: ",") ?? schema["default"]?.string == parameter.usual)
    }

    @Test("the values of answers are those of the code")
    func values() throws {
        let schema = { try strings("components", "schemas", $0, "enum") }
        let match = try strings("components", "schemas", "Asked", "properties", "match", "enum")

        #expect(try schema("FacetField") == FacetField.allCases.map(\.rawValue))
        #expect(try schema("Rating").dropLast() == Rating.allCases.map(\.rawValue)[...])
        #expect(try schema("Region").dropLast() == Region.allCases.map(\.rawValue)[...])
        #expect(try schema("AuthorityType").dropLast() == AuthorityType.allCases.map(\.rawValue)[...])
        #expect(try schema("SourceGroup") == SourceGroup.allCases.map(\.rawValue))
        #expect(match.compactMap(SearchResponse.Match.init) == [.all, .some])
        #expect(Set(try schema("ErrorCode")) == Set(ErrorCode.allCases.map(\.rawValue)))
        #expect(try node("info", "version").string == WireSchema.current)
    }

    @Test("each error stands under the status that it has, and each path names all statuses that it may have")
    func statuses() throws {
        let responses = try #require(try node("components", "responses").mapping)
        var codes: [String: [String]] = [:]
        for (name, response) in responses {
            let content = try #require(response["content"]?["application/json; charset=utf-8"])
            let error = try #require(content["schema"]?["allOf"]?[1]?["properties"]?["error"])
            codes[name.string ?? ""] = error["properties"]?["code"]?["enum"]?.sequence?.compactMap(\.string)
        }
        for (path, item) in try #require(try node("paths").mapping) {
            for (status, response) in item["get"]?["responses"]?.mapping ?? [:] where status.string != "200" {
                let name = try #require(response["$ref"]?.string?.split(separator: "/").last)
                for code in try #require(codes[String(name)]) {
                    #expect(ErrorCode(rawValue: code).map { "\($0.status)" } == status.string, "\(path)")
                }
            }
        }
        #expect(codes.values.flatMap(\.self).count == ErrorCode.allCases.count)
    }
}
