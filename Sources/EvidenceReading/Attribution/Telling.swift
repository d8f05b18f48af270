/// A mention, and what it says.
struct Claim {
    let mention: Mention
    let predicate: Predicate
}

/// The part of a sentence that an earlier source in it tells us.
struct Telling {
    let reading: Reading
    /// The claims found so far.
    let claims: [Claim]

    /// Returns true if an earlier source of the sentence tells us this: "Leaders told us staff felt supported" is the
    /// leaders' word alone.
    func isTold(_ claim: Claim) -> Bool {
        guard
            let teller = claims.last(where: {
                $0.predicate.tokens.upperBound <= claim.mention.tokens.lowerBound
            })
        else { return false }
        let between = teller.predicate.tokens.upperBound..<claim.mention.tokens.lowerBound
        if claim.predicate.isRelative { return isTalkedAbout(claim, by: teller, between) }
        if joinsData(claim, to: teller, between) { return false }
        if claim.predicate.isSpeech {
            return between.allSatisfy { reading.has([.relative, .adverb], at: $0) }
        }
        return !between.contains(where: endsTelling)
    }

    /// "Staff told us about a person who said": the staff tell it.
    private func isTalkedAbout(_ claim: Claim, by teller: Claim, _ between: Range<Int>) -> Bool {
        claim.mention.kind == .voice && teller.mention.kind == .voice
            && between.allSatisfy { reading.tokens[$0].isWordLike && !reading.has(.conjunction, at: $0) }
    }

    /// "National data showed growth, and the strategy set out": data tell nothing of what others say.
    private func joinsData(_ claim: Claim, to teller: Claim, _ between: Range<Int>) -> Bool {
        let writes: [Lexicon.Kind] = [.data, .figures, .document]
        return writes.contains(teller.mention.kind) && writes.contains(claim.mention.kind)
            && reading.has(.conjunction, at: between.last)
    }

    private func endsTelling(_ index: Int) -> Bool {
        let follows = index > 0 && reading.tokens[index - 1].mark == .comma
        if reading.has(.contrast, at: index) { return !reading.has(.preposition, at: index) || follows }
        return reading.tokens[index].mark == .pause
    }
}
