import Glibc

/// Reads whole files.
///
/// `FileManager` would bring in the half of Foundation that writes, which the command does not need.
enum Input {
    /// Returns the bytes of a file, or of standard input if the path is `-`.
    static func bytes(of path: String) throws(Errno) -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Errno(code: errno) }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Errno(code: errno) }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }
}

/// The `errno` of a system call that failed.
struct Errno: Error {
    let code: Int32

    var text: String { String(cString: strerror(code)) }
}
