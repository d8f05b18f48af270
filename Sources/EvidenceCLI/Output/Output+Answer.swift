import Evidence
import Glibc

/// The reader of the output has gone, because it has seen enough; that is no error.
struct ReaderGone: Error {}

extension Output {
    /// Writes an answer to standard output; throws `ReaderGone` if nobody reads on.
    static func answer(_ bytes: [UInt8]) throws {
        guard !standard.write(bytes) else { return }
        guard errno != EPIPE else { throw ReaderGone() }
        throw Failure(ExitStatus.partial, "can't write the answer: \(String(cString: strerror(errno)))")
    }

    /// Writes text as an answer.
    static func answer(_ text: String) throws { try answer(Array(text.utf8)) }
}
