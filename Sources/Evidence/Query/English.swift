/// The little English that messages and the understood line are made with.
enum English {
    /// `a`, `a or b`, `a, b or c`.
    static func list(_ parts: some BidirectionalCollection<String>, _ conjunction: String) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
    }

    /// The text in quotes.
    static func quoted(_ text: String) -> String { "\"\(text)\"" }

    /// The word behind the article that it needs: `a score`, `an edition`.
    static func withArticle(_ noun: String) -> String {
        (noun.first.map { "aeiou".contains($0) } ?? false ? "an " : "a ") + noun
    }
}
