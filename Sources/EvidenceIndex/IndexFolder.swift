internal import FoundationEssentials
internal import Glibc

/// The folder of an index: its generations, which of them is current, and the lock of its one writer.
///
/// `generations/N` are whole and never change; `current` is a symlink to one of them; `building-…` is what an
/// indexer is at, or what a killed one left.
public struct IndexFolder: Sendable {
    /// The folder.
    public let path: String

    /// Where an index is unless a program is told otherwise.
    public static let standardPath = "/var/lib/evidence/index"

    /// The folder at `path`, which need not be there yet.
    public init(path: String) { self.path = path }

    /// The folder of a generation.
    func generation(_ number: Int) -> String { "\(path)/generations/\(number)" }

    /// The number of the current generation; `nil` where there is no index yet.
    ///
    /// A folder that holds something else is an error.
    public func current() throws(IndexError) -> Int? {
        if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path + "/current") {
            guard let number = target.split(separator: "/").last.flatMap({ Int($0) }) else {
                throw .foreign(path: path, reason: "its current points to \(target)")
            }
            return number
        }
        let others = entries().filter { !["generations", "lock"].contains($0) && !$0.hasPrefix("building-") }
        guard let other = others.first else { return nil }
        throw .foreign(path: path, reason: "it holds \(other)")
    }

    /// What no other publication of a generation has, not even one of the same number in an index built anew.
    public struct Mark: Equatable, Sendable {
        fileprivate let file: UInt
        fileprivate let seconds: Int
        fileprivate let nanoseconds: Int
    }

    /// The mark of the current generation: each publication makes a symlink of its own; `nil` without an index.
    public var mark: Mark? {
        var status = stat()
        guard lstat(path + "/current", &status) == 0 else { return nil }
        return Mark(
            file: UInt(status.st_ino), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    }

    /// The numbers of the generations that are kept, ascending.
    func generations() -> [Int] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: path + "/generations")
        return (names ?? []).compactMap { Int($0) }.sorted()
    }

    /// What a killed build left.
    func leavings() -> [String] {
        entries().filter { $0.hasPrefix("building-") }.map { "\(path)/\($0)" }
    }

    private func entries() -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    /// Moves a finished build into its place and makes it current: a reader sees the old or the new, never less.
    func publish(_ building: String, as number: Int) throws(IndexError) {
        try makeFolder(path + "/generations")
        try syncAll(building)
        try move(building, to: generation(number))
        try sync(path + "/generations")
        let link = path + "/building-current"
        unlink(link)
        guard symlink("generations/\(number)", link) == 0 else { throw .system(link) }
        try move(link, to: path + "/current")
        try sync(path)
    }

    /// Removes the oldest generations until `keep` are left.
    func prune(keep: Int) {
        for number in generations().dropLast(max(1, keep)) {
            try? FileManager.default.removeItem(atPath: generation(number))
        }
    }

    func makeFolder(_ folder: String) throws(IndexError) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .file(path: folder, reason: "can't be made: \(String(cString: strerror(errno)))")
        }
    }

    private func move(_ from: String, to: String) throws(IndexError) {
        guard rename(from, to) == 0 else { throw .system(to) }
    }

    private func syncAll(_ folder: String) throws(IndexError) {
        let names = try? FileManager.default.subpathsOfDirectory(atPath: folder)
        for name in names ?? [] { try sync("\(folder)/\(name)") }
        try sync(folder)
    }

    private func sync(_ path: String) throws(IndexError) {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw .system(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system(path) }
    }
}

extension IndexError {
    /// The error of the C call that just failed, at `path`.
    static func system(_ path: String) -> IndexError {
        .file(path: path, reason: String(cString: strerror(errno)))
    }
}
