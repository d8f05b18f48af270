/// Joins two lines of a paragraph, and the word that a hyphen may have parted at the end of the first.
struct Hyphens {
    /// The words of the page in lower case, with their hyphens.
    private let words: Set<Substring>

    init(_ texts: [String]) {
        words = Set(texts.flatMap { $0.lowercased().split { !$0.isLetter && $0 != "-" } })
    }

    /// The line that both make, and the word of which it can't be told whether it has a hyphen.
    func joined(_ text: String, _ next: String) -> (text: String, doubt: String?) {
        if text.unicodeScalars.last == Self.soft { return (text.dropLast() + next, nil) }
        let before = text.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "-" }.reversed()
        guard text.last.map({ "-‐".contains($0) }) == true,
            before.count > 1 || text.dropLast().last?.isLetter == true,
            let first = next.first, first.isLetter || first.isNumber
        else { return (text + " " + next, nil) }
        let start = text.dropLast().reversed().prefix(while: \.isLetter).reversed()
        let end = next.prefix(while: \.isLetter)
        switch hasHyphen(String(start).lowercased(), end) {
        case true?: return (text + next, nil)
        case false?: return (text.dropLast() + next, nil)
        case nil: return (text.dropLast() + next, "\(String(start))-\(end)")
        }
    }

    /// Returns true if a word has the hyphen between its parts, false if it is the line's; `nil` if that can't be told.
    private func hasHyphen(_ start: String, _ end: Substring) -> Bool? {
        let rest = end.lowercased()
        guard !start.isEmpty, end.first?.isLowercase == true else { return true }
        if words.contains("\(start)-\(rest)"[...]) { return true }
        if words.contains("\(start)\(rest)"[...]) { return false }
        if Self.firsts.contains(start) || Self.seconds.contains(rest) { return true }
        return Self.endings.contains(where: rest.hasSuffix) && !words.contains(rest[...]) ? false : nil
    }

    /// The hyphen that shows only where a line breaks.
    static let soft: Unicode.Scalar = "\u{AD}"

    /// Parts of words that a hyphen follows or precedes, as these pages have them.
    private static let firsts: Set<String> = [
        "co", "cross", "easy", "face", "follow", "full", "hard", "high", "in", "joined", "lead", "long",
        "low", "mid",
        "multi", "non", "off", "on", "one", "out", "part", "person", "post", "pre", "re", "self", "short",
        "step", "strengths", "trauma", "two", "up", "well", "whole", "year",
    ]
    private static let seconds: Set<String> = [
        "based", "being", "centred", "day", "led", "making", "quality", "related", "term", "time", "to", "up",
        "wide",
    ]
    /// The ends that the part behind a line's hyphen has.
    private static let endings = [
        "able", "al", "ally", "ance", "ation", "ations", "ed", "ence", "ent", "er", "ers", "ful", "ible",
        "ing",
        "ings", "ity", "ities", "ive", "ly", "ment", "ments", "ness", "ous", "sion", "sions", "tion", "tions",
    ]
}
