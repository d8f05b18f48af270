internal import Glibc

/// The folder of an index: its generations, which of them is current, and the lock of its one writer.
///
/// `generations/N` are whole and never change; `current` is a symlink to one of them; `building-…` is what an
/// indexer is at, or what a killed one left.
public struct IndexFolder: Sendable {
    /// The folder.
    public let path: String

    /// The path of the index unless a program is told another.
    public static let standardPath = "/var/lib/evidence/index"

    /// The folder at `path`, which need not be there yet.
    public init(path: String) { self.path = path }

    /// The numbers that a generation, or a page of one, may have.
    package static let numbers = 1...999_999_999

    /// The number that is the name of a generation's folder; `nil` for every other name.
    package static func number(_ name: some StringProtocol) -> Int? {
        guard (1...9).contains(name.utf8.count), name.utf8.first != UInt8(ascii: "0"),
            name.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return Int(name)
    }

    /// Returns true if what holds these names is an index, whole or in the making.
    package static func isIndex(holding names: [String]) -> Bool {
        names.contains { $0 == "current" || $0 == "lock" }
            && names.allSatisfy {
                ["current", "generations", "lock"].contains($0) || $0.hasPrefix("building-")
            }
    }

    /// The folder of a generation.
    package func generation(_ number: Int) -> String { "\(path)/generations/\(number)" }

    /// The number of the current generation; `nil` if there is no index yet.
    ///
    /// A folder that holds something else is an error.
    public func current() throws(IndexError) -> Int? {
        if let target = try Files.target(of: path + "/current") {
            guard let number = target.split(separator: "/").last.flatMap(Self.number) else {
                throw .foreign(path: path, reason: "its current points to \(target)")
            }
            return number
        }
        let others = try entries().filter {
            !["generations", "lock"].contains($0) && !$0.hasPrefix("building-")
        }
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

    /// The names of what it holds; none if there is no folder.
    package func entries() throws(IndexError) -> [String] {
        guard access(path, F_OK) == 0 || errno != ENOENT else { return [] }
        return try Files.names(in: path)
    }
}
