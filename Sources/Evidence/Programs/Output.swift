internal import Glibc

/// A program's standard output or standard error, written to without a buffer.
public struct Output: Sendable {
    /// Data.
    public static let standard = Output(descriptor: STDOUT_FILENO)
    /// Everything else.
    public static let error = Output(descriptor: STDERR_FILENO)

    private let descriptor: Int32

    /// Writes all the bytes; returns false if the reader has gone or the disk is full.
    ///
    /// A reader that has seen enough, such as `head`, closes its end. The writer should then end quietly, and has to
    /// ignore SIGPIPE for that.
    @discardableResult
    public func write(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let written = Glibc.write(
                    descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { return false }
                rest = rest.dropFirst(written)
            }
            return true
        }
    }

    /// Writes a text.
    @discardableResult
    public func write(_ text: String) -> Bool { write(Array(text.utf8)) }
}
