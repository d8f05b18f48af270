internal import EvidenceReading
internal import EvidenceSearch

/// The facts that a rebuild takes over from the index: its identity, and the files that its pages came from.
///
/// Every schema's manifest has these members, so that an index of an older program can be built anew.
struct Provenance: Decodable {
    let uuid: String
    let generation: Int
    let pages: [Page]

    /// The file that a page came from.
    struct Page: Decodable {
        let path: String
        let location: String
        let member: String?
        let supplied: SuppliedDetails
    }

    /// Reads the manifest of the current generation; `nil` if there is no index yet.
    static func current(of folder: IndexFolder) throws(IndexError) -> Provenance? {
        guard try schema(of: folder) != nil, let generation = try folder.current().map(folder.generation)
        else { return nil }
        return try Manifest.decode(in: generation, index: folder.path)
    }

    /// The schema version of the current generation; `nil` if there is no index yet.
    ///
    /// A newer program's is an error: this one can't know what its manifest says.
    static func schema(of folder: IndexFolder) throws(IndexError) -> Int? {
        guard let generation = try folder.current().map(folder.generation) else { return nil }
        let schema = try Manifest.schema(in: generation, index: folder.path)
        guard schema <= Schema.version else {
            throw .schema(path: folder.path, found: schema, ours: Schema.version)
        }
        return schema
    }
}
