internal import Dispatch
internal import EvidenceIndex
internal import Synchronization
internal import Xapian

/// A page, ready to be made documents of.
struct IndexedPage: Sendable {
    let paragraphs: [IndexedParagraph]
    /// The terms that all its paragraphs carry.
    let terms: [String]
}

/// A paragraph, ready to be made a document of.
struct IndexedParagraph: Sendable {
    let stored: StoredParagraph
    let column: ColumnValue
    let section: String
}

/// Writes pages into fresh databases on a thread of its own, one after another.
final class ShardWriter: Sendable {
    private let thread = DispatchQueue(label: "shard")
    /// Pages that may wait: enough to keep the thread at work, few enough to stay small.
    private let room = DispatchSemaphore(value: 16)
    private let failure = Mutex<(any Error)?>(nil)
    private let shards: Shards

    /// Writes to folders that begin with `path`.
    init(path: String, thesaurus: Thesaurus) throws { shards = try Shards(path: path, thesaurus: thesaurus) }

    /// Hands a page to the thread, and waits where it has too many; throws what went wrong with one before.
    func add(_ page: IndexedPage) throws {
        if let error = failure.withLock({ $0 }) { throw error }
        room.wait()
        thread.async { [self] in
            attempt { try shards.add(page) }
            room.signal()
        }
    }

    /// Waits for the pages handed over; the databases that hold them, each whole.
    func finish() throws -> [String] {
        thread.sync { attempt { try shards.close() } }
        if let error = failure.withLock({ $0 }) { throw error }
        return shards.finished
    }

    /// Waits for the thread and forgets what it wrote.
    func abandon() { thread.sync { shards.forget() } }

    private func attempt(_ body: () throws -> Void) {
        do { try body() } catch { failure.withLock { $0 = $0 ?? error } }
    }
}

/// The databases that one thread writes.
// @unchecked: used on its writer's queue alone, and by `finish` once that has drained.
private final class Shards: @unchecked Sendable {
    private(set) var finished: [String] = []
    private let path: String
    private let builder: DocumentBuilder
    private var open: WritableDatabase?
    private var count = 0

    /// Documents a database: at most what Xapian flushes at once.
    ///
    /// A million paragraphs make some hundred, whose open files stay below the usual limit of 1,024 while they are
    /// merged.
    private static let size = 10_000

    init(path: String, thesaurus: Thesaurus) throws {
        self.path = path
        let stems = try StemCache()
        builder = DocumentBuilder(stems: stems, phrases: try ThesaurusPhrases(thesaurus, stems: stems))
    }

    func add(_ page: IndexedPage) throws {
        let database = try open ?? WritableDatabase(path: "\(path)-\(finished.count)")
        open = database
        for paragraph in page.paragraphs {
            try database.add(builder.document(paragraph, pageTerms: page.terms))
        }
        count += page.paragraphs.count
        if count >= Self.size { try close() }
    }

    func close() throws {
        guard let database = open else { return }
        try database.commit()
        try database.respell()
        try database.commit()
        finished.append("\(path)-\(finished.count)")
        forget()
    }

    func forget() {
        open = nil
        count = 0
    }
}
