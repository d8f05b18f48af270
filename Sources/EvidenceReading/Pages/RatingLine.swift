internal import Evidence

/// A line of the lists of ratings and scores on a summary page; it names no section and is no evidence.
struct RatingLine: Equatable {
    private(set) var rating: Rating?
    /// Out of 100.
    private(set) var percentage: Int?
    /// The slug of a statement that the line names before its score.
    private(set) var statement: String?
    private(set) var score: Int?
    /// False if the line has the label of a rating and something else behind it.
    private(set) var isRead = true

    /// Reads a line; `slug` is its slug, and `isAuthority` says whether a text is the name of an authority.
    init?(
        _ text: String, slug: String, statements: [String: String], scoreNames: [String: Int],
        isAuthority: (String) -> Bool
    ) {
        if readStatement(text, statements, scoreNames) { return }
        if Self.labels.contains(slug) || scoreNames[slug] != nil { return }
        guard !text.hasSuffix(".") || slug.hasPrefix("scored-") else { return nil }
        if let stated = StatedRating(in: text) {
            (rating, percentage) = (stated.rating, stated.percentage)
            return
        }
        var words = FactWords(text).words[...]
        if let name = scoreNames.keys.first(where: { slug.hasSuffix("-" + $0) }) {
            words.removeLast(name.split(separator: "-").count)
        }
        let hasScore = words.contains { Self.nouns.contains($0) }
        takeFigures(from: &words, withoutPercent: hasScore)
        let isLabelled = words.isEmpty || hasScore && Self.openings.contains(words[words.startIndex])
        guard isLabelled || words == ["overall"] || isAuthority(String(text.prefix { $0 != ":" })) else {
            return nil
        }
        isRead = rating != nil || percentage != nil
        guard isRead || slug.hasPrefix("overall-rating-for-") || slug.hasPrefix("overall-score-for-") else {
            return nil
        }
    }

    /// Reads `Safeguarding: 3`, `Safeguarding Score: 3`, `Safeguarding: 3 - Evidence shows a good standard`.
    private mutating func readStatement(
        _ text: String, _ statements: [String: String], _ scoreNames: [String: Int]
    ) -> Bool {
        for end in text.indices.reversed() where !text[end].isLetter {
            guard let known = statements[Evidence.slug(text[..<end])] else { continue }
            let rest = String(text[end...].drop { !$0.isLetter && !$0.isNumber })
            guard let line = ScoreLine(rest, scoreNames: scoreNames), let score = line.score else {
                return false
            }
            (statement, self.score) = (known, score)
            return true
        }
        return false
    }

    /// Takes the rating and the percentage off the end, in either order.
    private mutating func takeFigures(from words: inout ArraySlice<Substring>, withoutPercent: Bool) {
        for _ in 0..<2 {
            if let found = Rating.allCases.first(where: { words.hasSuffix($0.rawValue.split(separator: "-")) }
            ) {
                rating = found
                words.removeLast(found.rawValue.split(separator: "-").count)
            }
            guard let last = words.last, last.last == "%" || withoutPercent && percentage == nil else {
                continue
            }
            guard let number = Int(last.last == "%" ? last.dropLast() : last), (25...100).contains(number)
            else { continue }
            percentage = number
            words.removeLast()
        }
    }

    private static let nouns: Set<Substring> = ["rated", "rating", "score"]
    private static let openings: Set<Substring> = [
        "overall", "local", "indicative", "our", "cqc", "the", "rated", "rating", "score",
    ]
    private static let labels: Set<String> = [
        "not-rated", "insufficient-evidence-to-rate", "rating", "overall", "overall-rating",
        "indicative-rating", "overall-indicative-rating",
    ]
}

extension ArraySlice<Substring> {
    fileprivate func hasSuffix(_ ending: [Substring]) -> Bool { suffix(ending.count) == ending[...] }
}

/// What a summary says in a sentence: `scored 78 out of 100 overall, indicating a good standard`.
struct StatedRating: Equatable {
    let percentage: Int
    let rating: Rating?

    /// Finds it anywhere in a text.
    init?(in text: String) {
        let words = FactWords(text).words
        for start in words.indices where words[start] == "scored" || words[start] == "score" {
            var rest = FactWords(words: words[(start + 1)...])
            _ = rest.take(["is", "of", "was"])
            guard let number = rest.takeNumber(), rest.take(all: ["out", "of", "100"]), number.value <= 100
            else { continue }
            _ = rest.take(["overall"])
            percentage = number.value
            rating = Self.indications.first { rest.words.starts(with: $0.words) }?.rating
            return
        }
        return nil
    }

    private static let indications: [(words: [Substring], rating: Rating)] = [
        ("indicating an exceptional standard", .outstanding), ("indicating a good standard", .good),
        ("indicating some shortfalls", .requiresImprovement),
        ("indicating significant shortfalls", .inadequate),
    ].map { ($0.split(separator: " "), $1) }
}
