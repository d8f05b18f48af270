internal import Synchronization
internal import Xapian

/// A database and a stemmer, with which one thread at a time reads a generation.
final class Reader {
    let database: Database
    let stems: StemCache

    init(path: String) throws(XapianError) {
        database = try Database(path: path)
        stems = try StemCache()
    }
}

/// As many readers as threads, opened at once and lent one at a time.
///
///     let pool = try ReaderPool(path: path, count: 2)
///     let count = try pool.read { reader in try reader.database.documentCount }
///
/// The result of a closure is Sendable and a reader is not, so that the compiler sees that no Xapian object leaves
/// it: Xapian's reference counts are plain integers.
final class ReaderPool: Sendable {
    private let path: String
    private let idle: Mutex<[Box]>

    // @unchecked: a box is reachable from the pool or from the one caller that took it out, never both.
    private final class Box: @unchecked Sendable {
        let reader: Reader
        init(path: String) throws(XapianError) { reader = try Reader(path: path) }
    }

    init(path: String, count: Int) throws(XapianError) {
        self.path = path
        var boxes: [Box] = []
        for _ in 0..<count { boxes.append(try Box(path: path)) }
        idle = Mutex(boxes)
    }

    /// Lends a reader to `body`.
    ///
    /// If more threads read than there are readers, another reader is opened.
    func read<Result: Sendable>(_ body: (Reader) throws -> Result) throws -> Result {
        let box = try idle.withLock { $0.popLast() } ?? Box(path: path)
        defer { idle.withLock { $0.append(box) } }
        return try body(box.reader)
    }
}
