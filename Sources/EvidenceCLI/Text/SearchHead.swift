import Evidence

/// The first lines of an answer: what was understood, what was corrected, and how much was found.
struct SearchHead {
    let response: SearchResponse
    let width: Int
    /// Which of the hits are shown, if that is not all of them: ` (the first 10 shown)`.
    var shown = ""

    var lines: [Line] {
        var lines = Line(response.query.understood, .strong).wrapped(to: width)
        if let corrected = response.query.corrected {
            let notice =
                "Showing results for “\(corrected.to)” (you typed “\(corrected.from)”; --exact keeps to it)"
            lines += Line(notice, .notice).wrapped(to: width)
        }
        if !response.query.synonyms.isEmpty {
            let synonyms = response.query.synonyms.joined(separator: ", ")
            lines += Line("searched as well: \(synonyms)", .dim).wrapped(to: width)
        }
        return lines + Line(counts).wrapped(to: width)
    }

    private var counts: String {
        let total = response.total
        guard total.n > 0 else { return "none of \(total.of.of("paragraph"))" }
        var text = "\(total.isExact ? "" : "at least ")\(total.n.grouped) of \(total.of.of("paragraph"))"
        if total.allWords < total.n, response.query.match == .some {
            text += "; \(total.allWords.grouped) with all the words"
            text += total.allWords == 0 || response.query.isQuestion ? "" : ", which come first"
        }
        return text + shown
    }
}
