internal import Evidence

/// A line that states a score: `Score: 3`, `Score: 2 - Evidence shows some shortfalls`, `3 out of 4`, a pilot's
/// `Indicative score:`, the number alone, `3 - Evidence shows a good standard`; of a whole assessment `Score: 75`.
struct ScoreLine: Equatable {
    /// 1 to 4.
    private(set) var score: Int?
    /// The CQC's wording of it, as the line has it: `Evidence shows a good standard`.
    private(set) var wording: String?
    /// A number from 25 to 100, out of 100: the score of a whole assessment.
    private(set) var percentage: Int?
    private(set) var isIndicative = false
    /// True for `Overall score`.
    private(set) var isOverall = false
    /// True if the line has a label and nothing behind it: the number is in the next line.
    private(set) var isLabel = false

    /// False if the line has a label and something behind it that is no score.
    var isRead: Bool { isLabel || score != nil || percentage != nil }

    /// Reads a line; `scoreNames` gives the score of each wording, by its slug.
    init?(_ text: String, scoreNames: [String: Int]) {
        var words = FactWords(text)
        let hasLabel = takeLabel(from: &words)
        let count = words.words.count
        isLabel = hasLabel && words.isEmpty
        guard !isLabel else { return }
        takeNumber(from: &words)
        takeWording(from: &words, of: text, scoreNames)
        guard !words.isEmpty || !isRead else {
            // Without a label "3" is one, and so is "3 out of 4"; "75%" and "1/4" are something else.
            if hasLabel || wording != nil { return }
            if score != nil, count == 1 ? text.count == 1 : FactWords(text).words.contains("out") { return }
            return nil
        }
        guard hasLabel, Self.isFact(text, words) else { return nil }
        (score, wording, percentage) = (nil, nil, nil)
    }

    private mutating func takeLabel(from words: inout FactWords) -> Bool {
        var label = words
        while let word = label.take(Self.qualifiers) {
            if word == "indicative" { isIndicative = true }
            if word == "overall" { isOverall = true }
        }
        guard label.take(["score", "scored"]) != nil else {
            (isIndicative, isOverall) = (false, false)
            return false
        }
        while label.take(Self.qualifiers.union(["awarded", "given", "is", "of", "was"])) != nil {}
        words = label
        return true
    }

    private mutating func takeNumber(from words: inout FactWords) {
        var rest = words
        guard let number = rest.takeNumber() else { return }
        let whole = Self.takeWhole(from: &rest)
        switch (number.value, whole ?? (number.isPercent ? 100 : nil)) {
        case (1...4, nil), (1...4, 4): score = number.value
        case (25...100, nil), (25...100, 100): percentage = number.value
        default: return
        }
        words = rest
    }

    /// Takes `out of 4`, `/ 4` or `out of 100`.
    private static func takeWhole(from words: inout FactWords) -> Int? {
        var rest = words
        guard rest.take(all: ["out", "of"]) || rest.take(["/", "of"]) != nil, let whole = rest.takeNumber()
        else {
            return nil
        }
        words = rest
        _ = words.take(["overall"])
        return whole.value
    }

    /// Takes `Evidence shows a good standard`, of which the catalogue knows the score.
    private mutating func takeWording(
        from words: inout FactWords, of text: String, _ scoreNames: [String: Int]
    ) {
        guard percentage == nil, words.words.starts(with: ["evidence", "shows"], by: { $0 == $1 }),
            (3...8).contains(words.words.count),
            let start = text.indices.first(where: { text[$0...].prefix(8).lowercased() == "evidence" })
        else { return }
        let name = String(text[start...].trimmingSuffix { ".)".contains($0) || $0.isWhitespace })
        let known = scoreNames[slug(name)]
        guard score != nil || known != nil else { return }
        wording = name
        score = score ?? known
        words = FactWords("")
    }

    private static let qualifiers: Set<String> = [
        "cqc", "for", "indicative", "our", "overall", "quality", "statement", "the", "this",
    ]

    /// Returns true if a line with a label and no score states one all the same: `Score: n/a`, `Score 2.5`.
    ///
    /// "Score 3 was given by 4 people in 10." is a sentence.
    private static func isFact(_ text: String, _ rest: FactWords) -> Bool {
        let label = text.prefix { $0 != ":" }
        if label.endIndex < text.endIndex { return FactWords(String(label)).words.count <= 6 }
        return rest.words.count <= 2 && rest.words.first?.first?.isNumber == true && text.last != "."
    }
}
