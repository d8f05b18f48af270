/// The output that a guide shows for a command, in which a line `…` stands for lines left out.
struct GuideOutput {
    private let shown: [String]
    /// The runs of lines between the lines `…`.
    private let runs: [[String]]

    static let gap = "…"

    init(_ shown: some Sequence<String>) {
        self.shown = Array(shown)
        runs = self.shown.split(separator: Self.gap, omittingEmptySubsequences: false).map(Array.init)
    }

    /// Returns true if the lines are these, but for what is left out.
    func matches(_ lines: [String]) -> Bool {
        guard runs.count > 1 else { return shown == lines }
        var rest = lines[...]
        let (first, last) = (runs[0], runs[runs.count - 1])
        guard rest.starts(with: first) else { return false }
        rest = rest.dropFirst(first.count)
        guard rest.suffix(last.count).elementsEqual(last) else { return false }
        rest = rest.dropLast(last.count)
        for run in runs.dropFirst().dropLast() {
            guard let found = rest.firstRange(of: run) else { return false }
            rest = rest[found.upperBound...]
        }
        return true
    }

    /// What to show of the lines: as many at the beginning, at the end and at each place between as are shown now.
    func renewed(_ lines: [String]) -> [String] {
        guard runs.count > 1, !matches(lines) else { return matches(lines) ? shown : lines }
        let (first, last) = (runs[0].count, runs[runs.count - 1].count)
        var kept = Array(lines.prefix(first)) + [Self.gap]
        var rest = lines.dropFirst(first).dropLast(last)
        for run in runs.dropFirst().dropLast() {
            let best = Self.likest(to: run, in: rest)
            kept += rest[best..<min(best + run.count, rest.endIndex)] + [Self.gap]
            rest = rest[min(best + run.count, rest.endIndex)...]
        }
        return kept + lines.suffix(last)
    }

    /// Where the lines begin that have most in common with a run; the first such place.
    private static func likest(to run: [String], in lines: ArraySlice<String>) -> Int {
        lines.indices.max { earlier, later in
            score(of: run, at: earlier, in: lines) < score(of: run, at: later, in: lines)
        } ?? lines.startIndex
    }

    /// The number of words at the beginning of lines that stand in the run at the same place.
    private static func score(of run: [String], at start: Int, in lines: ArraySlice<String>) -> Int {
        zip(run, lines[start...]).reduce(0) { sum, pair in
            let (old, new) = (pair.0.split(separator: " "), pair.1.split(separator: " "))
            return sum + zip(old, new).count { $0 == $1 }
        }
    }
}
