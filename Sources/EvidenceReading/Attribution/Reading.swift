internal import Evidence

/// A sentence as the rules see it.
struct Reading {
    let tokens: [Token]
    let mentions: [Mention]
    let lexicon: CompiledLexicon
    /// The source or the subject of the sentence before, which "They said" refers to.
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
        has([.preposition, .aside, .contrast], at: last)
            && Self.joiningPhrases.contains { phrase in
                last + 1 >= phrase.count && tokens[(last + 1 - phrase.count)...last].map(\.word) == phrase
            }
    }

    private static let joiningPhrases = [["as", "well", "as"], ["along", "with"], ["together", "with"]]
        .map { $0.map(WordHash.word) }

    /// The noun phrase that begins at this token, its owner passed over: "*the council’s own* plan".
    func mention(coming index: Int) -> Mention? {
        guard let first = mentions.first(where: { $0.tokens.upperBound > index }), first.start <= index else {
            return nil
        }
        return first.isPossessive ? mention(coming: first.tokens.upperBound) : first
    }

    /// The voices of the noun phrase that begins here and those joined to them: "people, carers and their families".
    func voices(from start: Int) -> [Mention] {
        var found: [Mention] = []
        var at = start
        while let mention = mention(coming: at), mention.kind == .voice, mention.head.lowerBound >= at {
            found.append(mention)
            let next = joined(to: mention)
            guard next > mention.tokens.upperBound, isList(mention.tokens.upperBound..<next) else { break }
            at = next
        }
        return found
    }

    /// The token behind the commas and "and" that follow a voice, its description passed over: "people who use
    /// services, carers and families".
    private func joined(to mention: Mention) -> Int {
        var next = mention.tokens.upperBound
        while isJoint(next) { next += 1 }
        guard next == mention.tokens.upperBound, next < tokens.count,
            has([.relative, .preposition], at: next),
            let other = mentions.first(where: { $0.start > next }), other.kind == .voice,
            isJoint(other.start - 1), !has(.preposition, at: other.start - 1)
        else { return next }
        let between = next..<other.start
        let ends: WordTraits = [.auxiliary, .perfect, .past, .contrast, .subordinator]
        let isDescription = between.dropFirst().allSatisfy {
            !has(ends, at: $0) && (tokens[$0].isWordLike || tokens[$0].mark == .comma)
        }
        return isDescription && between.count < 10 ? other.start : next
    }

    /// The groups of voices, each by its employer.
    func groups(of voices: [Mention]) -> SourceGroups {
        voices.reduce(into: []) { groups, voice in
            groups.formUnion(Owner(reading: self, mention: voice, upTo: tokens.count).groups)
        }
    }

    /// The groups that the sentence opens with: its subject, or whom we met or asked.
    var opening: SourceGroups {
        guard let first = mentions.first, !first.isPossessive,
            before(first.start) == nil || has(.we, at: 0)
        else { return [] }
        switch first.kind {
        case .voice: return groups(of: voices(from: first.tokens.lowerBound))
        case .document, .data, .authority: return first.groups
        case .account, .figures, .part: return []
        }
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
    let kind: Lexicon.Kind
    let position: Position
    let groups: SourceGroups
    /// Ranges of tokens.
    var because: [Range<Int>]

    init(_ kind: Lexicon.Kind, _ position: Position, _ groups: SourceGroups, because: Range<Int>...) {
        (self.kind, self.position, self.groups, self.because) = (kind, position, groups, because)
    }

    /// The class of the noun and its position, as `evidence-index --explain` prints them.
    var rule: String { "\(kind.rawValue), \(position.rawValue)" }
}

/// Where in a sentence a source may stand, as `evidence-index --explain` prints it.
enum Position: String {
    case subject
    case laterVerb = "subject of a later verb"
    case pronoun
    case withParticiple = "with … describing"
    case inverted = "said X"
    case byPhrase = "by-phrase"
    case fromPhrase = "from-phrase"
    case inPhrase = "in-phrase"
    case possessive = "possessive"
    case bracket
    case accordingTo = "according to"
}
