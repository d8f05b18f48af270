import Evidence
import Glibc

/// Where an answer of unknown length goes: to standard output, or to the pager where that is a terminal.
final class TextSink {
    private let pager: UnsafeMutablePointer<FILE>?

    init(pagerFor printing: Printing) {
        let isPaged = printing.format == .text && printing.usesPager && printing.terminal.isTerminal
        pager = isPaged ? Pager.command.flatMap(Pager.open) : nil
    }

    /// For what is never paged: ids, and the forms that programs read.
    init() { pager = nil }

    /// Writes a text; throws `ReaderGone` where nobody reads on.
    func write(_ text: String) throws {
        guard let pager else { return try Output.answer(text) }
        var text = text
        let count = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, pager) }
        guard count == text.utf8.count, fflush(pager) == 0 else { throw ReaderGone() }
    }

    /// Waits until the reader has seen enough.
    deinit {
        if let pager { pclose(pager) }
    }
}
