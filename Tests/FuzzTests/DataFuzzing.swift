import Evidence
import Foundation
import Support

@testable import EvidenceBuilding
@testable import EvidenceSearch

/// Reads bytes as one of the data files, and a page by it.
enum DataFuzzing {
    private static let files = Result { try TemporaryFolder() }
    private static let page = Result {
        try Array(
            Data(contentsOf: URL(fileURLWithPath: Repository.index + "/sample/wexcombe/safeguarding.txt")))
    }

    static func run(_ bytes: [UInt8], as name: String) throws {
        let folder = try files.get().path
        try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
        let data: DataFiles
        do {
            data = try DataFiles(folders: [folder, Repository.index])
        } catch IndexError.dataFileBad {
            return
        }
        if name == "speakers.yaml" {
            try PageFuzzing.run(page.get(), named: "page.txt", by: PageFuzzing.Reader(data))
        } else {
            try index(by: data)
        }
    }

    /// Makes an index of a page, for much of these files stands in it, and searches it.
    private static func index(by data: DataFiles) throws {
        let files = try TemporaryFolder()
        let folder = IndexFolder(path: files.path + "/index")
        _ = try Indexer(folder: folder, data: data, options: Indexer.Options())
            .index(paths: [Repository.index + "/sample/wexcombe/safeguarding.txt"]) { _, _ in }
        var request = SearchRequest()
        request.text = "carers respite"
        guard let generation = try Generation.current(of: folder, readers: 1) else { return }
        let response = try generation.search(request, until: .now + .seconds(60))
        try require(try SearchResponse(json: response.json).json == response.json, "read otherwise")
    }
}
