/// Sources that are named without being a subject: "feedback from…", "was seen by…".
struct ConstructionRules {
    let reading: Reading

    /// The sources that the constructions of a sentence name.
    var findings: [Finding] {
        reading.tokens.indices.flatMap { index in
            reading.has(.beginsConstruction, at: index) ? findings(at: index) : []
        }
    }

    private func findings(at index: Int) -> [Finding] {
        let tables = reading.lexicon.constructions
        return [
            voices(tables.heard, .heardFrom, at: index), agent(at: index),
            voices(tables.among, .among, at: index), according(at: index), inverted(at: index),
            describing(at: index), concerns(at: index), figures(at: index),
        ].compactMap { $0 }
    }

    /// A construction that ends where groups begin.
    private func voices(_ table: PhraseTable, _ rule: Rule, at index: Int) -> Finding? {
        guard let end = table.end(in: reading.tokens, from: index) else { return nil }
        return finding(reading.voices(from: end), rule, index)
    }

    /// "was valued by staff", unless somebody else tells it: "Leaders told us they were trusted by partners".
    private func agent(at index: Int) -> Finding? {
        guard let found = voices(reading.lexicon.constructions.by, .byAgent, at: index) else { return nil }
        return isTold(index) ? nil : found
    }

    private func isTold(_ index: Int) -> Bool {
        guard let teller = (0..<index).last(where: reading.isPlainSpeech),
            let subject = reading.mention(before: teller), subject.kind == .voice
        else { return false }
        return (teller..<index).allSatisfy {
            reading.tokens[$0].isWordLike && !reading.has(.contrast, at: $0)
                && !Self.views.contains(reading.tokens[$0].word)
        }
    }

    private static let views = Set(["this", "these", "view"].map(WordHash.word))

    private func finding(_ voices: [Mention], _ rule: Rule, _ start: Int) -> Finding? {
        guard let last = voices.last, !last.isPossessive else { return nil }
        return Finding(
            rule: rule, groups: voices.reduce(into: []) { $0.formUnion($1.groups) },
            because: [start..<last.tokens.upperBound])
    }

    /// "According to the strategy": any kind of source.
    private func according(at index: Int) -> Finding? {
        guard let end = reading.lexicon.constructions.according.end(in: reading.tokens, from: index),
            let source = reading.mentions.first(where: { end <= $0.tokens.lowerBound }),
            reading.tokens[end..<source.tokens.lowerBound].allSatisfy({ $0.mark == .word })
        else { return nil }
        if let found = finding(reading.voices(from: end), .accordingTo, index) { return found }
        let comma = reading.tokens[source.tokens.upperBound...].firstIndex { $0.mark == .comma }
        let groups = Owner(reading: reading, mention: source, upTo: comma ?? reading.tokens.count).groups
        guard !groups.isEmpty, source.kind != .feedback else { return nil }
        return Finding(
            rule: .accordingTo, groups: groups, because: [index..<source.tokens.upperBound])
    }

    /// "This was reflected in national data", "as evidenced by the survey".
    private func figures(at index: Int) -> Finding? {
        guard let end = reading.lexicon.constructions.evidenced.end(in: reading.tokens, from: index),
            let source = reading.mentions.first(where: { $0.tokens.contains(end) }),
            source.kind == .data || source.kind == .figures
        else { return nil }
        let groups = Owner(
            reading: reading, mention: source, upTo: min(source.tokens.upperBound + 6, reading.tokens.count)
        ).named
        guard !groups.isEmpty else { return nil }
        return Finding(rule: .byAgent, groups: groups, because: [index..<source.tokens.upperBound])
    }

    /// "…, said one carer": the verb behind a comma or a quotation, its subject behind it.
    private func inverted(at index: Int) -> Finding? {
        guard index > 0, [.comma, .quote].contains(reading.tokens[index - 1].mark),
            let end = reading.lexicon.constructions.inverted.end(in: reading.tokens, from: index)
        else { return nil }
        return finding(reading.voices(from: end), .inverted, index)
    }

    /// "with staff and leaders describing good relationships".
    private func describing(at index: Int) -> Finding? {
        guard let end = reading.lexicon.constructions.participles.end(in: reading.tokens, from: index),
            let last = reading.mention(before: index), last.kind == .voice, last.tokens.upperBound == index,
            let first = reading.firstJoined(to: last)
        else { return nil }
        let before = reading.before(first.tokens.lowerBound)
        guard
            before == nil || reading.has(.contrast, at: before) || reading.tokens[before ?? 0].mark == .comma
        else { return nil }
        let voices = reading.voices(from: first.tokens.lowerBound)
        return Finding(
            rule: .describing, groups: voices.reduce(into: []) { $0.formUnion($1.groups) },
            because: [first.tokens.lowerBound..<end])
    }

    /// "the main area of people’s concern".
    private func concerns(at index: Int) -> Finding? {
        guard let end = reading.lexicon.constructions.concerns.end(in: reading.tokens, from: index),
            let owner = reading.mention(startingAt: end), owner.kind == .voice, owner.isPossessive
        else { return nil }
        let upper = min(owner.tokens.upperBound + 1, reading.tokens.count)
        return Finding(rule: .concerns, groups: owner.groups, because: [owner.tokens.lowerBound..<upper])
    }
}

extension Reading {
    /// The first of the mentions joined to this one by commas and "and".
    fileprivate func firstJoined(to mention: Mention) -> Mention? {
        var first = mention
        while isJoint(first.tokens.lowerBound - 1), let next = self.mention(before: first.tokens.lowerBound),
            next.kind == .voice, next.tokens.upperBound >= first.tokens.lowerBound - 2,
            (next.tokens.upperBound..<first.tokens.lowerBound).allSatisfy(isJoint)
        {
            first = next
        }
        return first
    }
}
