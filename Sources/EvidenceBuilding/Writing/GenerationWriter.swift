internal import Evidence
internal import EvidenceReading
internal import EvidenceSearch
internal import FoundationEssentials
internal import Xapian

/// Builds a generation in a folder of its own, which nobody sees until it is whole.
///
/// What is new goes into small fresh databases, written by several threads; compaction merges them with the
/// current generation into one. The current one is read where it is, and copied only where pages leave it.
final class GenerationWriter {
    private let folder: IndexFolder
    private let building: String
    private let current: String?
    private let thesaurus: Thesaurus
    private let stems: StemCache
    private let shardWriters: [ShardWriter]
    private var added = 0
    private var removed: [Int] = []

    /// The headings met so far.
    private(set) var sections: [Manifest.Section]

    /// One for each core of the machines that this was measured on; `make bench` shows the rate.
    private static let threads = 2

    /// Begins a generation that goes on from the one in the folder `current`, or from nothing.
    init(
        folder: IndexFolder, number: Int, current: String?, sections: [Manifest.Section], thesaurus: Thesaurus
    ) throws {
        // What is damaged must not be handed on, under checksums that are right.
        if let current { try Checksums.check(current, index: folder.path) }
        self.folder = folder
        self.current = current
        self.sections = sections
        self.thesaurus = thesaurus
        building = "\(folder.path)/building-\(number)"
        try folder.makeFolder(building)
        stems = try StemCache()
        let failure = FirstFailure()
        shardWriters = try (0..<Self.threads).map { [building] in
            try ShardWriter(path: "\(building)/shard-\($0)", thesaurus: thesaurus, failure: failure)
        }
    }

    /// Adds a page's paragraphs; they get successive document numbers.
    func add(_ analyzed: AnalyzedPage, as record: PageRecord, theme: String?) throws {
        let paragraphs = zip(analyzed.page.paragraphs, analyzed.paragraphs).enumerated().map {
            place, paragraph in
            let (read, stored) = paragraph
            let column = ColumnValue(
                page: UInt32(record.number), paragraph: UInt32(place + 1), line: UInt32(read.line),
                section: UInt16(section(read)), saidBy: AnalyzedPage.saidBy(stored.sentences))
            return IndexedParagraph(stored: stored, column: column, section: read.section)
        }
        let page = IndexedPage(paragraphs: paragraphs, terms: terms(of: record, theme: theme))
        try shardWriters[added % shardWriters.count].add(page)
        added += 1
    }

    /// Takes a page of the current generation out.
    func remove(_ record: PageRecord) { removed.append(record.number) }

    /// Completes the database, checks it against the manifest and moves the generation into its place.
    ///
    /// `startsAnew` says that data files have changed, so that nothing of the current generation may stay but
    /// the paragraphs of its pages.
    func publish(_ manifest: Manifest, startsAnew: Bool) throws {
        let parts = try shardWriters.flatMap { try $0.finish() }
        var databases = parts.flatMap(\.databases)
        if let current { databases.append(try rest(of: current, startsAnew: startsAnew)) }
        if startsAnew || current == nil { databases.append(try synonyms()) }
        try Database.compact(databases, to: building + "/xapian")
        let postings = try (parts.map(\.postings) + [current].compactMap(\.self)).map {
            try Postings(folder: $0)
        }
        try PostingsMerge(postings, removing: removedPages).write(to: building)
        try removeParts()
        try manifest.write(to: building)
        try Checksums(of: building).write(to: building)
        try manifest.check(Database(path: building + "/xapian"), Postings(folder: building), at: building)
        try folder.publish(building, as: manifest.generation)
    }

    /// Throws away what was built.
    func abandon() {
        for writer in shardWriters { writer.abandon() }
        try? FileManager.default.removeItem(atPath: building)
    }

    /// The current generation's database less the pages removed: itself where nothing leaves it.
    private func rest(of current: String, startsAnew: Bool) throws -> String {
        let current = current + "/xapian"
        guard !removed.isEmpty || startsAnew else { return current }
        let copy = building + "/rest"
        // File by file: a copy of the folder sets its mode, and the indexer's unit forbids to set a group ID bit.
        try folder.makeFolder(copy)
        for name in try Files.names(in: current) {
            try Files.copy("\(current)/\(name)", to: "\(copy)/\(name)")
        }
        let database = try WritableDatabase(path: copy)
        for number in removed { try database.deleteDocuments(indexedBy: Schema.page(number)) }
        if startsAnew { try database.clearSynonyms() }
        try database.commit()
        let postings = try Postings(folder: self.current ?? copy)
        try respell(database, PostingsMerge([postings], removing: removedPages))
        return copy
    }

    /// Makes the spelling data anew: Xapian doesn't take a word back when its last document goes.
    private func respell(_ database: WritableDatabase, _ words: PostingsMerge) throws {
        try database.clearSpellings()
        for (word, frequency) in words.vocabulary where Schema.isSpelt(word) {
            try database.addSpelling(word, frequency: frequency)
        }
        try database.commit()
    }

    /// A database of nothing but the thesaurus.
    private func synonyms() throws -> String {
        let path = building + "/synonyms"
        let database = try WritableDatabase(path: path)
        for entry in thesaurus.entries {
            let key = try Synonym(entry.term).key(stems)
            for synonym in entry.synonyms { try database.addSynonym(synonym, of: key) }
        }
        try database.commit()
        return path
    }

    private var removedPages: Set<UInt32> { Set(removed.map { UInt32($0) }) }

    private func removeParts() throws {
        for name in try Files.names(in: building) where !["xapian", Postings.name].contains(name) {
            try Files.remove("\(building)/\(name)")
        }
    }

    private func terms(of record: PageRecord, theme: String?) -> [String] {
        [Schema.page(record.number), Schema.authority(record.authority), Schema.statement(record.statement)]
            + [
                theme.map(Schema.theme), record.score.map(Schema.score),
                record.published.map { Schema.published($0.description) },
                record.isIndicative ? Schema.indicative : nil,
            ].compactMap(\.self)
    }

    private func section(_ paragraph: Paragraph) -> Int {
        if let place = sections.firstIndex(where: { $0.slug == paragraph.section }) { return place }
        sections.append(Manifest.Section(slug: paragraph.section, name: paragraph.sectionName))
        return sections.count - 1
    }
}
