internal import EvidenceSearch
internal import XapianWriting

/// A part of a generation: successive documents, in Xapian databases and in a search map.
struct GenerationPart {
    /// The databases, in the order of their documents.
    let databases: [String]
    /// The folder of the search map.
    let map: String
}

/// Writes a part of a generation into a folder of its own.
final class GenerationPartWriter {
    private let folder: String
    private let builder: DocumentBuilder
    private var map = SearchMapBuilder()
    private var databases: [String] = []
    private var open: WritableDatabase?
    private var room = 0

    /// Documents a database.
    ///
    /// Xapian collects the postings of what it hasn't flushed in trees of trees: the fewer, the more of them stay
    /// in the processor's cache, and small fresh databases are merged sooner than one is changed.
    private static let size = 500

    init(folder: String, hasPositions: Bool) throws {
        self.folder = folder
        builder = DocumentBuilder(hasPositions: hasPositions)
        try IndexFolder(path: folder).makeFolder(folder)
    }

    /// How many paragraphs it holds.
    var count: Int { map.count }

    /// Adds a paragraph.
    func add(_ paragraph: IndexedParagraph, words: ParagraphWords, on page: IndexedPage) throws {
        let database = try open ?? WritableDatabase(path: "\(folder)/\(databases.count)")
        if open == nil { room = Self.size }
        open = database
        try database.add(builder.document(paragraph, words: words, on: page))
        map.add(paragraph, words: words)
        room -= 1
        if room == 0 { try closeDatabase() }
    }

    /// Completes the part.
    func finish() throws -> GenerationPart {
        try closeDatabase()
        try map.write(to: folder)
        try spell()
        return GenerationPart(databases: databases, map: folder)
    }

    /// A database of nothing but spelling data.
    private func spell() throws {
        let path = "\(folder)/spelling"
        let database = try WritableDatabase(path: path)
        for (word, frequency) in map.vocabulary where Schema.isSpelt(word) {
            try database.addSpelling(word, frequency: frequency)
        }
        try database.commit()
        databases.append(path)
    }

    private func closeDatabase() throws {
        guard let database = open else { return }
        try database.commit()
        databases.append("\(folder)/\(databases.count)")
        open = nil
    }
}
