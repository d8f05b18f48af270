public import Evidence
internal import FoundationEssentials
internal import Xapian

/// A generation of the index, loaded: it never changes, and any number of threads may ask it.
public final class Generation: Sendable {
    /// The facts of the generation: its pages, its catalogue, its counts.
    public let manifest: Manifest
    /// The values that filters are read against.
    public let vocabulary: Vocabulary
    let pages: Pages
    let columns: Columns
    let sections: [Section]
    let totals: Totals
    let parser: QueryParser
    let hits: HitMaker
    let synonyms: SynonymTable
    let map: SearchMap
    let frequent: FrequentTerms
    let weights: BM25
    let history: History
    private let readers: ReaderPool

    /// Its number.
    public var number: Int { manifest.generation }
    /// How many words its paragraphs have, all together.
    public var words: Int { map.documents.tokens.all.count }

    /// Loads a generation and opens all its readers; throws if it cannot be read or is not what its manifest says.
    public init(_ number: Int, of folder: IndexFolder, readers count: Int) throws {
        let path = folder.generation(number)
        manifest = try Manifest.read(from: path, index: folder.path)
        guard manifest.generation == number else {
            throw IndexError.damaged(
                path: folder.path, reason: "the manifest in \(path) is generation \(manifest.generation)'s")
        }
        // Before anything else of it is read: what reads a damaged table may do anything.
        try Checksums.check(path, index: folder.path)
        do {
            readers = try ReaderPool(path: path + "/xapian", count: count)
            pages = Pages(manifest)
            map = try SearchMap(folder: path)
            history = try History(folder: path)
            let sections = Sections(map.sections)
            columns = Columns(map.documents, indices: pages.indices, sections: sections)
            self.sections = sections.all
            synonyms = try readers.read { try SynonymTable($0.database) }
            try readers.read { [manifest, map] in
                try manifest.check($0.database, map, at: folder.path)
            }
        } catch let error as XapianError {
            throw IndexError.file(path: path, reason: error.message)
        }
        frequent = FrequentTerms(map)
        weights = BM25(
            documents: manifest.paragraphs, length: map.documents.lengths.reduce(0) { $0 + Int($1) })
        totals = Totals(columns, pages: pages, sections: sections)
        vocabulary = Vocabulary(
            catalogue: manifest.catalogue, authorities: pages.authorities,
            sections: sections.map { ValueList.Entry(slug: $0.slug, name: $0.name) })
        parser = QueryParser(stopWords: Set(manifest.stopWords))
        hits = HitMaker(catalogue: manifest.catalogue, authorities: manifest.authorities)
    }

    /// Loads the current generation; `nil` if there is no index yet.
    public static func current(of folder: IndexFolder, readers count: Int) throws -> Generation? {
        guard let number = try folder.current() else { return nil }
        return try Generation(number, of: folder, readers: count)
    }

    func read<Result: Sendable>(_ body: (Reader) throws -> Result) throws -> Result { try readers.read(body) }
}
