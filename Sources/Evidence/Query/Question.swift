/// Tells a question in plain English from a list of keywords.
enum Question {
    /// The words that questions begin with.
    private static let openers: Set<String> = [
        "are", "can", "could", "did", "do", "does", "had", "has", "have", "how", "is", "should", "was",
        "were", "what", "when", "where", "which", "who", "whom", "whose", "why", "will", "would",
    ]

    /// Returns true if it ends with a question mark, or begins as a question does and has four words or more.
    ///
    /// A query with operators or signs is no question: its writer chose every word.
    static func isAsked(by tokens: [QueryToken], in text: QueryText) -> Bool {
        let terms = tokens.filter { !$0.isField }
        guard !terms.contains(where: \.isOperator), let last = terms.last else { return false }
        return endsInQuestionMark(after: last.at.upperBound, text) || opens(terms.flatMap(\.words))
    }

    private static func endsInQuestionMark(after end: Int, _ text: QueryText) -> Bool {
        text.bytes[end...].first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "?")
    }

    private static func opens(_ words: [QueryWord]) -> Bool {
        guard words.count >= 4, let first = words.first else { return false }
        // "what's" opens like "what".
        return openers.contains(String(first.text.prefix { $0 != "'" }))
    }
}
