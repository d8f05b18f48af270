internal import Glibc

/// An open folder, below which paths are followed name by name, and never through a link.
///
/// Whoever may change what lies there can't lead a reader or a writer elsewhere. Each call returns `nil` or `false`,
/// with `errno`, if it fails.
package final class OpenFolder {
    private let descriptor: Int32

    /// Opens the folder at a path, which may lead through links.
    package init?(path: String) {
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
    }

    private init?(_ name: String, in folder: Int32) {
        descriptor = openat(folder, FileName.path(name), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// The folder at a path below this one.
    package func folder(at path: some StringProtocol, makes: Bool = false) -> OpenFolder? {
        var folder = self
        for name in path.split(separator: "/", omittingEmptySubsequences: false) {
            let name = String(name)
            guard Self.isName(name) else { return nil }
            if makes, mkdirat(folder.descriptor, FileName.path(name), 0o777) != 0, errno != EEXIST {
                return nil
            }
            guard let next = OpenFolder(name, in: folder.descriptor) else { return nil }
            folder = next
        }
        return folder
    }

    /// A descriptor of the file of this name, to read; a pipe isn't waited for.
    func file(_ name: String) -> Int32? {
        guard Self.isName(name) else { return nil }
        let file = openat(descriptor, FileName.path(name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        return file < 0 ? nil : file
    }

    /// Moves what has this name to another folder.
    package func move(_ name: String, to folder: OpenFolder, as other: String) -> Bool {
        Self.isName(name) && Self.isName(other)
            && renameat(descriptor, FileName.path(name), folder.descriptor, FileName.path(other)) == 0
    }

    /// Writes a new file; it is on the disk when this returns.
    package func write(_ bytes: [UInt8], to name: String) -> Bool {
        guard Self.isName(name) else { return false }
        let file = openat(
            descriptor, FileName.path(name), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard file >= 0 else { return false }
        defer { close(file) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return false }
            rest = rest.dropFirst(written)
        }
        return fsync(file) == 0
    }

    /// Removes a file.
    package func remove(_ name: String) { unlinkat(descriptor, FileName.path(name), 0) }

    /// Removes the folder of this name, and those below it, if nothing is in them any more.
    package func removeIfEmpty(_ name: String) {
        guard Self.isName(name), let folder = OpenFolder(name, in: descriptor) else { return }
        for below in folder.names { folder.removeIfEmpty(below) }
        unlinkat(descriptor, FileName.path(name), AT_REMOVEDIR)
    }

    private var names: [String] {
        let copy = dup(descriptor)
        guard copy >= 0, let stream = fdopendir(copy) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { name in
                    FileName.shown(name.prefix { $0 != 0 })
                })
        }
        return names
    }

    private static func isName(_ name: String) -> Bool {
        !["", ".", ".."].contains(name) && !name.utf8.contains { $0 == 0 || $0 == UInt8(ascii: "/") }
    }
}
