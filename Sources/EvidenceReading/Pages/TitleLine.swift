internal import Evidence

/// A page's title: the name of the authority, and the family of titles that it is of.
struct TitleLine: Equatable {
    let authorityName: String
    /// True if it is a pilot's: `X City Council assessment`.
    let isPilot: Bool
    /// True if it is a name and nothing else, which is a title only at the top of a page.
    let isBare: Bool

    /// Reads `X Council: local authority assessment`, `X City Council assessment`, `X Council:` and
    /// `X Council`; `knownNames` are the slugs of names that are an authority's without the word council.
    init?(_ line: String, knownNames: Set<String>) {
        var words = Self.words(of: line)
        let isFull = Self.remove(["local", "authority", "assessment"], from: &words)
        isPilot = !isFull && Self.remove(["assessment"], from: &words)
        isBare = !isFull && !isPilot
        let name = words.joined(separator: " ")
        authorityName = String(name.trimmingSuffix { ":-–".contains($0) || $0.isWhitespace })
        // "X: local authority assessment" is a title whatever X is.
        let isCertain = isFull && name.last == ":" && Self.isWhole(authorityName)
        guard isCertain || Self.isAuthority(authorityName, knownNames) else { return nil }
    }

    /// The words, without those that a browser appends to a title: "- Care Quality Commission".
    private static func words(of line: String) -> [Substring] {
        var words = line.split(whereSeparator: \.isWhitespace)
        guard remove(["care", "quality", "commission"], from: &words) else { return words }
        if let last = words.last, "-–|".contains(last) { words.removeLast() }
        return words
    }

    private static func remove(_ ending: [String], from words: inout [Substring]) -> Bool {
        guard words.suffix(ending.count).map({ Evidence.slug($0) }) == ending else { return false }
        words.removeLast(ending.count)
        return true
    }

    /// Returns true if the line is a title that an excerpt has cut, down to `ns Borough Council: …` or less.
    static func isCut(_ line: String) -> Bool { line.lowercased().hasSuffix(": local authority assessment") }

    /// Returns true if a name was not cut: it begins with a capital, and says more than what kind of council it is.
    private static func isWhole(_ name: String) -> Bool {
        name.first?.isUppercase == true && !AuthorityNames.isKindAlone(name)
    }

    /// Returns true if it reads as a name: every word of it begins with a capital, and one says what it names.
    private static func isAuthority(_ name: String, _ knownNames: Set<String>) -> Bool {
        let words = name.split(separator: " ")
        guard (1...9).contains(words.count), words.allSatisfy(isOfName), isWhole(name) else { return false }
        return words.count > 1 && words.last == "Council"
            || ranks.contains(where: name.hasPrefix)
            || knownNames.contains(Evidence.slug(name))
    }

    private static let ranks = ["London Borough of ", "Royal Borough of ", "City of ", "County "]

    private static func isOfName(_ word: Substring) -> Bool {
        word.first?.isUppercase == true || word == "&"
            || ["and", "of", "on", "upon", "with", "the"].contains(word)
    }
}

extension StringProtocol {
    /// The text without the characters at its end that are of this kind.
    func trimmingSuffix(while isUnwanted: (Character) -> Bool) -> SubSequence {
        guard let last = lastIndex(where: { !isUnwanted($0) }) else { return self[startIndex..<startIndex] }
        return self[...last]
    }
}
