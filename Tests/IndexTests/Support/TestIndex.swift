import Evidence
import Foundation
import Support

@testable import EvidenceBuilding
@testable import EvidenceSearch

/// An index of invented pages, in a folder that goes with it.
struct TestIndex: Sendable {
    private static let standardData = Result { try DataFiles(folders: [Repository.index]) }

    let files: TemporaryFolder
    var options = Indexer.Options()
    /// Where its own data files are; the repository's where it has none.
    var dataFolder: String?
    var helper = PageHelper.shared

    /// An index of these pages, by their paths below `pages`; nothing is indexed where there are none.
    init(_ pages: [String: String] = [:]) throws {
        files = try TemporaryFolder()
        for (name, text) in pages { try write(text, to: name) }
        if !pages.isEmpty { try index() }
    }

    /// An index of one page of the Harrowmere council with these paragraphs.
    init(paragraphs: [String]) throws {
        try self.init(["safeguarding.txt": Report.page(paragraphs: paragraphs)])
    }

    var folder: IndexFolder { IndexFolder(path: files.path + "/index") }

    var data: DataFiles {
        get throws {
            try dataFolder.map { try DataFiles(folders: [$0]) } ?? Self.standardData.get()
        }
    }

    /// Writes a page below `pages`.
    func write(_ text: String, to name: String) throws { try files.write(text, to: "pages/" + name) }

    /// Deletes a page below `pages`.
    func delete(_ name: String) throws {
        try FileManager.default.removeItem(atPath: path("pages/" + name))
    }

    func path(_ name: String) -> String { files.path + "/" + name }

    var indexer: Indexer {
        get throws {
            var indexer = try Indexer(folder: folder, data: data, options: options)
            indexer.helper = helper
            return indexer
        }
    }

    /// Indexes the paths below the folder of files.
    @discardableResult
    func index(_ paths: String...) throws -> IndexReport {
        let paths = paths.isEmpty ? ["pages"] : paths
        return try indexer.index(paths: paths.map(path)) { _, _ in }
    }

    /// The current generation, loaded.
    func generation(readers: Int = 1) throws -> Generation {
        guard let generation = try Generation.current(of: folder, readers: readers) else {
            throw IndexError.noIndex(path: folder.path)
        }
        return generation
    }

    /// What the current generation answers.
    func search(_ text: String, _ parameters: KeyValuePairs<String, String> = [:]) throws -> SearchResponse {
        try generation().search(text, parameters)
    }

    /// The numbers of the paragraphs found, in order.
    func numbers(_ text: String, _ parameters: KeyValuePairs<String, String> = [:]) throws -> [Int] {
        try search(text, parameters).hits.map(\.number)
    }

    /// The ids of all paragraphs, in the order of the index.
    func ids() throws -> [String] {
        try search("indicative:true,false", ["limit": "1000"]).hits.map(\.id)
    }
}

extension PageHelper {
    /// The helper of all tests, which lends each its own process.
    static let shared = PageHelper()
}

extension Generation {
    /// What the generation answers.
    func search(_ text: String, _ parameters: KeyValuePairs<String, String> = [:]) throws -> SearchResponse {
        try search(SearchRequest(parameters: [("q", text)] + parameters.map { ($0.key, $0.value) }))
    }

    /// The paragraph of an id, with its neighbours.
    func paragraph(id: String, context: Int) throws -> ParagraphResponse? {
        try paragraph(id: id, ParagraphRequest(parameters: [("context", "\(context)")]))
    }

    /// What the generation answers, however long it takes.
    func search(_ request: SearchRequest) throws -> SearchResponse {
        try search(request, until: .now + .seconds(600))
    }
}

extension Hit {
    /// The paragraph's number on its page.
    var number: Int { id.split(separator: "/").last.flatMap { Int($0) } ?? 0 }

    /// The words that are marked.
    var marked: [String] {
        highlights.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
    }
}

extension SearchResponse {
    /// The counts of a facet by their values.
    func counts(_ field: FacetField) -> [String: FacetCount] {
        let counts = facets.first { $0.field == field }?.counts ?? []
        return Dictionary(counts.map { ($0.value.text, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
