internal import Evidence
internal import Glibc

/// The progress of a run: a bar on a terminal, else a line per 1,000 pages; both on standard error.
struct Progress {
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private var shown = -1

    private static let width = 30

    mutating func show(done: Int, of total: Int) {
        if isTerminal {
            draw(done: done, of: total)
        } else if done.isMultiple(of: 1_000) {
            tell(done: done, of: total)
        }
    }

    /// Takes the bar off the screen.
    func end() {
        if isTerminal, shown >= 0 { Output.error.write("\r\u{1B}[K") }
    }

    private mutating func draw(done: Int, of total: Int) {
        let percent = done * 100 / max(1, total)
        guard percent != shown else { return }
        shown = percent
        let filled = percent * Self.width / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
        Output.error.write("\r\(bar) \(percent)%  \(done) of \(total) pages")
    }

    private func tell(done: Int, of total: Int) {
        Output.error.write("\(done) of \(total) pages\n")
    }
}
