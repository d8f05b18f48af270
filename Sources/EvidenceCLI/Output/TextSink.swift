import Evidence
import Glibc

/// Writes an answer of unknown length to standard output, or to the pager if that is a terminal.
final class TextSink {
    private let pager: UnsafeMutablePointer<FILE>?

    init(pagerFor printing: Printing) {
        let isPaged = printing.format == .text && printing.usesPager && printing.terminal.isTerminal
        pager = isPaged ? Pager.command.flatMap(Pager.open) : nil
    }

    /// A sink without a pager, for ids.
    init() { pager = nil }

    /// Writes bytes of UTF-8; throws `ReaderGone` if nobody reads on.
    func write(_ bytes: [UInt8]) throws {
        guard let pager else { return try Output.answer(bytes) }
        guard fwrite(bytes, 1, bytes.count, pager) == bytes.count, fflush(pager) == 0 else {
            throw ReaderGone()
        }
    }

    /// Writes a text; throws `ReaderGone` if nobody reads on.
    func write(_ text: String) throws { try write(Array(text.utf8)) }

    // Waits until the reader has seen enough.
    deinit {
        if let pager { pclose(pager) }
    }
}
