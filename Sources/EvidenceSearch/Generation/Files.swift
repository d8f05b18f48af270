internal import FoundationEssentials
internal import Glibc

/// Calls of the file system that fail with the path and the system's reason, where anything is left undone.
///
/// Foundation's take a folder for whole that can't be read to its end, and a file that was written in part.
package enum Files {
    /// The names of what a folder holds, in byte order.
    package static func names(in folder: String) throws(IndexError) -> [String] {
        try rawNames(in: folder).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The names of what a folder holds as the file system has them, which need not be UTF-8, in byte order.
    package static func rawNames(in folder: String) throws(IndexError) -> [[UInt8]] {
        try rawNames(at: Array(folder.utf8CString), shown: folder)
    }

    /// The names of what a folder holds, by its path's bytes; `shown` is its path in an error.
    package static func rawNames(at path: [CChar], shown folder: String) throws(IndexError) -> [[UInt8]] {
        guard let stream = opendir(path) else { throw .system(folder) }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            names.append(withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) })
        }
        guard errno == 0 else { throw .system(folder) }
        return names.filter { $0 != [dot] && $0 != [dot, dot] }.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private static let dot = UInt8(ascii: ".")

    /// All that is below a folder: the paths below it of the folders, and of what is no folder.
    package static func below(_ folder: String) throws(IndexError) -> (folders: [String], others: [String]) {
        var folders: [String] = []
        var others: [String] = []
        for name in try names(in: folder) {
            var status = stat()
            guard lstat("\(folder)/\(name)", &status) == 0 else { throw .system("\(folder)/\(name)") }
            guard status.st_mode & S_IFMT == S_IFDIR else {
                others.append(name)
                continue
            }
            let below = try below("\(folder)/\(name)")
            folders += [name] + below.folders.map { "\(name)/\($0)" }
            others += below.others.map { "\(name)/\($0)" }
        }
        return (folders, others)
    }

    /// Hands the bytes of a file to `body`, a piece after the other; `false` for what is no file.
    package static func read(
        _ path: String, _ body: (UnsafeRawBufferPointer) throws(IndexError) -> Void
    ) throws(IndexError) -> Bool {
        // Opening a pipe would wait for its writer, and a link could lead anywhere.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
        if descriptor < 0, errno == ELOOP { return false }
        guard descriptor >= 0 else { throw .system(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(path) }
        guard status.st_mode & S_IFMT == S_IFREG else { return false }
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
        defer { piece.deallocate() }
        while true {
            let count = Glibc.read(descriptor, piece.baseAddress, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(path) }
            guard count > 0 else { return true }
            try body(UnsafeRawBufferPointer(rebasing: piece[..<count]))
        }
    }

    /// The bytes of a file; `nil` if there is none.
    package static func bytes(of path: String) throws(IndexError) -> [UInt8]? {
        guard access(path, F_OK) == 0 || errno != ENOENT else { return nil }
        var bytes: [UInt8] = []
        return try read(path) { bytes += $0 } ? bytes : nil
    }

    /// The target of a link; `nil` if the path is no link or is not there.
    static func target(of path: String) throws(IndexError) -> String? {
        var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &bytes, bytes.count)
        guard count < 0 else {
            return String(decoding: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        guard errno == ENOENT || errno == EINVAL else { throw .system(path) }
        return nil
    }
}

extension IndexError {
    /// The error that a call of Foundation's has thrown, with the system's reason if it has one.
    package init(_ error: any Error, at path: String) {
        let system = (error as? CocoaError)?.underlying as? POSIXError
        self = .file(
            path: path, reason: system.map { String(cString: strerror($0.code.rawValue)) } ?? "\(error)")
    }

    /// The reason of the error, without the path.
    package var reason: String {
        if case .file(_, let reason) = self { reason } else { description }
    }
}
