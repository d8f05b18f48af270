import ArgumentParser
import Evidence

/// The values that a shell offers.
extension CompletionKind {
    /// These values, each also behind those that were typed before it with commas.
    static func offering(_ values: [String]) -> CompletionKind {
        .custom { _, _, typed in offered(values, for: typed) }
    }

    /// The values of a facet that the index holds.
    static func values(of field: FacetField) -> CompletionKind {
        .custom { words, _, typed in offered(known(of: field, words: words), for: typed) }
    }

    /// The values that the daemon knows; none if it doesn't answer at once, because somebody is typing.
    private static func known(of field: FacetField, words: [String]) -> [String] {
        let given = words.firstIndex(of: "--socket").map { words[($0 + 1)...].first } ?? nil
        guard let socket = try? given ?? Settings.socket().value else { return [] }
        let client = Client(socket: socket, timeout: timeout)
        let target = Target(
            path: "/v1/search",
            parameters: [("limit", "0"), ("facets", field.rawValue), ("facet_limit", "0")])
        let answer = try? client.decode(client.body(of: target), as: SearchResponse.self)
        return answer?.facets.first?.counts.filter { $0.of > 0 }.map(\.value.text) ?? []
    }

    /// Seconds to connect, and again to answer: 200 ms in all.
    private static let timeout = 0.1

    /// The values, each behind those that stand before the last comma.
    private static func offered(_ values: [String], for typed: String) -> [String] {
        guard let comma = typed.lastIndex(of: ",") else { return values }
        return values.map { typed[...comma] + $0 }
    }
}
