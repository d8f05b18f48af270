package import EvidenceSearch
internal import FoundationEssentials
internal import Glibc

extension Files {
    /// Writes a file; it is on the disk when this returns.
    package static func write(_ bytes: [UInt8], to path: String) throws(IndexError) {
        let descriptor = try create(path)
        defer { close(descriptor) }
        try bytes.withUnsafeBufferPointer { bytes throws(IndexError) in
            try write(UnsafeRawBufferPointer(bytes), to: descriptor, path)
        }
        guard fsync(descriptor) == 0 else { throw .system(path) }
    }

    /// Copies a file.
    static func copy(_ path: String, to copy: String) throws(IndexError) {
        let descriptor = try create(copy)
        defer { close(descriptor) }
        let isFile = try read(path) { bytes throws(IndexError) in try write(bytes, to: descriptor, copy) }
        guard isFile else { throw .file(path: path, reason: "no file") }
    }

    /// Removes a file, or a folder with all that is below it.
    package static func remove(_ path: String) throws(IndexError) {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw IndexError(error, at: path)
        }
    }

    private static func create(_ path: String) throws(IndexError) -> Int32 {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .system(path) }
        return descriptor
    }

    private static func write(
        _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, _ path: String
    ) throws(IndexError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = Glibc.write(
                descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw .system(path) }
            rest = rest.dropFirst(written)
        }
    }
}
