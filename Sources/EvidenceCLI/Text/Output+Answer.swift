import Evidence
import Glibc

extension Output {
    /// Writes an answer to standard output; a reader that has gone is no error, for it has seen enough.
    static func answer(_ bytes: [UInt8]) throws {
        guard !standard.write(bytes), errno != EPIPE else { return }
        throw Failure(ExitStatus.partial, "can't write the answer: \(String(cString: strerror(errno)))")
    }

    /// Writes text as an answer.
    static func answer(_ text: String) throws { try answer(Array(text.utf8)) }
}
