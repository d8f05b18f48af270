internal import EvidenceBuilding
internal import EvidenceSearch
internal import Glibc

/// A folder that keeps the files that came through the inbox: nothing in it is ever overwritten.
///
/// Paths are relative to it. Files are moved and written through open folders, so that no link leads out of it.
struct Shelf {
    let path: String
    private let folder: OpenFolder

    /// The bytes of the longest name, to which ".2", ".reason" and the like may be added.
    private static let longestName = 220
    /// The bytes of the longest path; a longer one is shortened to a name.
    private static let longestPath = 1_000
    /// The numbers that are tried behind a name that is taken, before a random one is.
    private static let numbers = 2...99

    /// The shelf at an absolute path, which has to be there.
    init(path: String) throws {
        guard let folder = OpenFolder(path: path) else { throw IndexError.system(path) }
        (self.path, self.folder) = (path, folder)
    }

    private init?(path: String, below parent: OpenFolder, named name: String) {
        guard let folder = parent.folder(at: name, makes: true) else { return nil }
        (self.path, self.folder) = (path, folder)
    }

    /// A shelf in a folder of this one, which is made if it isn't there.
    func shelf(named name: String) -> Shelf? {
        Shelf(path: path(of: name), below: folder, named: name)
    }

    /// The absolute path of something in it.
    func path(of name: String) -> String { "\(path)/\(name)" }

    /// The path below the shelf of an absolute path; `nil` for one that isn't below it.
    func name(at path: String) -> String? {
        path.hasPrefix(self.path + "/") ? String(path.dropFirst(self.path.count + 1)) : nil
    }

    /// Returns true if it holds something of this name, even if only a broken link.
    func has(_ name: String) -> Bool {
        var status = stat()
        return lstat(path(of: name), &status) == 0
    }

    /// A free name: the name itself, shortened if need be, or the first free one of `page.2.txt`, `page.3.txt`….
    func freeName(for name: String, besides others: Set<String> = []) -> String {
        let name = Self.fitting(name)
        let isTaken = { name in has(name) || has(name + ".reason") || others.contains(name) }
        guard isTaken(name) else { return name }
        let slash = name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex
        let dot = name[slash...].dropFirst().lastIndex(of: ".") ?? name.endIndex
        let names = Self.numbers.lazy.map { "\(name[..<dot]).\($0)\(name[dot...])" }
        return names.first { !isTaken($0) }
            ?? "\(name[..<dot]).\(String(UInt64.random(in: .min ... .max), radix: 16))\(name[dot...])"
    }

    private static func fitting(_ path: String) -> String {
        let names = path.split(separator: "/")
        if path.utf8.count > longestPath, let last = names.last {
            return "\(path.shortHash)-\(last)".shortened(toBytes: longestName)
        }
        return names.map { String($0).shortened(toBytes: longestName) }.joined(separator: "/")
    }

    /// Moves something to a path on another shelf; `false`, with `errno`, if it can't be.
    func move(_ name: String, to shelf: Shelf, as other: String) -> Bool {
        guard let (from, name) = parent(of: name), let (to, other) = shelf.parent(of: other, makes: true)
        else { return false }
        return from.move(name, to: to, as: other)
    }

    /// Writes a new file; `false`, with `errno`, if it can't be written.
    func write(_ text: String, to name: String) -> Bool {
        guard let (parent, name) = parent(of: name, makes: true) else { return false }
        return parent.write(Array(text.utf8), to: name)
    }

    /// Removes a file.
    func remove(_ name: String) { folder.remove(name) }

    /// Removes the folder of this name, and those below it, if nothing is in them any more.
    func removeIfEmpty(_ name: String) { folder.removeIfEmpty(name) }

    /// The folder that a path leads to, and the path's last name.
    private func parent(of path: String, makes: Bool = false) -> (folder: OpenFolder, name: String)? {
        guard let slash = path.lastIndex(of: "/") else { return (folder, path) }
        return folder.folder(at: path[..<slash], makes: makes).map {
            ($0, String(path[path.index(after: slash)...]))
        }
    }
}
