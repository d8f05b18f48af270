import Xapian

@testable import EvidenceSearch

/// The Xapian database of a generation, as another program would open it.
struct ShippedDatabase {
    let database: Database
    let stems: StemCache

    init(_ index: TestIndex) throws {
        database = try Database(path: index.folder.path + "/current/xapian")
        stems = try StemCache()
    }
}
