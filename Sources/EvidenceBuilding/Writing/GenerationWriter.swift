internal import Dispatch
internal import Evidence
internal import EvidenceReading
internal import EvidenceSearch
internal import FoundationEssentials
internal import Glibc
internal import Synchronization
internal import Xapian
internal import XapianWriting

/// Builds a generation in a folder of its own, which nobody sees until it is whole.
///
/// Several threads write new pages into small fresh databases, and compaction merges these with the current generation
/// into one. The current generation is copied only if pages leave it.
final class GenerationWriter {
    private let folder: IndexFolder
    private let building: String
    private let current: String?
    private let thesaurus: Thesaurus
    private let stems: StemCache
    private let shardWriters: [ShardWriter]
    private var added = 0
    private var removed: [PageRecord] = []

    /// A thread for each processor, but no more than eight: each holds a part of 40,000 paragraphs in memory.
    private static let threads = min(8, max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))

    /// Begins a generation that goes on from the one in the folder `current`, or from nothing.
    init(
        folder: IndexFolder, number: Int, current: String?, thesaurus: Thesaurus, hasPositions: Bool
    ) throws {
        // Damage must not be handed on under checksums that are right.
        if let current { try Checksums.check(current, index: folder.path) }
        self.folder = folder
        self.current = current
        self.thesaurus = thesaurus
        building = "\(folder.path)/building-\(number)"
        try folder.makeFolder(building)
        stems = try StemCache()
        let failure = FirstFailure()
        shardWriters = try (0..<Self.threads).map { [building] in
            try ShardWriter(
                path: "\(building)/shard-\($0)", thesaurus: thesaurus, hasPositions: hasPositions,
                failure: failure)
        }
    }

    /// Adds a page's paragraphs; they get successive document numbers.
    func add(
        _ analyzed: AnalyzedPage, as record: PageRecord, theme: String?, authority: Authority?,
        days: FirstDays
    ) throws {
        let paragraphs = try zip(analyzed.page.paragraphs, analyzed.paragraphs).enumerated().map {
            index, paragraph in
            let (read, stored) = paragraph
            let column = ColumnValue(
                page: UInt32(record.number), paragraph: UInt32(index + 1), line: UInt32(read.line),
                saidBy: AnalyzedPage.saidBy(stored.sentences),
                indexed: try days.day(of: stored, authority: record.authority))
            return IndexedParagraph(
                stored: stored, column: column, section: Section(slug: read.section, name: read.sectionName))
        }
        try shardWriters[added % shardWriters.count].add(
            IndexedPage(record: record, theme: theme, authority: authority, paragraphs: paragraphs))
        added += 1
    }

    /// Takes a page of the current generation out.
    func remove(_ record: PageRecord) { removed.append(record) }

    /// Completes the database, checks it against the manifest and moves the generation into its place.
    ///
    /// `startsAnew` says that data files have changed, so that nothing of the current generation may stay but
    /// the paragraphs of its pages. `renewal` gives pages a rating that was not known when they were written.
    func publish(
        _ manifest: Manifest, startsAnew: Bool, renewal: RatingRenewal, past: IndexPast, stayed: Set<Int>
    ) throws {
        for writer in shardWriters { writer.close() }
        let parts = try shardWriters.flatMap { try $0.parts() }
        var databases = parts.flatMap(\.databases)
        if !renewal.pages.isEmpty { for part in databases { try renewal.renew(at: part) } }
        if let current {
            databases.append(try rest(of: current, startsAnew: startsAnew, renewal: renewal))
        }
        if startsAnew || current == nil { databases.append(try thesaurusDatabase()) }
        try merge(databases, maps: parts.map(\.map) + [current].compactMap(\.self))
        try removeParts()
        try manifest.write(to: building)
        try History.write(to: building, of: manifest, past: past, stayed: stayed)
        try Checksums(of: building).write(to: building)
        try manifest.check(Database(path: building + "/xapian"), SearchMap(folder: building), at: building)
        try folder.publish(building, as: manifest.generation)
    }

    /// Merges databases and search maps, each on a thread of its own.
    ///
    /// If both fail, the database's reason is thrown: libxapian closes a descriptor twice when a write fails, and the
    /// other thread may lose one of its own by that.
    private func merge(_ databases: [String], maps: [String]) throws {
        let (building, removed) = (building, removedPages)
        let errors = Mutex<[Int: any Error]>([:])
        DispatchQueue.concurrentPerform(iterations: 2) { step in
            do {
                if step == 0 {
                    try Database.compact(databases, to: building + "/xapian")
                } else {
                    try SearchMapMerge(maps.map { try SearchMap(folder: $0) }, removing: removed).write(
                        to: building)
                }
            } catch {
                errors.withLock { $0[step] = error }
            }
        }
        let failed = errors.withLock { $0 }
        if let error = failed[0] ?? failed[1] { throw error }
    }

    /// Throws away what was built.
    func abandon() {
        for writer in shardWriters { writer.abandon() }
        try? FileManager.default.removeItem(atPath: building)
    }

    /// The current generation's database less the pages removed: the database itself if no page leaves it or has another rating.
    private func rest(of current: String, startsAnew: Bool, renewal: RatingRenewal) throws -> String {
        let current = current + "/xapian"
        guard !removed.isEmpty || startsAnew || !renewal.pages.isEmpty else { return current }
        let copy = building + "/rest"
        // File by file: a copy of the folder sets its mode, and the indexer's unit forbids to set a group ID bit.
        try folder.makeFolder(copy)
        for name in try Files.names(in: current) {
            try Files.copy("\(current)/\(name)", to: "\(copy)/\(name)")
        }
        let database = try WritableDatabase(path: copy)
        for page in removed {
            for paragraph in 1...page.paragraphs {
                try database.deleteDocuments(indexedBy: Schema.id("\(page.identity)/\(paragraph)"))
            }
        }
        if startsAnew { try database.clearSynonyms() }
        try renewal.renew(in: database)
        let map = try SearchMap(folder: self.current ?? copy)
        try respell(database, SearchMapMerge([map], removing: removedPages))
        return copy
    }

    /// Makes the spelling data anew: Xapian doesn't take a word back when its last document goes.
    private func respell(_ database: WritableDatabase, _ words: SearchMapMerge) throws {
        try database.clearSpellings()
        for (word, frequency) in words.vocabulary where Schema.isSpelt(word) {
            try database.addSpelling(word, frequency: frequency)
        }
        try database.commit()
    }

    /// A database of nothing but the thesaurus, and what the schema says of itself.
    private func thesaurusDatabase() throws -> String {
        let path = building + "/thesaurus"
        let database = try WritableDatabase(path: path)
        for (key, value) in Schema.metadata { try database.setMetadata(value, of: key) }
        for entry in thesaurus.entries {
            let key = try Synonym(entry.term).key(stems)
            for synonym in entry.synonyms { try database.addSynonym(synonym, of: key) }
        }
        try database.commit()
        return path
    }

    private var removedPages: Set<UInt32> { Set(removed.map { UInt32($0.number) }) }

    private func removeParts() throws {
        for name in try Files.names(in: building) where !["xapian", SearchMap.name].contains(name) {
            try Files.remove("\(building)/\(name)")
        }
    }
}
