internal import Evidence

/// Who gave an account, or which document a part is of.
struct Giver {
    let groups: SourceGroups
    /// The tokens from the preposition to the end of the names.
    let tokens: Range<Int>
    /// True if the preposition follows the noun with no verb between.
    let isBeside: Bool
}

extension Owner {
    /// "Feedback *from people and carers* about the service was positive", or behind the verb: "The feedback we
    /// received was positive *from people*".
    var giver: Giver? {
        let first = mention.tokens.upperBound
        var isBeside = true
        for index in first..<reading.tokens.count {
            if let found = giver(at: index, isBeside: isBeside) { return found }
            guard goesOn(at: index) else { return nil }
            if index >= end { isBeside = false }
        }
        return nil
    }

    private func giver(at index: Int, isBeside: Bool) -> Giver? {
        guard reading.has(.preposition, at: index), isGiving(index, isBeside: isBeside) else { return nil }
        if mention.kind == .account {
            let voices = reading.voices(from: index + 1)
            let groups = reading.groups(of: voices)
            // "*support* from staff" is what they give.
            if reading.has(.service, at: index - 1), groups.isDisjoint(with: [.people, .carers]) {
                return nil
            }
            if let last = voices.last, !last.isPossessive {
                return Giver(groups: groups, tokens: index..<last.tokens.upperBound, isBeside: isBeside)
            }
        }
        guard let other = reading.mention(coming: index + 1), !other.isPossessive, owns(other) else {
            return nil
        }
        return Giver(groups: other.groups, tokens: index..<other.tokens.upperBound, isBeside: isBeside)
    }

    private func owns(_ other: Mention) -> Bool {
        guard !other.groups.isEmpty else { return false }
        switch other.kind {
        case .data, .figures: return mention.kind == .part || other.kind == .data
        case .document: return mention.kind == .part
        case .authority, .account: return mention.kind == .account
        default: return false
        }
    }

    /// Returns true if this preposition names who gave it.
    ///
    /// "of" does right behind the noun alone: "feedback about the manner of staff" has another giver.
    private func isGiving(_ index: Int, isBeside: Bool) -> Bool {
        let word = reading.tokens[index].word
        guard word == Self.of || Self.within.contains(word) else { return reading.has(.giving, at: index) }
        let noun = mention.tokens.upperBound
        guard isBeside, index == noun || isDescribing(noun..<index) else { return false }
        return word != Self.of || mention.kind == .part || reading.has(.held, at: noun - 1)
    }

    /// "measures *identified* in the plan".
    private func isDescribing(_ range: Range<Int>) -> Bool {
        mention.kind == .part
            && range.allSatisfy { reading.has([.regularPast, .participle, .past, .adverb], at: $0) }
    }

    private static let within = Set(["in", "within", "across"].map(WordHash.word))

    /// Returns true if the clause goes on over this token.
    private func goesOn(at index: Int) -> Bool {
        let token = reading.tokens[index]
        switch token.mark {
        case .pause: return false
        case .comma: return reading.has(.giving, at: reading.skippingAdverbs(index + 1))
        default: break
        }
        if reading.has(.we, at: index + 1) { return true }
        return token.traits.isDisjoint(with: [.contrast, .subordinator, .relative, .pronoun])
            || !token.traits.isDisjoint(with: [.we, .preposition])
    }
}
