internal import Evidence

/// Voices beside their verb without being its subject in front of it: "said one carer", "with staff describing".
struct VoiceRules {
    let reading: Reading

    /// The voices.
    var findings: [Finding] {
        reading.tokens.indices.flatMap { index in
            reading.has(.verb, at: index)
                ? [inverted(at: index), describing(at: index)].compactMap { $0 } : []
        }
    }

    /// "…, said one carer": the verb behind a comma or a quotation, its subject behind it.
    private func inverted(at verb: Int) -> Finding? {
        guard verb > 0, [.comma, .quote].contains(reading.tokens[verb - 1].mark),
            reading.verb(at: verb).finite.contains(.speech)
        else { return nil }
        let isToUs = verb + 1 < reading.tokens.count && reading.tokens[verb + 1].word == Self.us
        let voices = reading.voices(from: isToUs ? verb + 2 : verb + 1)
        guard let last = voices.last, !last.isPossessive, endsClause(last.tokens.upperBound) else {
            return nil
        }
        return Finding(.voice, .inverted, reading.groups(of: voices), because: verb..<last.tokens.upperBound)
    }

    private static let us = WordHash.word("us")

    private func endsClause(_ index: Int) -> Bool {
        guard index < reading.tokens.count, reading.tokens[index].mark == .word else { return true }
        return reading.has([.preposition, .relative, .conjunction], at: index)
    }

    /// "with staff and leaders describing good relationships", "with leaders seeing this as important".
    private func describing(at verb: Int) -> Finding? {
        guard reading.has(.gerund, at: verb), let past = reading.verb(at: verb).past,
            let last = reading.mention(before: verb), last.kind == .voice, !last.isPossessive,
            reading.skippingAdverbs(last.tokens.upperBound) == verb,
            let predicate = reading.predicate(of: .voice, at: verb, as: past)
        else { return nil }
        let first = reading.firstJoined(to: last)
        let before = reading.before(first.start)
        guard
            before == nil || reading.has(.contrast, at: before) || reading.tokens[before ?? 0].mark == .comma
        else { return nil }
        let voices = reading.voices(from: first.tokens.lowerBound)
        return Finding(
            .voice, .withParticiple, reading.groups(of: voices),
            because: first.tokens.lowerBound..<predicate.tokens.upperBound)
    }
}

extension Reading {
    /// The predicate whose verb stands here as another form: "seeing … as" for "saw … as".
    func predicate(of kind: Lexicon.Kind, at index: Int, as word: Word) -> Predicate? {
        var tokens = tokens
        tokens[index].word = word
        tokens[index].traits = .beginsPredicate
        let reading = Reading(tokens: tokens, mentions: mentions, lexicon: lexicon, previous: previous)
        return reading.predicate(of: kind, at: index)
    }

    /// The first of the mentions joined to this one by commas and "and".
    fileprivate func firstJoined(to mention: Mention) -> Mention {
        var first = mention
        while isJoint(first.start - 1), let next = self.mention(before: first.start), next.kind == .voice,
            (next.tokens.upperBound..<first.start).allSatisfy(isJoint)
        {
            first = next
        }
        return first
    }
}
