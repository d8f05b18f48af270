/// The words that introduce an account: "we heard", "there was", "…, with".
extension Reading {
    /// Returns true if a form of "be" or "remain" stands here.
    func isBeing(_ index: Int) -> Bool {
        has(.auxiliary, at: index) || tokens[index].word == Being.remained
    }

    /// Returns true if the giver stands behind "from", not only "of".
    func isAgent(_ giver: Giver) -> Bool { has(.giving, at: giver.tokens.lowerBound) }

    /// The first token of "we heard", "there was" or ", with" right before a noun phrase.
    func introduction(of mention: Mention) -> Int? {
        var at = mention.start
        // "strong, *positive* feedback", "praise *and concerns*".
        while let before = before(at), isJoint(before), let next = startOfJoined(before) { at = next }
        guard let last = before(at) else { return nil }
        if tokens[last].word == Being.with || tokens[last].word == Being.despite {
            return before(last).map { tokens[$0].mark == .comma || $0 < 2 } ?? true ? last : nil
        }
        guard has([.auxiliary, .perfect, .verb, .past], at: last) else { return nil }
        var first = last
        while let before = before(first), has([.auxiliary, .perfect], at: before) { first = before }
        guard let subject = before(first) else { return nil }
        if tokens[subject].word == Being.there, isBeing(last) { return subject }
        let use = verb(at: last)
        let hears = !use.finite.isDisjoint(with: .hearing) || !use.participle.isDisjoint(with: .hearing)
        let isGiven = first < last && use.participle.contains(.giving)
        return has(.we, at: subject) && (hears || isGiven) ? subject : nil
    }

    /// The first token of what stands before a joint: an account, or an adjective.
    private func startOfJoined(_ joint: Int) -> Int? {
        if let other = mention(before: joint), other.tokens.upperBound == joint, other.kind == .account {
            return other.start
        }
        var start = joint
        while start > 0, tokens[start - 1].mark == .word,
            has(.modifier, at: start - 1) || tokens[start - 1].isPlain
        {
            start -= 1
        }
        return start < joint ? start : nil
    }
}

/// Words that introduce an account.
private enum Being {
    static let remained = WordHash.word("remained")
    static let there = WordHash.word("there")
    static let with = WordHash.word("with")
    static let despite = WordHash.word("despite")
}
