internal import FoundationEssentials
internal import Glibc

/// A file that a run was given, by itself or in a folder.
struct FoundFile: Equatable {
    /// Where it is on this machine.
    let location: String
    /// The path below the folder given, behind that folder's own name.
    let path: String
    /// Its size in bytes.
    let size: Int
}

/// Finds the files below the paths given to a run: each path in the order given, a folder's files in byte order,
/// hidden ones left out.
struct PageWalk {
    /// The files in order, each once.
    private(set) var files: [FoundFile] = []
    /// The folders given, as they are on this machine.
    private(set) var folders: [String] = []
    /// What can't be read or isn't a file, with the reason.
    private(set) var unreadable: [SkippedPage] = []
    private var seen: Set<String> = []

    /// Walks over the paths; one that isn't there is an error before any is walked.
    init(paths: [String]) throws(IndexError) {
        var roots: [String] = []
        for path in paths {
            guard let root = realPath(path) else { throw .unknownPath(path: path) }
            roots.append(root)
        }
        for root in roots {
            if isFolder(root) { folders.append(root) }
            visit(root, path: root.split(separator: "/").last.map(String.init) ?? "root")
        }
    }

    private mutating func visit(_ location: String, path: String) {
        // By its real path each file and folder is met once, so that links can't lead in a circle.
        guard let real = realPath(location) else { return skip(path, reason: "a link to nothing") }
        guard seen.insert(real).inserted else { return }
        var status = stat()
        guard stat(real, &status) == 0 else { return skip(path, reason: String(cString: strerror(errno))) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: visitFolder(location, path: path)
        case S_IFREG: files.append(FoundFile(location: location, path: path, size: Int(status.st_size)))
        default: skip(path, reason: "neither a file nor a folder")
        }
    }

    private mutating func visitFolder(_ location: String, path: String) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: location) else {
            return skip(path, reason: "the folder can't be read: \(String(cString: strerror(errno)))")
        }
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        where !name.hasPrefix(".") {
            visit("\(location)/\(name)", path: "\(path)/\(name)")
        }
    }

    private mutating func skip(_ path: String, reason: String) {
        unreadable.append(SkippedPage(path: path, reason: reason))
    }
}

/// The absolute path without links: `realpath(3)`; `nil` where nothing is there.
func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
}

private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
