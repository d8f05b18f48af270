internal import EvidenceBuilding
internal import EvidenceSearch
internal import FoundationEssentials
internal import Glibc

/// A folder that keeps what came through the inbox: nothing in it is ever overwritten.
struct Shelf {
    let path: String

    /// The path of something in it.
    func path(of name: String) -> String { "\(path)/\(name)" }

    /// Whether it holds this, even if only as a broken link.
    func has(_ name: String) -> Bool {
        var status = stat()
        return lstat(path(of: name), &status) == 0
    }

    /// The name, or where that is taken the first of `page.2.txt`, `page.3.txt`… that is free.
    func freeName(for name: String, besides others: [String]) -> String {
        let isTaken = { name in has(name) || has(name + ".reason") || others.contains(name) }
        guard isTaken(name) else { return name }
        let slash = name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex
        let dot = name[slash...].dropFirst().lastIndex(of: ".") ?? name.endIndex
        var number = 2
        while true {
            let other = "\(name[..<dot]).\(number)\(name[dot...])"
            if !isTaken(other) { return other }
            number += 1
        }
    }

    /// Makes the folder that something is to be in.
    func makeFolder(above name: String) throws {
        let file = URL(filePath: path(of: name))
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    }

    /// What is neither a file nor a folder, at a name and below it: links could lead out of the inbox.
    func strangers(_ name: String) -> [String] {
        let below = (try? FileManager.default.subpathsOfDirectory(atPath: path(of: name))) ?? []
        return ([name] + below.map { "\(name)/\($0)" }).filter { name in
            var status = stat()
            guard lstat(path(of: name), &status) == 0 else { return false }
            return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
        }
    }

    /// Removes the folder of this name, and those below it, where there is nothing in them any more.
    func removeIfEmpty(_ name: String) {
        let below = (try? FileManager.default.subpathsOfDirectory(atPath: path(of: name))) ?? []
        for folder in below.sorted().reversed() { rmdir(path(of: "\(name)/\(folder)")) }
        rmdir(path(of: name))
    }
}

/// The names that a run has moved and not yet indexed, one behind the other with a zero byte after each.
struct InboxJournal {
    let path: String

    /// What the run before left.
    var names: [String] {
        let data = FileManager.default.contents(atPath: path) ?? Data()
        return data.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Writes the names, on the disk when this returns.
    func write(_ names: [String]) throws {
        if names.isEmpty {
            unlink(path)
            return
        }
        var bytes: [UInt8] = []
        for name in names { bytes += Array(name.utf8) + [0] }
        try Files.write(bytes, to: path + ".new")
        guard rename(path + ".new", path) == 0 else { throw IndexError.system(path) }
    }
}
