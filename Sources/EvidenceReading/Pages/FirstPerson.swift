internal import Evidence

/// The expectations of people, as one of them would say them: `I have care that works for me`.
enum FirstPerson {
    /// Returns true if a line speaks in the first person from its start, in quotes or not.
    ///
    /// A finding that quotes somebody reports it first and opens its quote later: 1 person said, “I waited.”
    static func speaks(in text: String) -> Bool {
        guard let first = text.first, !first.isLowercase, !quotes.contains(first) || isQuoteWhole(text)
        else { return false }
        for (index, word) in text.split(separator: " ", maxSplits: 12).prefix(12).enumerated() {
            if index > 0, let first = word.first, quotes.contains(first) { return false }
            let plain = slug(word)
            if reports.contains(plain) { return false }
            if pronouns.contains(plain) { return true }
        }
        return false
    }

    /// Returns true if the quote that opens the line closes it; a finding goes on behind it.
    private static func isQuoteWhole(_ text: String) -> Bool {
        text.trimmingSuffix { ".,;".contains($0) }.last.map(quotes.contains) == true
    }

    private static let quotes: Set<Character> = ["“", "”", "\"", "‘", "’", "'"]
    private static let pronouns: Set<String> = [
        "i", "i-m", "i-ve", "i-d", "i-ll", "me", "my", "mine", "myself",
    ]
    private static let reports: Set<String> = [
        "told", "said", "explained", "described", "shared", "reported",
    ]
}
