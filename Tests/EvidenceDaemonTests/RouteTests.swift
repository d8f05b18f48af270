import Foundation
import Support
import Testing

@testable import EvidenceDaemon

/// The paths that the daemon answers.
@Suite struct RouteTests {
    @Test(
        "a path leads to its route",
        arguments: [
            ("/v1/search", Route.search), ("/v1/pages", .pages), ("/v1/changes", .changes),
            ("/v1/status", .status),
            ("/metrics", .metrics),
            ("/v1/paragraphs/a/b/1", .paragraphs), ("/v1/similar/", .similar), ("/v1/search/", .other),
            ("/v1/paragraphs", .other), ("/v1/metrics", .other), ("/v1/other", .other), ("/", .other),
        ])
    func route(path: String, route: Route) {
        #expect(Route(path: path) == route)
    }

    @Test("openapi.yaml has the same paths")
    func documented() throws {
        let file = try String(contentsOfFile: Repository.path + "/docs/openapi.yaml", encoding: .utf8)

        let paths = file.split(separator: "\n").filter { $0.hasPrefix("  /") && $0.hasSuffix(":") }
            .map { String($0.dropFirst(2).dropLast()).replacing("{id}", with: "") }

        #expect(Set(paths) == Set(Route.answered.map(\.path)))
    }
}
