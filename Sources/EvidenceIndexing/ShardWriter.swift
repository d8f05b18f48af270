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

/// Writes pages into parts of a generation on a thread of its own, one after another.
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

    /// Waits for the pages handed over; the parts that hold them, each whole.
    func finish() throws -> [GenerationPart] {
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

/// The parts of a generation that one thread writes.
// @unchecked: used on its writer's queue alone, and by `finish` once that has drained.
private final class Shards: @unchecked Sendable {
    private(set) var finished: [GenerationPart] = []
    private let path: String
    private let stems: StemCache
    private let phrases: ThesaurusPhrases
    private var open: GenerationPartWriter?

    /// Paragraphs a part: enough for few parts, few enough to be held in memory.
    private static let size = 40_000

    init(path: String, thesaurus: Thesaurus) throws {
        self.path = path
        stems = try StemCache()
        phrases = try ThesaurusPhrases(thesaurus, stems: stems)
    }

    func add(_ page: IndexedPage) throws {
        let part = try open ?? GenerationPartWriter(folder: "\(path)-\(finished.count)")
        open = part
        for paragraph in page.paragraphs {
            let words = try ParagraphWords(paragraph.stored, stems: stems, phrases: phrases)
            try part.add(paragraph, words: words, pageTerms: page.terms)
        }
        if part.count >= Self.size { try close() }
    }

    func close() throws {
        guard let part = open else { return }
        finished.append(try part.finish())
        forget()
    }

    func forget() { open = nil }
}
