/// The position of a noun phrase: the word before it tells if a subject may stand there.
struct SubjectPosition {
    let reading: Reading
    let mention: Mention

    /// Returns true if it may be the subject of this predicate.
    func allows(_ predicate: Predicate) -> Bool {
        if isMeasured { return false }
        guard let before = reading.before(mention.tokens.lowerBound) else {
            // "Data showing this were shared": at the head of a sentence "showing" describes.
            return !reading.has(.gerund, at: predicate.tokens.lowerBound)
        }
        if reading.tokens[before].mark != .word { return true }
        // "a family, one of *whom* told us", "we met a carer who told us": "who" needs no subject before it.
        if predicate.isRelative, !mention.needsOwner {
            return predicate.isSpeech || isWritten(predicate)
                || (mention.kind != .voice && !isGoverned(before))
        }
        if reading.has(.preposition, at: before), !(predicate.isSpeech && isComparison(before)) {
            return isCompanion(before) || isInName(before)
        }
        if reading.has(.auxiliary, at: before) { return false }
        // Names of documents hold any words: "the Record Keeping Policy".
        if mention.kind == .document || mention.kind == .data { return true }
        return predicate.isSpeech ? !isAsked(before, predicate) && !isObject(before, predicate) : isStrict
    }

    /// "worked to a strategy which *set out*", but "was in a register that showed".
    private func isWritten(_ predicate: Predicate) -> Bool {
        mention.kind == .document && reading.verb(at: predicate.tokens.lowerBound).finite.contains(.writing)
    }

    private func isGoverned(_ before: Int) -> Bool {
        mention.kind == .document && reading.has(.preposition, at: before)
    }

    /// "70% *of people* who answered the survey": data tell of them.
    private var isMeasured: Bool {
        let start = mention.tokens.lowerBound
        return mention.kind == .voice && start > 1 && reading.tokens[start - 2].mark == .percentage
            && reading.mentions.contains { $0.kind == .data || $0.kind == .figures }
    }

    /// True if nothing before it makes it an object, a part, an aim or a condition.
    var isStrict: Bool {
        guard let before = reading.before(mention.tokens.lowerBound) else { return true }
        guard reading.tokens[before].mark == .word else { return true }
        let governors: WordTraits = [
            .preposition, .auxiliary, .perfect, .gerund, .past, .regularPast, .participle, .hindrance,
            .question,
        ]
        if reading.has(governors, at: before) { return isAdjective(before) }
        if reading.has(.relative, at: before),
            reading.has([.hindrance, .question], at: reading.before(before))
        {
            return false
        }
        // "worked with people and partners": joined to what is no subject.
        guard reading.has(.conjunction, at: before), let neighbour = reading.mention(before: before + 1),
            neighbour.tokens.upperBound == before
        else { return true }
        return SubjectPosition(reading: reading, mention: neighbour).isStrict
    }

    /// "*The reviewing* officers felt": behind an article such a form describes the noun.
    private func isAdjective(_ index: Int) -> Bool {
        guard reading.has([.gerund, .regularPast, .participle], at: index),
            !reading.has(Self.actions, at: index)
        else {
            return false
        }
        guard let before = reading.before(index) else { return true }
        // "*Contract monitoring* data showed": at the head of the sentence.
        if reading.tokens[before].isPlain, reading.before(before) == nil { return true }
        return reading.has(.modifier, at: before) && !reading.has([.preposition, .participle], at: before)
    }

    private static let actions: WordTraits = [.preposition, .auxiliary, .hindrance, .question]

    /// "…joined a group, and carers told us": behind a verb, and not right before its own.
    private func isObject(_ before: Int, _ predicate: Predicate) -> Bool {
        reading.has([.past, .regularPast], at: before)
            && mention.tokens.upperBound < predicate.tokens.lowerBound
    }

    /// "…, with data showing": the one preposition that a subject follows.
    private func isCompanion(_ before: Int) -> Bool {
        mention.kind != .voice && reading.has(.contrast, at: before)
    }

    /// "The State *of* the Market Report": a preposition between capitals belongs to a name.
    private func isInName(_ before: Int) -> Bool {
        before > 1 && mention.kind != .voice && reading.tokens[before - 1].isCapitalised
            && reading.tokens[mention.head.lowerBound].isCapitalised && !reading.tokens[before].isCapitalised
    }

    /// "As partners told us": no preposition at the beginning of a clause.
    private func isComparison(_ before: Int) -> Bool {
        reading.tokens[before].word == Self.comparison
            && (before == 0 || reading.tokens[before - 1].mark != .word)
    }

    private static let comparison = WordHash.word("as")

    /// "what people said", "how staff described": they were asked, and somebody else tells it.
    ///
    /// But "what people told us" they told us.
    private func isAsked(_ before: Int, _ predicate: Predicate) -> Bool {
        reading.has(.question, at: before)
            && reading.tokens[predicate.tokens.upperBound - 1].word != Self.inspectors
    }

    private static let inspectors = WordHash.word("us")
}
