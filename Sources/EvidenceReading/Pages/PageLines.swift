/// The lines of a page with their numbers; paragraphs that were broken at about one width are joined again.
///
/// Text copied from a PDF or a mail is broken so. A line goes on in the next if it ends without a stop, or has no room
/// for the next line's first word. Where neither tells, the lines stay apart and it is remarked.
struct PageLines {
    /// The number of the first line that it came from, and its text.
    private(set) var lines: [(number: Int, text: String)] = []
    private(set) var doubts: [PageRemark] = []
    private let texts: [String]
    private let reader: LineReader
    private lazy var hyphens = Hyphens(texts)

    /// Lines are wrapped at 40 to 160 characters; shorter ones that go on may be items of a list.
    private static let shortest = 25
    private static let widest = 160

    init(_ texts: [String], reader: LineReader) {
        self.texts = texts
        self.reader = reader
        let breaks = texts.indices.dropLast().filter(isBreak)
        guard let width = breaks.map({ texts[$0].count }).max() else {
            lines = texts.enumerated().map { ($0.offset + 1, $0.element) }
            return
        }
        join(Set(breaks), limit: max(width + 12, width * 115 / 100))
    }

    private mutating func join(_ breaks: Set<Int>, limit: Int) {
        let isWrapped = texts.allSatisfy { $0.count <= limit }
        var start = 0
        while start < texts.count {
            var end = start
            while end + 1 < texts.count, !texts[end].isEmpty, !texts[end + 1].isEmpty,
                texts[end].count <= limit, texts[end + 1].count <= limit
            { end += 1 }
            let inside = breaks.filter { start <= $0 && $0 < end }
            if isWrapped || inside.count > 1 {
                joinRun(start...end, isSpaced: isSpaced(limit))
            } else {
                doubts += inside.map { PageRemark(line: $0 + 1, .broken) }
                lines += (start...end).map { ($0 + 1, texts[$0]) }
            }
            start = end + 1
        }
    }

    /// Returns true if the line at an index goes on in the next for certain, whatever its width.
    private func isBreak(_ index: Int) -> Bool {
        let (text, next) = (texts[index], texts[index + 1])
        guard (Self.shortest...Self.widest).contains(text.count), next.first?.isLowercase == true,
            !Self.isEnd(text),
            Bullet.item(of: next) == nil, !isInPlainList(index)
        else { return false }
        return reader.goesOn(text)
    }

    /// Returns true if the lines above lead to one that announces a list, which has lost its bullets.
    private func isInPlainList(_ index: Int) -> Bool {
        for above in texts[..<index].reversed() {
            if above.hasSuffix(":") { return true }
            guard above.first?.isLowercase == true, !Self.isEnd(above) else { return false }
        }
        return false
    }

    private static func isEnd(_ text: String) -> Bool {
        text.last.map { ".?!:;”\"…".contains($0) } ?? true
    }

    /// Returns true if blank lines part the paragraphs, so that no short line inside a run ends one.
    private func isSpaced(_ limit: Int) -> Bool {
        guard texts.contains(where: \.isEmpty) else { return false }
        return !zip(texts, texts.dropFirst()).contains { text, next in
            Self.isEnd(text) && !next.isEmpty && text.count > Self.shortest && text.count * 10 < limit * 6
                && reader.goesOn(text) && reader.goesOn(next)
        }
    }

    private mutating func joinRun(_ run: ClosedRange<Int>, isSpaced: Bool) {
        let width = texts[run].map(\.count).max() ?? 0
        lines.append((run.lowerBound + 1, texts[run.lowerBound]))
        for index in run.dropFirst() {
            let text = texts[index]
            switch Join(texts[index - 1], text, width: width, isSpaced: isSpaced, reader: reader) {
            case .no: lines.append((index + 1, text))
            case .unclear:
                doubts.append(PageRemark(line: index, .broken))
                lines.append((index + 1, text))
            case .yes:
                let (joined, doubt) = hyphens.joined(lines[lines.count - 1].text, text)
                lines[lines.count - 1].text = joined
                if let doubt { doubts.append(PageRemark(line: index, .hyphen(doubt))) }
            }
        }
    }

    /// Whether a line goes on in the next.
    private enum Join {
        case yes, no, unclear

        init(_ text: String, _ next: String, width: Int, isSpaced: Bool, reader: LineReader) {
            let isLower = next.first?.isLowercase == true
            let first = next.prefix { $0 != " " }.count
            // "waiting on 1" and "April 2023.": a date that the break parted.
            let isDate = text.last?.isNumber == true && DatesLine(next)?.unlabelled != nil
            guard Bullet.item(of: next) == nil, reader.goesOn(text),
                isLower || isDate || reader.goesOn(next)
            else {
                self = .no
                return
            }
            let hasRoom = (text.count + 1 + first) * 100 <= width * 92
            if !PageLines.isEnd(text) {
                self = isLower || !hasRoom ? .yes : .no
            } else if text.hasSuffix(":") {
                self = !isLower ? .no : hasRoom ? .unclear : .yes
            } else if hasRoom {
                self = .no
            } else {
                self = isSpaced || isLower ? .yes : .unclear
            }
        }
    }
}
