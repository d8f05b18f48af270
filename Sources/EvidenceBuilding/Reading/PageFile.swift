internal import Evidence
internal import EvidenceReading
internal import FoundationEssentials
internal import Glibc

/// A file that can't be read, with the system's reason.
struct UnreadableFile: Error {
    let reason: String
}

/// Reads the bytes of pages.
enum PageFile {
    /// The bytes of a file; one that is larger than any page isn't read.
    static func bytes(of file: FoundFile) throws -> [UInt8] {
        var status = stat()
        guard stat(file.location, &status) == 0 else { throw unreadable() }
        guard status.st_size <= PageReader.largestPage else {
            throw PageError.tooLarge(bytes: Int(status.st_size))
        }
        let descriptor = open(file.location, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable() }
        defer { close(descriptor) }
        return try bytes(of: descriptor, count: Int(status.st_size))
    }

    /// What standard input holds, to its end or to a byte more than a page may have.
    static func standardInput() throws(UnreadableFile) -> [UInt8] {
        try bytes(of: STDIN_FILENO, count: PageReader.largestPage + 1)
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

/// What a file system says of its room.
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
