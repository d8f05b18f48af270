/// "They said", "Others felt", "It sets out": a sentence that goes on with the source of the one before.
struct PronounRules {
    let reading: Reading

    /// What the pronouns of a sentence say.
    var findings: [Finding] {
        guard let at = reading.tokens.indices.first(where: isSubject) else { return [] }
        if let antecedent = antecedent(of: at) {
            return finding(at, .voice, antecedent.groups)
        }
        for (kind, groups) in kinds(of: reading.tokens[at].word) {
            let found = finding(at, kind, reading.previous.intersection(groups))
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
            kind: kind, groups: groups, tokens: at..<at + 1, head: at..<at + 1, isPossessive: false)
        guard !groups.isEmpty, case .says(let predicate) = reading.outcome(of: pronoun),
            predicate.isSpeech || at < Self.opening
        else { return [] }
        return [Finding(rule: .pronoun, groups: groups, because: [at..<predicate.tokens.upperBound])]
    }

    /// Tokens within which a pronoun opens the sentence: "However, they" and "For example, they".
    private static let opening = 4

    /// Whether this is a pronoun that begins a clause: "However, they…" but not "Some people…".
    private func isSubject(_ index: Int) -> Bool {
        guard reading.has(.backward, at: index),
            !reading.mentions.contains(where: { $0.tokens.contains(index) })
        else { return false }
        guard let before = reading.before(index) else { return true }
        if [.comma, .pause].contains(reading.tokens[before].mark) || reading.has(.relative, at: before) {
            return true
        }
        return index < Self.opening && reading.has([.conjunction, .contrast], at: before)
    }

    private static let things = Set(["it"].map(WordHash.word))

    private func kinds(of pronoun: Word) -> [(Lexicon.Kind, SourceGroups)] {
        if Self.things.contains(pronoun) {
            return [
                (.document, SourceGroups(.documents)),
                (.data, [SourceGroups(.nationalData), SourceGroups(.localData)]),
            ]
        }
        let voices: [SourceGroup] = [.people, .carers, .partners, .providers, .staff, .leaders]
        return [(.voice, voices.reduce(into: []) { $0.formUnion(SourceGroups($1)) })]
    }
}
