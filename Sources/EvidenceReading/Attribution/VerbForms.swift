/// The forms of verbs: "worked" has a subject, "employed by" describes one.
extension Reading {
    /// The use of a token as a verb.
    func verb(at index: Int) -> VerbUse {
        has(.verb, at: index) ? lexicon.verbs.use(of: tokens[index].word) : VerbUse()
    }

    /// Returns true if a verb with a tense stands here.
    ///
    /// "in integrated teams": behind a preposition or an article a form in "ed" describes.
    func isFiniteVerb(at index: Int, isFirst: Bool) -> Bool {
        let traits = tokens[index].traits
        // "the council’s *work* with partners", "the plan’s *needs*": behind its subject alone it is a verb.
        if traits.contains(.present) {
            return isFirst || has([.relative, .pronoun, .backward], at: index - 1)
                || mentions.contains {
                    $0.kind == .voice && $0.tokens.upperBound == index && !$0.isPossessive
                }
        }
        if Self.infinite.contains(tokens[index].word), has(.preposition, at: index - 1) { return false }
        if !traits.isDisjoint(with: [.auxiliary, .perfect, .past]) { return true }
        if has(.relative, at: index - 1), tokens[index].isPassive { return true }
        guard traits.contains(.regularPast), !traits.contains(.participle) else { return false }
        return !has([.preposition, .modifier, .gerund, .participle], at: index - 1) || isFirst
    }

    /// "the experience of *being* discharged", "easy to *be* seen".
    private static let infinite = Set(["be", "being", "having", "have", "do"].map(WordHash.word))

    /// Returns true if "did" or its like stands here, behind which a base stands for the past.
    func isDoing(_ index: Int) -> Bool { Self.doing.contains(tokens[index].word) }

    private static let doing = Set(["did", "do", "does", "didn't", "don't", "doesn't"].map(WordHash.word))

    /// "data *shared by* the council showed", "residents *consulted on* the plan told us": a form in "ed" with
    /// another verb behind it, and no "and" between, describes.
    func isDescription(at verb: Int, of mention: Mention) -> Bool {
        guard has([.regularPast, .past], at: verb), has(.preposition, at: verb + 1) else { return false }
        if mention.kind != .voice, isHandedOver(from: verb + 1) { return true }
        let isPart = mention.kind == .part
        guard has(.regularPast, at: verb) else { return false }
        let ends: WordTraits = [.relative, .subordinator, .contrast, .pronoun, .conjunction]
        for index in verb + 2..<min(verb + 12, tokens.count) {
            guard tokens[index].isWordLike, !has(ends, at: index) else { return false }
            if isPlainSpeech(index) || tokens[index].word == Self.feeling { return true }
            if isPart, predicate(of: .part, at: index) != nil { return true }
        }
        return false
    }

    /// The end of the verb group that begins here, "had been waiting"; not beyond "told us".
    func endOfVerbGroup(at start: Int, of mention: Mention) -> Int {
        guard has([.auxiliary, .perfect], at: start) else { return start + 1 }
        var end = start + 1
        while has([.auxiliary, .perfect, .adverb], at: end) { end += 1 }
        // One verb with its adverbs: "who had joined recently" is over before "felt".
        if has([.past, .regularPast, .participle], at: end),
            predicate(of: mention.kind, at: end)?.isSpeech != true
        {
            end += 1
        }
        while has(.adverb, at: end) { end += 1 }
        return end
    }

    /// "held *by* the council", "shared *with us*".
    private func isHandedOver(from index: Int) -> Bool {
        tokens[index].word == Self.agent
            || (index + 1 < tokens.count && tokens[index + 1].word == Self.inspectors)
    }

    private static let agent = WordHash.word("by")
    private static let inspectors = WordHash.word("us")
    private static let feeling = WordHash.word("felt")

    /// The verb behind a noun that no list holds: "the ombudsman *review letter* showed", "carer *mentors* said".
    func verbOfCompound(at start: Int, of mention: Mention) -> Int? {
        let isNoun = { (index: Int) in
            (tokens[index].isPlain || has(.modifier, at: index)) && self.mention(startingAt: index) == nil
        }
        let verb = (start..<min(start + 4, tokens.count)).first { !isNoun($0) }
        guard mention.kind != .authority, !mention.needsOwner, let verb,
            let predicate = predicate(of: mention.kind, at: skippingAdverbs(verb))
        else { return nil }
        return mention.kind != .voice || predicate.isSpeech ? verb : nil
    }
}
