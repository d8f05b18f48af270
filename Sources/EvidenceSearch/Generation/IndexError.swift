internal import Evidence
internal import Glibc

/// Why an index can't be read, made or changed.
public enum IndexError: Error, Equatable, CustomStringConvertible, Sendable {
    /// There is no index in the folder yet.
    case noIndex(path: String)
    /// The folder holds something else.
    case foreign(path: String, reason: String)
    /// A program of another version made the index.
    case schema(path: String, found: Int, ours: Int)
    /// The index is damaged.
    case damaged(path: String, reason: String)
    /// Another indexer is at work on the index.
    case locked(path: String)
    /// A file or a folder can't be written or read.
    case file(path: String, reason: String)
    /// There isn't room for the next generation.
    case noRoom(path: String, needed: Int, available: Int)
    /// A data file is in none of the folders.
    case dataFileMissing(name: String, folders: [String])
    /// A data file can't be used.
    case dataFileBad(path: String, reason: String)
    /// A path to index, or to remove, isn't there.
    case unknownPath(path: String)
    /// None of the pages that an index is to be built anew from can be read.
    case nothingReadable(path: String, page: String, reason: String)
    /// No process can be had that reads web pages and archives and can do nothing else.
    case noSandbox(reason: String)
    /// One web address was given for several pages.
    case addressOfSeveral(count: Int)
    /// Nothing in the index has this name.
    case nothingNamed(String)

    /// One clause: the fault, and where it is.
    ///
    /// Each program adds the remedy for its user.
    public var description: String {
        switch self {
        case .noIndex(let path):
            "no index at \(path)"
        case .foreign(let path, let reason):
            "\(path) is not an index of ours (\(reason))"
        case .schema(let path, let found, let ours):
            """
            the index at \(path) was made by \(found > ours ? "a newer" : "an older") program \
            (schema \(found), this one reads \(ours))
            """
        case .damaged(let path, let reason):
            "the index at \(path) is damaged (\(reason))"
        case .locked(let path):
            "another evidence-index is at work on \(path)"
        case .file(let path, let reason):
            "\(path): \(reason)"
        case .noRoom(let path, let needed, let available):
            "no room for the next generation at \(path): it needs \(megabytes(needed)) and \(megabytes(available)) are free"
        case .dataFileMissing(let name, let folders):
            "no \(name) in \(folders.joined(separator: ", "))"
        case .dataFileBad(let path, let reason):
            "\(path) can't be used: \(reason)"
        case .unknownPath(let path):
            "no file or folder at \(path)"
        case .nothingReadable(let path, let page, let reason):
            "none of its pages can be read, so the index at \(path) stays as it was (\(page): \(reason))"
        case .noSandbox(let reason):
            "web pages and archives are read in a process that can do nothing else, which can't be had here: \(reason)"
        case .addressOfSeveral(let count):
            "one web address was given for \(count) pages"
        case .nothingNamed(let name):
            "nothing in the index is named \(name)"
        }
    }

    private func megabytes(_ bytes: Int) -> String { "\(bytes / 1_048_576) MiB" }
}

extension IndexError {
    /// The exit status of a program that ends because of it.
    public var exitStatus: Int32 {
        switch self {
        case .unknownPath, .addressOfSeveral, .nothingNamed, .dataFileBad, .dataFileMissing: ExitStatus.usage
        case .locked: ExitStatus.tryAgain
        case .noIndex, .foreign, .schema, .damaged, .file, .noRoom, .nothingReadable, .noSandbox:
            ExitStatus.unusable
        }
    }
}

extension IndexError {
    /// The error of the C call that just failed, at `path`.
    package static func system(_ path: String) -> IndexError {
        .file(path: path, reason: String(cString: strerror(errno)))
    }
}
