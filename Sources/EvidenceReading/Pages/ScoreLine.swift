/// The line of a score: `Score: 3`, `Score 3`, a pilot's `Indicative score:`, or the number alone.
struct ScoreLine {
    /// 1 to 4; `nil` if the number is in the next line, or is none that the CQC gives.
    let score: Int?
    let isIndicative: Bool

    /// Reads the line from its slug, in which a colon and the space before it are one hyphen.
    init?(slug: String) {
        var words = slug.split(separator: "-")[...]
        isIndicative = words.first == "indicative"
        if isIndicative { words = words.dropFirst() }
        let hasLabel = words.first == "score"
        if hasLabel { words = words.dropFirst() }
        let number = words.first.flatMap { Int($0) }
        guard words.count <= 1, words.isEmpty || number != nil, hasLabel || words.first?.count == 1 else {
            return nil
        }
        score = number.flatMap { (1...4).contains($0) ? $0 : nil }
    }
}

/// The line after it: `3 - Evidence shows a good standard`, with a hyphen, a dash or neither.
struct ScoreWording {
    let score: Int
    let name: String

    /// Reads the line; `slug` is its slug, `3-evidence-shows-a-good-standard`.
    init?(_ text: String, slug: String) {
        let words = slug.split(separator: "-")
        guard (4...9).contains(words.count), words[1...2].elementsEqual(["evidence", "shows"]),
            let score = Int(words[0]), (1...4).contains(score)
        else { return nil }
        self.score = score
        name = String(text.drop { !$0.isLetter }.trimmingSuffix { $0 == "." })
    }
}
