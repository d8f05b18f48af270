internal import Evidence
internal import FoundationEssentials
package import Xapian

extension Manifest {
    /// Reads the manifest of the generation in `folder`, which belongs to the index at `index`.
    package static func read(from folder: String, index: String) throws(IndexError) -> Manifest {
        let bytes = try bytes(in: folder, index: index)
        let version: SchemaVersion = try content(of: bytes, in: folder, index: index)
        guard version.schema == Schema.version else {
            throw .schema(path: index, found: version.schema, ours: Schema.version)
        }
        try confirm(bytes, in: folder, index: index)
        let manifest: Manifest = try content(of: bytes, in: folder, index: index)
        guard manifest.isSound else {
            throw .damaged(path: index, reason: "the manifest in \(folder) contradicts itself")
        }
        return manifest
    }

    /// False if its numbers can be those of no index: everything that reads it counts on them.
    private var isSound: Bool {
        let statements = Set(catalogue.statements.map(\.slug))
        let numbers = IndexFolder.numbers
        return numbers.contains(generation) && Set(pages.map(\.number)).count == pages.count
            && pages.allSatisfy {
                numbers.contains($0.number) && numbers.contains($0.paragraphs)
                    && statements.contains($0.statement)
            } && pages.reduce(0) { $0 + $1.paragraphs } == paragraphs
    }

    /// The schema version of the generation in `folder`, which every version of the manifest has.
    package static func schema(in folder: String, index: String) throws(IndexError) -> Int {
        let bytes = try bytes(in: folder, index: index)
        return try (content(of: bytes, in: folder, index: index) as SchemaVersion).schema
    }

    /// The members of the manifest in `folder` that `Content` names.
    ///
    /// One of our own schema has to be as it was written; of another it isn't known where its checksum stands.
    package static func decode<Content: Decodable>(in folder: String, index: String) throws(IndexError)
        -> Content
    {
        let bytes = try bytes(in: folder, index: index)
        let version: SchemaVersion = try content(of: bytes, in: folder, index: index)
        if version.schema == Schema.version { try confirm(bytes, in: folder, index: index) }
        return try content(of: bytes, in: folder, index: index)
    }

    /// Its name in the folder of a generation.
    package static let file = "manifest.json"

    private static func bytes(in folder: String, index: String) throws(IndexError) -> [UInt8] {
        guard let bytes = try Files.bytes(of: "\(folder)/\(file)") else {
            throw .damaged(path: index, reason: "no manifest in \(folder)")
        }
        return bytes
    }

    private static func confirm(_ bytes: [UInt8], in folder: String, index: String) throws(IndexError) {
        guard try Checksums.confirm(file, bytes, in: folder) else {
            throw .damaged(path: index, reason: "\(file) isn't as \(Checksums.file) has it")
        }
    }

    private static func content<Content: Decodable>(
        of bytes: [UInt8], in folder: String, index: String
    ) throws(IndexError) -> Content {
        guard let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)) else {
            throw .damaged(path: index, reason: "the manifest in \(folder) can't be read")
        }
        return content
    }

    /// Throws if the database and the search map in `folder` don't hold what the manifest says.
    ///
    /// The checksums have shown that each is as it was written; this shows that they belong together. Only
    /// `evidence-index --check` compares them word by word.
    package func check(_ database: Database, _ map: SearchMap, at folder: String) throws {
        guard try database.documentCount == paragraphs, let counts = map.documents.paragraphsByPage,
            counts.values.reduce(0, +) == paragraphs
        else {
            throw IndexError.damaged(
                path: folder, reason: "it doesn't hold the \(paragraphs) paragraphs of its manifest")
        }
        for page in pages where counts[UInt32(page.number)] != page.paragraphs {
            throw IndexError.damaged(path: folder, reason: "paragraphs of \(page.path) are missing")
        }
        guard try database.metadata("schema") == "\(Schema.version)" else {
            throw IndexError.damaged(path: folder, reason: "its database doesn't say its schema")
        }
        try checkQueries(database, at: folder)
    }

    /// The first page's authority must find its paragraphs.
    private func checkQueries(_ database: Database, at folder: String) throws {
        guard let page = pages.first else { return }
        let expected = pages.filter { $0.authority == page.authority }.reduce(0) { $0 + $1.paragraphs }
        let found = try database.matches(
            database.query(Schema.Field.authority.term(page.authority)), weighting: .none
        )
        .count
        guard found == expected else {
            throw IndexError.damaged(
                path: folder, reason: "a search for \(page.authority) finds \(found) of \(expected)")
        }
    }
}

private struct SchemaVersion: Decodable {
    let schema: Int
}
