internal import Evidence

/// A sentence as the rules see it.
struct Reading {
    let tokens: [Token]
    let mentions: [Mention]
    let lexicon: CompiledLexicon
    /// The source of the sentence before, which "They said" refers to.
    let previous: SourceGroups

    /// The mention that begins at this token.
    func mention(startingAt token: Int) -> Mention? { mentions.first { $0.tokens.lowerBound == token } }

    /// The last mention that ends at or before this token.
    func mention(before token: Int) -> Mention? { mentions.last { $0.tokens.upperBound <= token } }

    /// The token before, adverbs and quotation marks passed over.
    func before(_ index: Int) -> Int? {
        var at = index - 1
        while at >= 0, tokens.isPassable(at) { at -= 1 }
        return at >= 0 ? at : nil
    }

    /// The token at or after this one that is no adverb; may be the end.
    func skippingAdverbs(_ index: Int) -> Int {
        var at = index
        while at < tokens.count, tokens.isPassable(at) { at += 1 }
        return at
    }

    func has(_ traits: WordTraits, at index: Int?) -> Bool {
        guard let index, tokens.indices.contains(index) else { return false }
        return !tokens[index].traits.isDisjoint(with: traits)
    }

    /// Returns true if a list or a co-ordination goes on at this token: a comma or "and".
    func isJoint(_ index: Int?) -> Bool {
        guard let index, tokens.indices.contains(index) else { return false }
        return tokens[index].mark == .comma || has(.conjunction, at: index)
            || isJoiningPhrase(endingAt: index)
    }

    private func isJoiningPhrase(endingAt last: Int) -> Bool {
        Self.joiningPhrases.contains { phrase in
            last + 1 >= phrase.count && tokens[(last + 1 - phrase.count)...last].map(\.word) == phrase
        }
    }

    private static let joiningPhrases = [["as", "well", "as"], ["along", "with"], ["together", "with"]]
        .map { $0.map(WordHash.word) }

    /// The voices that begin here and those joined to them: "people, carers and their families".
    func voices(from start: Int) -> [Mention] {
        var found: [Mention] = []
        var at = start
        while let mention = mentions.first(where: { $0.tokens.contains(at) }), mention.kind == .voice,
            mention.head.lowerBound >= at
        {
            found.append(mention)
            var next = mention.tokens.upperBound
            while isJoint(next) { next += 1 }
            guard next > mention.tokens.upperBound, isList(mention.tokens.upperBound..<next) else { break }
            at = next
        }
        return found
    }

    /// The groups that the sentence opens with: its subject, or whom we met or asked.
    var opening: SourceGroups {
        guard let first = mentions.first, first.kind == .voice, !first.isPossessive,
            before(first.tokens.lowerBound) == nil || has(.we, at: 0)
        else { return [] }
        return voices(from: first.tokens.lowerBound).reduce(into: []) { $0.formUnion($1.groups) }
    }

    /// Returns true if a list goes on behind these commas: "staff, leaders and…", not "valued by staff, people were".
    private func isList(_ joint: Range<Int>) -> Bool {
        if joint.contains(where: { tokens[$0].mark != .comma }) { return true }
        guard let next = mentions.first(where: { $0.tokens.contains(joint.upperBound) }) else { return false }
        return isJoint(next.tokens.upperBound)
    }

    /// The index behind the bracket that opens here.
    func endOfBracket(_ open: Int) -> Int {
        let close = tokens[open...].firstIndex { $0.mark == .close }
        return close.map { $0 + 1 } ?? open + 1
    }
}

/// A source that a rule found, and the words that name it.
struct Finding {
    let rule: Rule
    let groups: SourceGroups
    /// Ranges of tokens.
    let because: [Range<Int>]
}

/// The names of the rules, as `evidence-index --explain` prints them.
enum Rule: String {
    case groupReports = "group reports"
    case lateVerb = "late verb"
    case pronoun = "pronoun"
    case dataShow = "data show"
    case documentSetsOut = "document sets out"
    case authorityStates = "authority states"
    case feedbackWas = "feedback was"
    case heardFrom = "heard from"
    case accordingTo = "according to"
    case byAgent = "by"
    case among = "among"
    case describing = "with … describing"
    case inverted = "said X"
    case concerns = "their concerns"
    case setOutIn = "as set out in"
    case authorityWrote = "authority set out in document"
    case surveyCited = "survey cited"
}
