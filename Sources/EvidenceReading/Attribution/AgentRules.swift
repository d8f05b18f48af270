internal import Evidence

/// Sources behind "by" or "in" after a passive: "was valued by staff", "as described by partners", "was reflected in
/// national data", "set out in the plan".
struct AgentRules {
    let reading: Reading

    /// The sources of the passives.
    var findings: [Finding] {
        reading.tokens.indices.compactMap { index in
            guard reading.has(.preposition, at: index) else { return nil }
            let word = reading.tokens[index].word
            if word == Self.by { return agent(at: index) }
            return Self.within.contains(word) ? held(at: index) : nil
        }
    }

    private static let by = WordHash.word("by")
    private static let within = Set(["in", "within"].map(WordHash.word))

    /// Whoever stands behind "by".
    private func agent(at by: Int) -> Finding? {
        guard let passive = Passive(reading, before: by), !passive.isBare,
            let first = reading.mention(coming: by + 1)
        else {
            return nil
        }
        switch first.kind {
        case .voice:
            let voices = reading.voices(from: by + 1)
            guard let last = voices.last, !last.isPossessive, passive.isToldByVoices, !isTold(passive) else {
                return nil
            }
            return finding(.voice, .byPhrase, reading.groups(of: voices), passive, upTo: last)
        case .authority:
            return passive.classes.contains(.speech)
                ? finding(.authority, .byPhrase, first.groups, passive, upTo: first) : nil
        case .account, .data, .figures: return backing(first, .byPhrase, passive)
        case .document, .part: return nil
        }
    }

    /// Whatever stands behind "in": accounts and data that bear something out, a document that holds it.
    private func held(at index: Int) -> Finding? {
        guard let source = reading.mention(coming: index + 1), let passive = Passive(reading, before: index)
        else {
            return nil
        }
        if source.kind == .document {
            guard
                passive.classes.contains(.writing) || (passive.isCited && passive.classes.contains(.backing))
            else {
                return nil
            }
            return finding(.document, .inPhrase, source.groups, passive, upTo: source)
        }
        return backing(source, .inPhrase, passive)
    }

    private func backing(_ source: Mention, _ position: Position, _ passive: Passive) -> Finding? {
        guard [.account, .data, .figures].contains(source.kind), passive.classes.contains(.backing),
            // "by a review *panel*": the noun is not the last of its compound.
            !reading.isCompound(source)
        else { return nil }
        let end = min(source.tokens.upperBound + 6, reading.tokens.count)
        let owner = Owner(reading: reading, mention: source, upTo: end)
        let groups = owner.named
        guard !groups.isEmpty else { return nil }
        let last = owner.mention.groups.isEmpty ? owner.giver?.tokens.upperBound : nil
        return Finding(
            source.kind, position, groups, because: passive.start..<(last ?? source.tokens.upperBound))
    }

    private func finding(
        _ kind: Lexicon.Kind, _ position: Position, _ groups: SourceGroups, _ passive: Passive,
        upTo last: Mention
    ) -> Finding? {
        groups.isEmpty
            ? nil : Finding(kind, position, groups, because: passive.start..<last.tokens.upperBound)
    }

    /// "Leaders told us they were trusted by partners": the leaders tell it.
    private func isTold(_ passive: Passive) -> Bool {
        guard let teller = (0..<passive.start).last(where: reading.isPlainSpeech),
            let subject = reading.mention(before: teller), subject.kind == .voice
        else { return false }
        return (teller..<passive.start).allSatisfy {
            reading.tokens[$0].isWordLike && !reading.has(.contrast, at: $0)
        } && passive.account == nil
    }
}

extension Reading {
    /// Returns true if a noun that no list holds follows: "review *panel*".
    fileprivate func isCompound(_ mention: Mention) -> Bool {
        let next = mention.tokens.upperBound
        return next < tokens.count && tokens[next].mark == .word && tokens[next].isPlain
            && !has(.verb, at: next)
    }
}
