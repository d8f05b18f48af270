import Evidence
import Support

@testable import EvidenceBuilding
@testable import EvidenceDaemon
@testable import EvidenceSearch

/// Asks an index of the sample pages.
enum SearchFuzzing {
    private static let files = Result { try TemporaryFolder() }

    /// The sample, indexed once.
    private static let generation = Result {
        let folder = IndexFolder(path: try files.get().path + "/index")
        let data = try DataFiles(folders: [Repository.index])
        _ = try Indexer(folder: folder, data: data, options: Indexer.Options())
            .index(paths: [Repository.index + "/sample"]) { _, _ in }
        return try Generation(1, of: folder, readers: 1)
    }

    private static var soon: ContinuousClock.Instant { .now + .seconds(60) }

    /// Parses the bytes as a query, and searches for it in each way.
    static func query(_ bytes: [UInt8]) throws {
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        let generation = try generation.get()
        do {
            let root = try generation.parser.parse(text).root
            if let root {
                let again = try generation.parser.parse(root.description).root
                try require(again?.description == root.description, "“\(root)” is read as another tree")
            }
        } catch let error as RequestError {
            try check(error, of: text)
        }
        for match in SearchRequest.Match.allCases {
            var request = SearchRequest()
            request.text = text
            request.match = match
            try search(request)
        }
    }

    private static func search(_ request: SearchRequest) throws {
        do {
            try check(try generation.get().search(request, until: soon))
        } catch let error as RequestError {
            try check(error, of: request.text)
        }
    }

    private static func check(_ error: RequestError, of text: String) throws {
        try require(0...text.utf8.count ~= error.at ?? 0, "\(error) lies outside the query")
        try require(!error.message.isEmpty, "no message")
        _ = try RequestError(json: error.json)
    }

    private static func check(_ response: SearchResponse) throws {
        let total = response.total
        try require(0...total.of ~= total.n && 0...total.n ~= total.allWords, "\(total)")
        try require(response.hits.count <= total.n, "more hits than matches")
        for hit in response.hits {
            try check(hit.highlights, of: hit.text)
            if let snippet = hit.snippet { try check(snippet.highlights, of: snippet.text) }
        }
        for count in response.facets.flatMap(\.counts) {
            try require(0...count.of ~= count.n, "\(count)")
        }
        try require(try SearchResponse(json: response.json).json == response.json, "read otherwise")
    }

    private static func check(_ highlights: [Range<Int>], of text: String) throws {
        var end = 0
        for range in highlights {
            try require(range.lowerBound >= end && text.isWhole(range), "\(highlights) of “\(text)”")
            end = range.upperBound
        }
    }
}

extension SearchFuzzing {
    /// Answers `PATH?PARAMETERS` as the daemon does.
    static func request(_ bytes: [UInt8]) throws {
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        let sides = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = String(sides[0])
        do {
            let query = sides.count > 1 ? String(sides[1]) : ""
            let parameters = try URLParameters(query: query).decoded()
            try answer(Route(path: path), path, parameters)
        } catch let error as RequestError {
            _ = try RequestError(json: error.json)
        }
    }

    private static func answer(
        _ route: Route, _ path: String, _ parameters: [(name: String, value: String)]
    ) throws {
        let generation = try generation.get()
        func id(_ prefix: String) throws -> String {
            try URLParameters.decoded(path.dropFirst(prefix.count), plusIsSpace: false)
        }
        switch route {
        case .search: try check(generation.search(SearchRequest(parameters: parameters), until: soon))
        case .paragraphs:
            let request = try ParagraphRequest(parameters: parameters)
            let found = try generation.paragraph(id: id(Route.paragraphs.path), request)
            if let found { _ = try ParagraphResponse(json: found.json) }
        case .similar:
            let request = try SimilarRequest(parameters: parameters)
            let found = try generation.similar(to: id(Route.similar.path), request, until: soon)
            if let found { _ = try SimilarResponse(json: found.json) }
        case .pages:
            let found = try generation.pages(PagesRequest(parameters: parameters))
            _ = try PagesResponse(json: found.json)
        case .changes:
            let found = try generation.changes(ChangesRequest(parameters: parameters))
            _ = try ChangesResponse(json: found.json)
        case .status, .metrics, .other: break
        }
    }
}
