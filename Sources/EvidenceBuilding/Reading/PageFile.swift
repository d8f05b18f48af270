internal import Evidence
internal import EvidenceReading
internal import FoundationEssentials
internal import Glibc

/// The reason why a file can't be read.
struct UnreadableFile: Error {
    let reason: String
}

/// Reads the bytes of pages.
enum PageFile {
    /// The bytes of a file; one that is larger than any page isn't read.
    static func bytes(of file: FoundFile) throws -> [UInt8] {
        let descriptor = try open(file.location, followsLinks: file.followsLinks)
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable() }
        guard status.st_size <= PageReader.largestFile else {
            throw PageError.tooLarge(bytes: Int(status.st_size))
        }
        return try bytes(of: descriptor, count: Int(status.st_size))
    }

    /// A descriptor of the file at an absolute path; what is no file is an error, and so is a link on the way to it
    /// unless links are followed.
    static func open(_ location: String, followsLinks: Bool) throws(UnreadableFile) -> Int32 {
        let descriptor =
            followsLinks
            ? Glibc.open(FileName.path(location), O_RDONLY | O_NONBLOCK | O_CLOEXEC)
            : try openDirectly(location)
        guard descriptor >= 0 else { throw unreadable() }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw UnreadableFile(reason: "not a file any more")
        }
        return descriptor
    }

    private static func openDirectly(_ location: String) throws(UnreadableFile) -> Int32 {
        guard let root = OpenFolder(path: "/") else { throw unreadable() }
        let slash = location.lastIndex(of: "/") ?? location.startIndex
        let path = location[..<slash].dropFirst()
        guard let folder = path.isEmpty ? root : root.folder(at: path),
            let file = folder.file(String(location[slash...].dropFirst()))
        else {
            guard errno == ELOOP || errno == ENOTDIR else { throw unreadable() }
            throw UnreadableFile(reason: "can't be read: a link leads there; give the file itself")
        }
        return file
    }

    /// The bytes of standard input, to its end or to one more than a page may have.
    static func standardInput() throws(UnreadableFile) -> [UInt8] {
        try bytes(of: STDIN_FILENO, count: PageReader.largestFile + 1)
    }

    private static func bytes(of descriptor: Int32, count: Int) throws(UnreadableFile) -> [UInt8] {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = read(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled)
                if got < 0, errno == EINTR { continue }
                failed = got < 0
                if got <= 0 { break }
                filled += got
            }
        }
        if failed { throw unreadable() }
        return bytes
    }

    private static func unreadable() -> UnreadableFile {
        UnreadableFile(reason: "can't be read: \(String(cString: strerror(errno)))")
    }
}

/// The room on a file system.
enum Disk {
    /// The bytes that the files below a folder take.
    static func size(of folder: String) -> Int {
        let names = try? FileManager.default.subpathsOfDirectory(atPath: folder)
        return (names ?? []).reduce(into: 0) { total, name in
            var status = stat()
            if stat("\(folder)/\(name)", &status) == 0 { total += Int(status.st_size) }
        }
    }

    /// The bytes that may still be written at a path.
    static func available(at path: String) -> Int {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return .max }
        return Int(status.f_bavail) * Int(status.f_frsize)
    }
}
