internal import Evidence

/// A heading that is known by its shape alone.
enum PlainHeading {
    /// Returns true if a line is a heading: a few words, the first with a capital, no verb, no stop at the end.
    ///
    /// A short sentence that has lost its full stop is kept as evidence, because a heading too many does less
    /// harm than a paragraph too few: "Staff told us this worked well".
    static func isHeading(_ text: String) -> Bool {
        text.first?.isUppercase == true && isShort(text) && hasNoVerb(text.split(separator: " ")[...])
    }

    /// Returns true if the first line of an excerpt is the end of a heading: `is quality statement`.
    ///
    /// The end of a paragraph has its full stop.
    static func isEndOfHeading(_ text: String) -> Bool {
        text.first?.isUppercase == false && isShort(text) && hasNoVerb(text.split(separator: " ").dropFirst())
    }

    private static func isShort(_ text: String) -> Bool {
        guard text.utf8.count <= 80, let last = text.last else { return false }
        return !stops.contains(last)
    }

    private static func hasNoVerb(_ words: ArraySlice<Substring>) -> Bool {
        words.count <= 10 && !words.contains { verbs.contains(slug($0)) }
    }

    private static let stops: Set<Character> = [".", "?", "!", ";", ",", "…", "”", "\"", "-", "–"]

    private static let verbs: Set<String> = [
        "are", "be", "been", "can", "could", "described", "did", "does", "explained", "felt", "gave", "had",
        "has", "have", "identified", "included", "is", "made", "needed", "reported", "said", "shared",
        "should", "showed", "spoke", "talked", "told", "valued", "was", "were", "will", "worked", "would",
    ]
}
