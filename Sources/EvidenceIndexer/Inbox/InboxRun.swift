internal import Evidence
internal import EvidenceBuilding
internal import EvidenceSearch
internal import Glibc

/// Indexes the files of an inbox and empties it: files are moved to `done`, and those that can't be indexed to
/// `failed`, each with its reason beside it.
///
/// Files are moved first and indexed where they then are, so that the index names files that stay. A journal names the
/// files that were moved and not indexed yet, so that the run after a killed one indexes them. Only names of files
/// ever become paths: those of an archive's members stand in the reason of the archive.
struct InboxRun {
    private let inbox: InboxFolder
    private let done: Shelf
    private let failed: Shelf
    private let journal: InboxJournal
    private let index: ([String]) throws -> IndexReport
    private let tell: (IndexReport) -> Void
    private var hasFailures = false
    private var stuck: Set<InboxEntry> = []

    /// The time for which a run waits for files that are still being written, while others lie there ready.
    private static let patience = Duration.seconds(10)
    private static let pause = Duration.milliseconds(100)

    /// A run over these folders; `index` brings the index up to date with paths, `tell` prints a report.
    init(
        options: InboxOptions, index: @escaping ([String]) throws -> IndexReport,
        tell: @escaping (IndexReport) -> Void
    ) throws {
        let folders = try options.folders()
        inbox = InboxFolder(path: folders.inbox)
        done = try Shelf(path: folders.done)
        failed = try Shelf(path: folders.failed)
        journal = InboxJournal(of: done)
        self.index = index
        self.tell = tell
    }

    /// Runs until the inbox is empty; returns the exit status.
    mutating func run() throws -> Int32 {
        let left = journal.names
        if !left.isEmpty { try index(names: left) }
        while let entries = try nextEntries() {
            let names = try take(entries)
            if !names.isEmpty { try index(names: names) }
        }
        if !stuck.isEmpty { return ExitStatus.tryAgain }
        return hasFailures ? ExitStatus.partial : ExitStatus.done
    }

    /// The entries to take, once none is being written any more or the wait is over; `nil` at the end.
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

    /// Moves entries out of the inbox; returns the names that they have among what is done.
    private mutating func take(_ entries: [InboxEntry]) throws -> [String] {
        var moves: [(entry: InboxEntry, name: String)] = []
        var names: Set<String> = []
        for entry in entries {
            let name = done.freeName(for: entry.name, besides: names)
            names.insert(name)
            moves.append((entry, name))
        }
        try journal.write(moves.map(\.name))
        for (entry, name) in moves where !inbox.move(entry, to: done.path(of: name)) {
            complain("\(entry.name) stays in the inbox: \(String(cString: strerror(errno)))")
            stuck.insert(entry)
        }
        return moves.filter { !stuck.contains($0.entry) }.map(\.name)
    }

    private mutating func index(names: [String]) throws {
        let report = try index(names.map(done.path(of:)))
        tell(report)
        hasFailures = hasFailures || !report.skipped.isEmpty || !report.faults.isEmpty
        for failure in Failure.failures(of: report.skipped) { keep(failure) }
        for file in report.superseded { retire(file) }
        for name in names { done.removeIfEmpty(name) }
        try journal.write([])
    }

    /// Moves a file that can't be indexed to what failed, and writes the reason beside it.
    ///
    /// A reason that can't be written is no reason to end the run.
    private func keep(_ failure: Failure) {
        guard let name = done.name(at: failure.file) else { return }
        let target = failed.freeName(for: name)
        if failure.isWhole, !done.move(name, to: failed, as: target) {
            complain("\(name) stays in \(done.path): \(String(cString: strerror(errno)))")
        }
        if !failed.write(failure.text, to: target + ".reason") {
            complain("\(target).reason can't be written: \(String(cString: strerror(errno)))")
        }
    }

    /// Hides a file whose page another has replaced, so that indexing the whole folder finds the newest alone.
    private func retire(_ file: String) {
        guard let name = done.name(at: file), done.has(name), let replaced = done.shelf(named: ".replaced")
        else { return }
        _ = done.move(name, to: replaced, as: replaced.freeName(for: name))
    }
}
