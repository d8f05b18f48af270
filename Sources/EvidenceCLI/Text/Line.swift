/// A line of text in pieces, each with its style.
struct Line: ExpressibleByStringInterpolation {
    var runs: [Run]

    init(_ runs: [Run] = []) { self.runs = runs }

    init(_ text: some StringProtocol, _ style: Style = .plain) { self.init([Run(text, style)]) }

    init(stringLiteral text: String) { self.init(text) }

    /// The number of columns on a terminal.
    var width: Int { runs.reduce(0) { $0 + $1.width } }

    /// True if some of it reads from right to left.
    var hasRightToLeft: Bool { runs.contains { $0.text.unicodeScalars.contains { $0.isRightToLeft } } }

    /// True if its first letter reads from right to left, which decides the direction of the whole.
    var isRightToLeft: Bool {
        runs.lazy.flatMap(\.text.unicodeScalars).first { $0.isRightToLeft || $0.properties.isAlphabetic }?
            .isRightToLeft ?? false
    }

    /// The line between marks that keep its direction from changing the text beside it.
    func isolated(isRightToLeft: Bool) -> Line {
        Line([.isolate(isRightToLeft: isRightToLeft)] + runs + [.endOfIsolate])
    }

    static func + (left: Line, right: Line) -> Line {
        var sum = left
        sum += right
        return sum
    }

    static func += (left: inout Line, right: Line) {
        for run in right.runs { left.append(run) }
    }

    /// Adds a piece; joins it to the last one if both look the same.
    private mutating func append(_ run: Run) {
        if run.style == .isolation { runs.append(run) } else { append(run.text[...], run.style) }
    }

    /// Adds a part of a piece; joins it to the last one if both look the same.
    mutating func append(_ text: Substring, _ style: Style) {
        if runs.last?.style == style {
            runs[runs.count - 1].append(text)
        } else if !text.isEmpty {
            runs.append(Run(part: text, style))
        }
    }

    /// The line with spaces behind it up to a width.
    func padded(to width: Int) -> Line {
        self + Line(String(repeating: " ", count: max(0, width - self.width)))
    }

    /// The line with spaces before it up to a width.
    func leftPadded(to width: Int) -> Line {
        Line(String(repeating: " ", count: max(0, width - self.width))) + self
    }

    /// The line cut to a width, with `…` if something is missing.
    func truncated(to width: Int) -> Line {
        guard self.width > width else { return self }
        var result = Line()
        var room = width - 1
        for run in runs where room > 0 {
            let kept = run.text.prefix(columns: room)
            result.runs.append(Run(kept, run.style))
            room = kept.count < run.text.count ? 0 : room - displayWidth(kept)
        }
        return result + Line("…")
    }

    /// Lines joined with something between them.
    static func joined(_ lines: [Line], by separator: Line) -> Line {
        guard let first = lines.first else { return Line() }
        return lines.dropFirst().reduce(first) { $0 + separator + $1 }
    }
}

extension [Line] {
    /// The lines moved to the right, the first behind `first` if that is given.
    func indented(by columns: Int, first: Line? = nil) -> [Line] {
        let margin = Line(String(repeating: " ", count: columns))
        return enumerated().map { index, line in
            if index == 0, let first { return first.padded(to: columns) + line }
            return line.runs.isEmpty ? line : margin + line
        }
    }

    /// The lines of blocks with an empty line between two blocks, leaving out empty blocks.
    static func blocks(_ blocks: [[Line]]) -> [Line] {
        Array(blocks.filter { !$0.isEmpty }.joined(separator: [Line()]))
    }

    /// The lines with others beside them, from `column` on.
    func beside(_ others: [Line], at column: Int) -> [Line] {
        (0..<Swift.max(count, others.count)).map { index in
            let left = index < count ? self[index] : Line()
            guard index < others.count, !others[index].runs.isEmpty else { return left }
            return left.padded(to: column) + others[index]
        }
    }
}
