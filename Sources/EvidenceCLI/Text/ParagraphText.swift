import Evidence

/// A paragraph as text, sentence by sentence with who said each, between its neighbours.
struct ParagraphText {
    let response: ParagraphResponse
    let width: Int
    /// If true, underlined words can be seen.
    let underlines: Bool

    /// Longer lines are hard to read.
    private static let longest = 110

    var lines: [Line] {
        .blocks([head] + neighbours(response.before) + [itself] + neighbours(response.after))
    }

    private func neighbours(_ hits: [Hit]) -> [[Line]] { hits.map { HitText.neighbour($0, width: room) } }

    private var room: Int { min(width, Self.longest) }

    private var head: [Line] {
        let hit = response.paragraph
        let text = HitText(hit: hit)
        let line = "\(hit.source.path), line \(hit.source.line)"
        let source = hit.url.map { "\($0) · \(line)" } ?? line
        return text.title.wrapped(to: room) + text.circumstances.wrapped(to: room)
            + text.saidBy.wrapped(to: room)
            + Line(source, .dim).wrapped(to: room) + [Line("\(hit.id)@\(hit.fingerprint)", .dim)]
    }

    /// The paragraph; under a heading like theirs if others stand beside it.
    private var itself: [Line] {
        let isAlone = response.before.isEmpty && response.after.isEmpty
        return (isAlone ? [] : HitText.heading(of: response.paragraph, .strong, width: room)) + sentences
    }

    /// Each sentence behind its source.
    private var sentences: [Line] {
        let sources = response.paragraph.sentences.map(source)
        let margin = min(sources.map(\.width).max() ?? 0, 16) + 2
        return zip(sources, response.paragraph.sentences).flatMap { source, sentence in
            source.wrapped(to: margin - 2).beside(lines(of: sentence, width: room - margin), at: margin)
        }
    }

    private func source(of sentence: Hit.SpokenSentence) -> Line {
        sentence.saidBy.isEmpty
            ? Line("–", .dim) : Line(sentence.saidBy.map(\.label).joined(separator: ", "), .source)
    }

    /// The sentence with the words that decided its source underlined, or below it if that can't be shown.
    private func lines(of sentence: Hit.SpokenSentence, width: Int) -> [Line] {
        let decisive = because(in: sentence)
        let text = Line(String(sentence.text), marking: decisive, as: .because).wrapped(to: width)
        guard let because = sentence.because, decisive.isEmpty || !underlines else { return text }
        return text + Line("because of “\(because)”", .dim).wrapped(to: width)
    }

    private func because(in sentence: Hit.SpokenSentence) -> [Range<Int>] {
        guard let because = sentence.because, let range = sentence.text.firstRange(of: because) else {
            return []
        }
        let start = sentence.text.utf8.distance(from: sentence.text.startIndex, to: range.lowerBound)
        return [start..<start + because.utf8.count]
    }
}
