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

    /// The query parameters that a path has in the file.
    private func documented(_ path: String) throws -> Set<String> {
        let references = try node("paths", path, "get", "parameters").sequence ?? []
        let names = references.compactMap { $0["$ref"]?.string?.split(separator: "/").last.map(String.init) }
        return Set(names).subtracting(["id"])
    }

    /// The parameters that the code has: those that it lists when asked for one that it doesn't have.
    private static func known(_ request: ([(name: String, value: String)]) throws -> Void) throws -> Set<
        String
    > {
        let error = #expect(throws: RequestError.self) { try request([("xqzwvkjx", "")]) }
        let hint = try #require(error?.hint)
        let list = hint.replacing("the parameters are ", with: "").replacing(" and ", with: ", ")
        return Set(list.split(separator: ", ").map(String.init))
    }

    @Test("each path has the parameters of its request, and no others")
    func parameters() throws {
        let requests: [(String, ([(name: String, value: String)]) throws -> Void)] = [
            ("/v1/search", { _ = try SearchRequest(parameters: $0) }),
            ("/v1/paragraphs/{id}", { _ = try ParagraphRequest(parameters: $0) }),
            ("/v1/similar/{id}", { _ = try SimilarRequest(parameters: $0) }),
            ("/v1/pages", { _ = try PagesRequest(parameters: $0) }),
        ]
        for (path, request) in requests {
            #expect(try documented(path) == Self.known(request), "\(path)")
        }
    }

    @Test("each parameter is described under its own name")
    func names() throws {
        let parameters = try #require(try node("components", "parameters").mapping)
        for (key, parameter) in parameters { #expect(parameter["name"] == key) }
        #expect(parameters.count == 2 * FilterField.allCases.count + 13)
    }

    @Test("a parameter's choices are those of the code")
    func choices() throws {
        let keys = SearchRequest.Sort.Key.allCases.map(\.rawValue)
        let schema = { try strings("components", "parameters", $0, "schema", "enum") }

        #expect(try schema("match") == SearchRequest.Match.allCases.map(\.rawValue))
        #expect(try schema("sort") == keys + keys.map { "-" + $0 })
    }

    @Test("the values of answers are those of the code")
    func values() throws {
        let schema = { try strings("components", "schemas", $0, "enum") }
        let match = try strings("components", "schemas", "Asked", "properties", "match", "enum")

        #expect(try schema("FacetField") == FacetField.allCases.map(\.rawValue))
        #expect(try schema("SourceGroup") == SourceGroup.allCases.map(\.rawValue))
        #expect(match.compactMap(SearchResponse.Match.init) == [.all, .some])
        #expect(Set(try schema("ErrorCode")) == Set(ErrorCode.allCases.map(\.rawValue)))
        #expect(try node("info", "version").string == WireSchema.current)
    }

    @Test(
        "each limit of a number is where the code has it",
        arguments: [
            ("limit", "maximum"), ("limit", "minimum"), ("offset", "maximum"), ("facet_limit", "maximum"),
            ("generation", "minimum"), ("generation", "maximum"), ("context", "maximum"),
        ])
    func limits(name: String, bound: String) throws {
        let number = try #require(try node("components", "parameters", name, "schema", bound).int)
        func ask(_ value: Int) throws {
            let parameters = [(name: name, value: "\(value)")]
            if name == "context" {
                _ = try ParagraphRequest(parameters: parameters)
            } else {
                _ = try SearchRequest(parameters: parameters)
            }
        }

        try ask(number)
        #expect(throws: RequestError.self) { try ask(bound == "maximum" ? number + 1 : number - 1) }
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
