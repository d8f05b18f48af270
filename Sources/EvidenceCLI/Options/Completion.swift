import ArgumentParser
import Evidence

/// What a shell offers where a value is to be typed.
extension CompletionKind {
    static let councils = values(of: .authority)
    static let statements = values(of: .statement)
    static let sources = CompletionKind.custom { _, _, typed in
        offered(SourceGroup.allCases.map(\.rawValue), for: typed)
    }

    private static func values(of field: FacetField) -> CompletionKind {
        .custom { words, _, typed in offered(known(of: field, words: words), for: typed) }
    }

    /// The values that the daemon knows; none where it doesn't answer at once, for somebody is typing.
    private static func known(of field: FacetField, words: [String]) -> [String] {
        let given = words.firstIndex(of: "--socket").map { words[($0 + 1)...].first } ?? nil
        guard let socket = try? given ?? Settings.socket().value else { return [] }
        let client = Client(socket: socket, timeout: longestWait)
        let target = Target(
            path: "/v1/search",
            parameters: [("limit", "0"), ("facets", field.rawValue), ("facet_limit", "0")])
        let answer = try? client.decode(client.body(of: target), as: SearchResponse.self)
        return answer?.facets.first?.counts.filter { $0.of > 0 }.map(\.value.text) ?? []
    }

    /// Seconds to connect, and again to answer: 200 ms in all.
    private static let longestWait = 0.1

    /// The values behind what stands before the last comma already.
    private static func offered(_ values: [String], for typed: String) -> [String] {
        guard let comma = typed.lastIndex(of: ",") else { return values }
        return values.map { typed[...comma] + $0 }
    }
}
