internal import Evidence
internal import EvidenceBuilding
internal import EvidenceSearch
internal import FoundationEssentials
internal import Glibc

/// Indexes what lies in an inbox and empties it: pages go to the folder of what is done, and those that can't be
/// indexed to the folder of what failed, each with its reason beside it.
///
/// Pages are moved first and indexed where they then are, so that the index names files that stay. What a killed
/// run had moved stands in a journal, and the next run indexes it.
struct InboxRun {
    private let inbox: InboxFolder
    private let done: Shelf
    private let failed: Shelf
    private let journal: InboxJournal
    private let index: ([String]) throws -> IndexReport
    private let tell: (IndexReport) -> Void
    private var hasFailures = false
    private var stuck: Set<InboxEntry> = []

    /// For how long files are waited for that are still being written, while others lie there ready.
    private static let patience = Duration.seconds(10)
    private static let pause = Duration.milliseconds(100)

    /// A run over these folders; `index` brings the index up to date with paths, `tell` says what was done.
    init(
        options: InboxOptions, index: @escaping ([String]) throws -> IndexReport,
        tell: @escaping (IndexReport) -> Void
    ) throws {
        let folders = try options.folders()
        inbox = InboxFolder(path: folders.inbox)
        done = Shelf(path: folders.done)
        failed = Shelf(path: folders.failed)
        journal = InboxJournal(path: folders.done + "/.taking")
        self.index = index
        self.tell = tell
    }

    /// Runs until the inbox is empty; the exit status.
    mutating func run() throws -> Int32 {
        let left = journal.names.filter { done.has($0) }
        if !left.isEmpty { try index(names: left) }
        while let entries = try nextEntries() {
            let names = try take(entries)
            if !names.isEmpty { try index(names: names) }
        }
        if !stuck.isEmpty { return ExitStatus.tryAgain }
        return hasFailures ? ExitStatus.partial : ExitStatus.done
    }

    /// What can be taken, once nothing is being written any more or was waited for long enough; `nil` at the end.
    private func nextEntries() throws -> [InboxEntry]? {
        let end = ContinuousClock.now + Self.patience
        while true {
            let entries = try inbox.entries().filter { !stuck.contains($0) }
            if entries.isEmpty { return nil }
            let ready = entries.filter { !inbox.isBeingWritten($0) }
            if ready.count == entries.count || (!ready.isEmpty && .now > end) { return ready }
            usleep(useconds_t(Self.pause / .microseconds(1)))
        }
    }

    /// Moves entries out of the inbox; the names that they have among what is done.
    private mutating func take(_ entries: [InboxEntry]) throws -> [String] {
        var moves: [(entry: InboxEntry, name: String)] = []
        for entry in entries {
            moves.append((entry, done.freeName(for: entry.name, besides: moves.map(\.name))))
        }
        try journal.write(moves.map(\.name))
        for (entry, name) in moves where !inbox.move(entry, to: done.path(of: name)) {
            complain("\(entry.name) stays in the inbox: \(String(cString: strerror(errno)))")
            stuck.insert(entry)
        }
        let names = moves.filter { !stuck.contains($0.entry) }.map(\.name)
        for path in names.flatMap(done.strangers) {
            try fail(path, because: "neither a file nor a folder; put the file itself into the inbox")
        }
        return names.filter { done.has($0) }
    }

    private mutating func index(names: [String]) throws {
        let report = try index(names.map(done.path(of:)))
        tell(report)
        for page in report.skipped { try fail(page.path, because: page.reason) }
        for location in report.superseded { try retire(location) }
        for name in names { done.removeIfEmpty(name) }
        try journal.write([])
    }

    /// Moves what is done in vain to what failed, with the reason.
    private mutating func fail(_ path: String, because reason: String) throws {
        hasFailures = true
        let target = failed.freeName(for: path, besides: [])
        try failed.makeFolder(above: target)
        _ = rename(done.path(of: path), failed.path(of: target))
        try Files.write(
            Array((reason.printable + "\n").utf8), to: failed.path(of: target) + ".reason")
    }

    /// Hides a page whose place another has taken, so that who indexes the whole folder meets the newest alone.
    private func retire(_ location: String) throws {
        // A page of an archive has no file of its own to hide.
        guard location.hasPrefix(done.path + "/"), access(location, F_OK) == 0 else { return }
        let replaced = Shelf(path: done.path + "/.replaced")
        let name = replaced.freeName(for: String(location.dropFirst(done.path.count + 1)), besides: [])
        try replaced.makeFolder(above: name)
        _ = rename(location, replaced.path(of: name))
    }
}
