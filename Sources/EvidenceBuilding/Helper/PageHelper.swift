internal import CReadPage
internal import EvidenceSearch
internal import FoundationEssentials
internal import Glibc
internal import Synchronization

/// Reads saved web pages and archives in a process of its own that can do nothing else: `read-page`.
///
/// Such a process is started when there is something to read, and kept for what comes next. Each thread that reads has
/// one to itself. One that fails or takes too long at a page is killed, and the next page gets a new one.
public final class PageHelper: Sendable {
    private let program: String
    private let isLocked: Bool
    /// The time that a page may take, and each step of an archive.
    private let limit: Duration
    private let idle = Mutex<[HelperProcess]>([])

    /// The processor's time after which a process is replaced, so that none reaches its own limit.
    private static let longestTime = Duration.seconds(60)

    /// A helper with the program that stands beside this one, or below the same prefix.
    ///
    /// If `isLocked` is false, the process has limits of memory and time, and no locks.
    public convenience init(isLocked: Bool = true) {
        self.init(program: Self.standardProgram, isLocked: isLocked, limit: .seconds(10))
    }

    init(program: String, isLocked: Bool = true, limit: Duration) {
        (self.program, self.isLocked, self.limit) = (program, isLocked, limit)
    }

    static var standardProgram: String {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let folder = URL(filePath: own).deletingLastPathComponent()
        let beside = folder.appending(path: "read-page").path
        guard !FileManager.default.fileExists(atPath: beside) else { return beside }
        return folder.deletingLastPathComponent().appending(path: "libexec/evidence/read-page").path
    }

    /// Lends a process that nobody else uses; it stays if `body` ends well, or with a fault of what was read.
    private func lend<Result>(_ body: (HelperProcess) throws -> Result) throws -> Result {
        let process =
            try idle.withLock { $0.popLast() }
            ?? HelperProcess(program, isLocked: isLocked, within: limit)
        do {
            let result = try body(process)
            keep(process)
            return result
        } catch let error as ReadingFault {
            keep(process)
            throw error
        }
    }

    private func keep(_ process: HelperProcess) {
        guard process.time < Self.longestTime else { return }
        idle.withLock { $0.append(process) }
    }
}

extension PageHelper {
    /// The answer to a page in UTF-8: its text, its addresses with a line feed after each, and whether it declares UTF-8.
    func html(_ page: [UInt8]) throws -> (text: [UInt8], addresses: String, declaresUTF8: Bool) {
        try lend { process in
            let deadline = Deadline(limit)
            var (addresses, declaresUTF8) = ("", false)
            try process.send(RP_HTML, page, until: deadline)
            while true {
                let frame = try process.receive(until: deadline)
                switch frame.kind {
                case RP_ADDRESSES: addresses = frame.text
                case RP_DECLARES_UTF8: declaresUTF8 = true
                case RP_TEXT: return (frame.bytes, addresses, declaresUTF8)
                default: throw frame.fault
                }
            }
        }
    }

    /// Lends the archive at a path to `body`.
    func archive(at path: String, followsLinks: Bool, _ body: (Archive) throws -> Void) throws {
        let descriptor = try PageFile.open(path, followsLinks: followsLinks)
        defer { close(descriptor) }
        try lend { process in try body(Archive(descriptor, in: process, limit: limit)) }
    }
}
