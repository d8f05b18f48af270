import Evidence

/// Changes as lines for people: below each generation its pages, and below each page its sentences.
struct ChangesText {
    let response: ChangesResponse
    let width: Int

    var lines: [Line] {
        guard !response.changes.isEmpty else { return Line("nothing changed").wrapped(to: width) }
        var blocks: [[Line]] = []
        var last: Int?
        for change in response.changes {
            if change.generation != last {
                let heading = "generation \(change.generation) of \(change.when.prefix(10))"
                blocks.append(Line(heading, .strong).wrapped(to: width))
            }
            last = change.generation
            blocks.append(lines(of: change))
        }
        return .blocks(blocks)
    }

    private func lines(of change: ChangesResponse.Change) -> [Line] {
        let page = Line(change.kind.rawValue.padded(to: Self.margin), .source) + Line(change.page, .strong)
        return [page] + (facts(of: change) + change.sentences.flatMap(lines)).indented(by: Self.margin)
    }

    /// `score 2 → 3 · rating requires-improvement → good · 1 paragraph new, 1 gone, 20 as before`.
    private func facts(of change: ChangesResponse.Change) -> [Line] {
        let counts = [
            (change.paragraphs.added, "new"), (change.paragraphs.removed, "gone"),
            (change.paragraphs.kept, "as before"),
        ].filter { $0.0 > 0 }
        let paragraphs = counts.enumerated().map { index, count in
            "\(index == 0 ? count.0.of("paragraph") : count.0.grouped) \(count.1)"
        }
        let parts: [String?] = [
            step("score", change.score.from.map(String.init), change.score.to.map(String.init), of: change),
            step("rating", change.rating.from, change.rating.to, of: change),
            paragraphs.joined(separator: ", "),
        ]
        let text = parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
        return Line(text).wrapped(to: width - Self.margin)
    }

    /// A value before and after, or the value of a page that came or went.
    private func step(
        _ name: String, _ from: String?, _ to: String?, of change: ChangesResponse.Change
    ) -> String? {
        let isHalf = change.kind == .added && from == nil || change.kind == .removed && to == nil
        guard let value = to ?? from else { return nil }
        return from == to || isHalf ? "\(name) \(value)" : "\(name) \(from ?? "none") → \(to ?? "none")"
    }

    /// A sentence's id, and below it the text before and after.
    private func lines(of sentence: ChangesResponse.Sentence) -> [Line] {
        let room = width - Self.margin - 2
        func text(_ text: String?, _ sign: String) -> [Line] {
            text.map { Line($0).wrapped(to: room - 2).indented(by: 2, first: Line(sign)) } ?? []
        }
        return [Line(sentence.id, .dim)] + (text(sentence.from, "-") + text(sentence.to, "+")).indented(by: 2)
    }

    private static let margin = 9
}

extension String {
    /// The text with spaces behind it up to a width.
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
