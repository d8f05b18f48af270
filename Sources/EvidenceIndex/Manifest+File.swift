internal import FoundationEssentials
package import Xapian

extension Manifest {
    /// Reads the manifest of the generation in `folder`, which belongs to the index at `index`.
    package static func read(from folder: String, index: String) throws(IndexError) -> Manifest {
        guard let data = FileManager.default.contents(atPath: folder + "/manifest.json") else {
            throw .damaged(path: index, reason: "no manifest in \(folder)")
        }
        do {
            let version = try JSONDecoder().decode(SchemaVersion.self, from: data)
            guard version.schema == Schema.version else {
                throw IndexError.schema(path: index, found: version.schema, ours: Schema.version)
            }
            return try JSONDecoder().decode(Manifest.self, from: data)
        } catch let error as IndexError {
            throw error
        } catch {
            throw .damaged(path: index, reason: "the manifest in \(folder) can't be read")
        }
    }

    /// Throws where the database in `folder` doesn't hold what the manifest says.
    package func check(_ database: Database, at folder: String) throws {
        let column = try database.column(slot: Schema.columnSlot, width: ColumnValue.width)
        guard try database.documentCount == paragraphs, column.documents.count == paragraphs else {
            throw IndexError.damaged(
                path: folder, reason: "it doesn't hold the \(paragraphs) paragraphs of its manifest")
        }
        for page in pages where try database.frequency(of: Schema.page(page.number)) != page.paragraphs {
            throw IndexError.damaged(path: folder, reason: "paragraphs of \(page.path) are missing")
        }
        try checkQueries(database, at: folder)
    }

    /// The first page's authority and statement must find it.
    private func checkQueries(_ database: Database, at folder: String) throws {
        guard let page = pages.first else { return }
        let expected = pages.filter { $0.authority == page.authority }.reduce(0) { $0 + $1.paragraphs }
        let found = try database.matches(database.query(Schema.authority(page.authority)), weighting: .none)
            .count
        guard found == expected else {
            throw IndexError.damaged(
                path: folder, reason: "a search for \(page.authority) finds \(found) of \(expected)")
        }
    }
}

/// The one member that every version of the manifest has.
private struct SchemaVersion: Decodable {
    let schema: Int
}
