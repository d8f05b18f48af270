internal import Evidence

/// "They said", "Others felt", "It sets out": a sentence that goes on with the source of the one before.
struct PronounRules {
    let reading: Reading

    /// The sources that the pronouns of a sentence stand for.
    var findings: [Finding] {
        for index in reading.tokens.indices where isSubject(index) {
            let found = findings(at: index)
            if !found.isEmpty { return found }
        }
        return []
    }

    private func findings(at index: Int) -> [Finding] {
        if let antecedent = antecedent(of: index) {
            return finding(index, .voice, antecedent.groups)
        }
        // "She told us", "Those who had moved said": if nobody was named, it is somebody who draws on care.
        let isOne = Self.persons.contains(reading.tokens[index].word)
        if isOne, reading.previous.isEmpty { return finding(index, .voice, .people) }
        for (kind, groups) in kinds(of: reading.tokens[index].word) {
            let found = finding(index, kind, reading.previous.intersection(groups))
            if !found.isEmpty { return found }
        }
        return []
    }

    /// "Where people had used it, they told us": the group may stand in the sentence itself.
    private func antecedent(of pronoun: Int) -> Mention? {
        guard !Self.things.contains(reading.tokens[pronoun].word) else { return nil }
        return reading.mentions.first { $0.kind == .voice && $0.tokens.upperBound <= pronoun }
    }

    private func finding(_ at: Int, _ kind: Lexicon.Kind, _ groups: SourceGroups) -> [Finding] {
        let pronoun = Mention(
            kind: kind, groups: groups, tokens: at..<at + 1, start: at, head: at..<at + 1, isPossessive: false
        )
        guard !groups.isEmpty, case .says(let predicate) = reading.outcome(of: pronoun),
            predicate.isSpeech || at < Self.opening || reading.tokens[0].word == Self.part
        else { return [] }
        return [Finding(kind, .pronoun, groups, because: at..<predicate.tokens.upperBound)]
    }

    /// Tokens within which a pronoun opens the sentence: "However, they" and "For example, they".
    private static let opening = 4

    /// "*Of* the providers who answered, most felt".
    private static let part = WordHash.word("of")

    /// Returns true if this is a pronoun that begins a clause: "However, they…" but not "Some people…".
    private func isSubject(_ index: Int) -> Bool {
        guard reading.has(.backward, at: index),
            !reading.mentions.contains(where: { $0.tokens.contains(index) }), !isPartOfNoun(index)
        else { return false }
        guard let before = reading.before(index) else { return true }
        if [.comma, .pause].contains(reading.tokens[before].mark) || reading.has(.relative, at: before) {
            return true
        }
        guard reading.has([.conjunction, .contrast], at: before) else { return false }
        return index < Self.opening || speaksToUs(index + 1)
    }

    /// "One of the champions said" names them; "one of them said" does not.
    private func isPartOfNoun(_ index: Int) -> Bool {
        guard index + 2 < reading.tokens.count, reading.tokens[index + 1].word == Self.part else {
            return false
        }
        return !Self.back.contains(reading.tokens[index + 2].word)
    }

    private static let back = Set(["them", "these", "those", "whom"].map(WordHash.word))

    /// "We asked staff about risk and *they told us*".
    private func speaksToUs(_ index: Int) -> Bool {
        guard let predicate = reading.predicate(of: .voice, at: reading.skippingAdverbs(index)) else {
            return false
        }
        return predicate.isSpeech
            && reading.tokens[predicate.tokens].contains { $0.word == Self.inspectors }
    }

    private static let inspectors = WordHash.word("us")

    private static let persons = Set(["he", "she", "those"].map(WordHash.word))
    private static let things = Set(["it"].map(WordHash.word))

    private func kinds(of pronoun: Word) -> [(Lexicon.Kind, SourceGroups)] {
        if Self.things.contains(pronoun) {
            return [
                (.document, .documents), (.data, [.nationalData, .localData]), (.authority, .localData),
            ]
        }
        return [(.voice, .voices), (.authority, .localData)]
    }
}
