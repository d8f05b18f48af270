import Evidence
import Glibc

extension Failure {
    /// Prints the failure on standard error: the message, the query with a caret under the fault, then the advice.
    func print() {
        let terminal = Terminal(descriptor: STDERR_FILENO)
        Output.error.write(terminal.render(lines(width: terminal.width)))
    }

    /// The failure as lines.
    func lines(width: Int) -> [Line] {
        var lines = [Line("evidence: ", .problem) + Line(message)]
        if let fault {
            lines += Self.caret(under: fault.offset, of: fault.query, width: width - 2).indented(by: 2)
        }
        let hints = (hint ?? "").split(separator: "\n").map { Line($0) }
        return lines + (hints + unnamed).flatMap { $0.wrapped(to: width - 2) }.indented(by: 2)
    }

    /// The candidates, unless the hint names them all.
    private var unnamed: [Line] {
        guard let hint, candidates.allSatisfy(hint.contains) else {
            return [.joined(candidates.map { Line($0, .strong) }, by: ", ")]
        }
        return []
    }

    /// The query on one line, cut to the words around the fault, and a caret below the fault.
    private static func caret(under offset: Int, of query: String, width: Int) -> [Line] {
        let utf8 = Array(query.utf8)
        let offset = min(max(offset, 0), utf8.count)
        var before = Line(String(decoding: utf8[..<offset], as: UTF8.self))
        if before.width > width * 2 / 3 {
            let text = before.runs.map(\.text).joined()
            before = "…" + Line(String(String(text.reversed()).prefix(columns: width / 2).reversed()))
        }
        let after = Line(String(decoding: utf8[offset...], as: UTF8.self))
        return [
            before + after.truncated(to: width - before.width),
            Line(String(repeating: " ", count: before.width)) + Line("^", .problem),
        ]
    }
}
