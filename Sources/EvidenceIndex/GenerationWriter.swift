internal import Evidence
internal import FoundationEssentials
internal import Xapian

/// Builds a generation in a folder of its own, which nobody sees until it is whole.
final class GenerationWriter {
    private let folder: IndexFolder
    private let building: String
    private let database: WritableDatabase
    private let builder: DocumentBuilder
    private let thesaurus: Thesaurus
    private var uncommitted = 0

    /// The headings met so far.
    private(set) var sections: [Manifest.Section]

    /// Documents a commit.
    ///
    /// Above 2,000 the flush takes longer than it saves: 2,300 paragraphs a second against 1,750 at Xapian's
    /// own 10,000.
    private static let batch = 1_000

    /// Begins with a copy of the database of `current`, or with nothing.
    init(
        folder: IndexFolder, number: Int, current: String?, sections: [Manifest.Section], thesaurus: Thesaurus
    ) throws {
        self.folder = folder
        self.sections = sections
        building = "\(folder.path)/building-\(number)"
        try folder.makeFolder(building)
        if let current {
            try FileManager.default.copyItem(atPath: current + "/xapian", toPath: building + "/work")
        }
        database = try WritableDatabase(path: building + "/work")
        self.thesaurus = thesaurus
        let stems = try StemCache()
        builder = DocumentBuilder(stems: stems, phrases: try ThesaurusPhrases(thesaurus, stems: stems))
    }

    /// Adds a page's paragraphs; they get successive document numbers.
    func add(_ analyzed: AnalyzedPage, as record: PageRecord, theme: String?) throws {
        let terms = terms(of: record, theme: theme)
        for (place, paragraph) in analyzed.page.paragraphs.enumerated() {
            let stored = analyzed.paragraphs[place]
            let column = ColumnValue(
                page: UInt32(record.number), paragraph: UInt32(place + 1), line: UInt32(paragraph.line),
                section: UInt16(section(paragraph)), saidBy: AnalyzedPage.saidBy(stored.sentences))
            try database.add(
                builder.document(stored, column: column, pageTerms: terms, section: paragraph.section))
            try commitIfFull()
        }
    }

    /// Takes a page's paragraphs out.
    func remove(_ record: PageRecord) throws {
        try database.deleteDocuments(indexedBy: Schema.page(record.number))
    }

    /// Completes the database, checks it against the manifest and moves the generation into its place.
    func publish(_ manifest: Manifest) throws {
        try database.commit()
        try database.respell()
        try writeSynonyms()
        try database.commit()
        try Database(path: building + "/work").compact(to: building + "/xapian")
        try FileManager.default.removeItem(atPath: building + "/work")
        try manifest.write(to: building)
        try manifest.check(Database(path: building + "/xapian"), at: building)
        try folder.publish(building, as: manifest.generation)
    }

    /// Throws away what was built.
    func abandon() { try? FileManager.default.removeItem(atPath: building) }

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

    private func commitIfFull() throws {
        uncommitted += 1
        guard uncommitted >= Self.batch else { return }
        try database.commit()
        uncommitted = 0
    }

    private func writeSynonyms() throws {
        try database.clearSynonyms()
        for entry in thesaurus.entries {
            let key = try Synonym(entry.term).key(builder.stems)
            for synonym in entry.synonyms { try database.addSynonym(synonym, of: key) }
        }
    }
}
