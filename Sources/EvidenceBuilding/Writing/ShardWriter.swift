internal import Dispatch
internal import EvidenceSearch
internal import Synchronization
internal import Xapian

/// Writes pages into parts of a generation on a thread of its own, one after another.
final class ShardWriter: Sendable {
    private let thread = DispatchQueue(label: "shard")
    /// Pages that may wait: enough to keep the thread at work, few enough to stay small.
    private let room = DispatchSemaphore(value: 16)
    private let failure: FirstFailure
    private let shards: Shards

    /// Writes to folders that begin with `path`; what goes wrong is shared with the other writers of a generation.
    init(path: String, thesaurus: Thesaurus, hasPositions: Bool, failure: FirstFailure) throws {
        shards = try Shards(path: path, thesaurus: thesaurus, hasPositions: hasPositions)
        self.failure = failure
    }

    /// Hands a page to the thread, and waits if it has too many; throws the first error so far.
    func add(_ page: IndexedPage) throws {
        try failure.check()
        room.wait()
        thread.async { [self] in
            failure.attempt { try shards.add(page) }
            room.signal()
        }
    }

    /// Lets the thread complete what it has open, behind the pages handed over.
    func close() {
        thread.async { [self] in failure.attempt { try shards.close() } }
    }

    /// Waits for the thread; the parts that hold the pages, each whole.
    func parts() throws -> [GenerationPart] {
        thread.sync {}
        try failure.check()
        return shards.finished
    }

    /// Waits for the thread and forgets what it wrote.
    func abandon() { thread.sync { shards.forget() } }
}

/// The first error of several threads.
///
/// If a write of libxapian's fails, libxapian closes a descriptor twice, and another thread may lose one of its own by
/// that. The error of the other thread is then not the reason.
final class FirstFailure: Sendable {
    private let error = Mutex<(any Error)?>(nil)

    /// Throws it, if there is any.
    func check() throws {
        if let error = error.withLock({ $0 }) { throw error }
    }

    /// Runs `body`, unless something went wrong before, and keeps what it throws.
    func attempt(_ body: () throws -> Void) {
        do {
            try check()
            try body()
        } catch {
            self.error.withLock { $0 = $0 ?? error }
        }
    }
}

/// The parts of a generation that one thread writes.
// @unchecked: used on its writer's queue alone, and by `parts` once that has drained.
private final class Shards: @unchecked Sendable {
    private(set) var finished: [GenerationPart] = []
    private let path: String
    private let hasPositions: Bool
    private let stems: StemCache
    private let phrases: ThesaurusPhrases
    private var open: GenerationPartWriter?

    /// Paragraphs a part: enough for few parts, few enough to be held in memory.
    private static let size = 40_000

    init(path: String, thesaurus: Thesaurus, hasPositions: Bool) throws {
        self.path = path
        self.hasPositions = hasPositions
        stems = try StemCache()
        phrases = try ThesaurusPhrases(thesaurus, stems: stems)
    }

    func add(_ page: IndexedPage) throws {
        let part =
            try open
            ?? GenerationPartWriter(
                folder: "\(path)-\(finished.count)", hasPositions: hasPositions)
        open = part
        for paragraph in page.paragraphs {
            let words = try ParagraphWords(paragraph.stored, stems: stems, phrases: phrases)
            try part.add(paragraph, words: words, on: page)
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
