/// The lists of ratings and scores on a summary page.
enum Rating {
    /// Returns true if the line is one of such a list; it names no section and is no evidence.
    static func isRating(
        _ text: String, slug: String, statements: [String: String], scoreNames: Set<String>
    ) -> Bool {
        names.contains(slug) || scoreNames.contains(slug)
            || isNameWithWording(slug, scoreNames) || isOverall(text, slug)
            || isStatementWithScore(slug, statements)
    }

    private static let names: Set<String> = [
        "outstanding", "good", "requires-improvement", "inadequate", "not-rated",
        "insufficient-evidence-to-rate", "rating", "overall", "overall-rating", "overall-score",
        "indicative-rating", "overall-indicative-rating",
    ]

    /// A pilot's `Good: Evidence shows a good standard`, and `Rating: Good`.
    private static func isNameWithWording(_ slug: String, _ scoreNames: Set<String>) -> Bool {
        names.contains { name in
            guard slug.hasPrefix(name + "-") else { return false }
            let rest = String(slug.dropFirst(name.count + 1))
            return scoreNames.contains(rest) || names.contains(rest)
        }
    }

    /// `scored 78 out of 100 overall`, `Overall rating for X Council: 75%`, `75%`.
    ///
    /// A full stop makes it a sentence, which may be evidence: "The service scored 78 out of 100 overall."
    private static func isOverall(_ text: String, _ slug: String) -> Bool {
        if slug.hasSuffix("out-of-100-overall") { return !text.hasSuffix(".") || slug.hasPrefix("scored-") }
        if slug.hasPrefix("overall-rating-for-") || slug.hasPrefix("overall-score-for-") {
            return !text.hasSuffix(".")
        }
        return text.last == "%" && text.dropLast().allSatisfy(\.isNumber)
    }

    /// `Safeguarding: 3` and `Safeguarding Score: 3`, where a list has lost its line ends.
    private static func isStatementWithScore(_ slug: String, _ statements: [String: String]) -> Bool {
        guard let number = slug.last?.wholeNumberValue, (1...4).contains(number) else { return false }
        var name = slug.dropLast(2)
        if name.hasSuffix("-score") { name = name.dropLast("-score".count) }
        return statements[String(name)] != nil
    }
}
