internal import EvidenceSearch
internal import FoundationEssentials
internal import Glibc

/// A file or a folder in the inbox.
struct InboxEntry: Hashable {
    /// Its name as the file system has it, which need not be UTF-8; without a zero byte.
    let bytes: [UInt8]

    /// Its name as text.
    var name: String { String(decoding: bytes, as: UTF8.self) }
}

/// The folder in which pages are dropped.
struct InboxFolder {
    let path: String

    /// Its entries without hidden ones: copying programs write under a hidden name first.
    func entries() throws(IndexError) -> [InboxEntry] {
        try Files.rawNames(in: path).map(InboxEntry.init(bytes:)).filter {
            $0.bytes.first != UInt8(ascii: ".")
        }
    }

    /// Returns true if an entry may still be being written: it, or something below it, changed within the last second.
    func isBeingWritten(_ entry: InboxEntry) -> Bool {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Self.lastChange(at: location(of: entry)).map { Self.seconds(now) - $0 < 1 } ?? false
    }

    /// Moves an entry out of the inbox; `false`, with `errno`, if it can't be.
    func move(_ entry: InboxEntry, to target: String) -> Bool {
        rename(location(of: entry), target) == 0
    }

    private func location(of entry: InboxEntry) -> [CChar] {
        (Array((path + "/").utf8) + entry.bytes + [0]).map { CChar(bitPattern: $0) }
    }

    /// The time of the latest change at a path and below it, which the kernel alone sets, at every write and move.
    private static func lastChange(at location: [CChar]) -> Double? {
        var status = stat()
        guard lstat(location, &status) == 0 else { return nil }
        var last = seconds(status.st_ctim)
        guard status.st_mode & S_IFMT == S_IFDIR else { return last }
        let folder = String(decoding: location.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        for name in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
            if lstat("\(folder)/\(name)", &status) == 0 { last = max(last, seconds(status.st_ctim)) }
        }
        return last
    }

    private static func seconds(_ time: timespec) -> Double {
        Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
