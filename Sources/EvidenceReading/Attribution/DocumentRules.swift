/// Documents and surveys that a sentence cites without making them a subject.
struct DocumentRules {
    let reading: Reading

    /// The documents and surveys that the sentence cites.
    var findings: [Finding] {
        reading.mentions.compactMap { mention in
            switch mention.kind {
            case .document: setOutIn(mention)
            case .authority: authorityWrote(mention)
            case .data, .figures: cited(mention)
            default: nil
            }
        }
    }

    /// "…, as set out in the strategy": a construction that ends where the document begins.
    private func setOutIn(_ document: Mention) -> Finding? {
        let start = document.tokens.lowerBound
        // A name may stand between: "set out in the Anytown Carers Strategy".
        for index in max(0, start - 12)..<start where reading.has(.beginsConstruction, at: index) {
            guard let end = reading.lexicon.constructions.writtenIn.end(in: reading.tokens, from: index),
                end <= start, (end..<start).allSatisfy(isPartOfName)
            else { continue }
            return Finding(
                rule: .setOutIn, groups: document.groups, because: [index..<document.tokens.upperBound])
        }
        return nil
    }

    private func isPartOfName(_ index: Int) -> Bool {
        let token = reading.tokens[index]
        let ends: WordTraits = [.auxiliary, .perfect, .pronoun, .subordinator, .relative, .past]
        return token.mark == .number || token.mark == .quote
            || (token.mark == .word && token.traits.isDisjoint(with: ends))
    }

    /// "As part of its carers strategy the local authority set out…".
    private func authorityWrote(_ authority: Mention) -> Finding? {
        let end = authority.tokens.upperBound
        let verb = reading.skippingAdverbs(end)
        guard !authority.isPossessive,
            let verbEnd = reading.lexicon.constructions.writes.end(in: reading.tokens, from: verb),
            let document = reading.mention(before: authority.tokens.lowerBound), document.kind == .document,
            reading.opensWithPreposition(upTo: document.tokens.upperBound)
        else { return nil }
        return Finding(
            rule: .authorityWrote, groups: document.groups,
            because: [document.tokens, authority.tokens.lowerBound..<verbEnd])
    }

    /// "72% of carers felt informed (SACE 2023)", "quality of life was 7.3 (SACE)" and "In the 2023 survey of carers, 72% felt informed".
    private func cited(_ survey: Mention) -> Finding? {
        let isBracketed = isBracketed(survey)
        guard !survey.groups.isEmpty, isBracketed || isOpening(survey),
            reading.tokens.contains(where: { $0.mark == .percentage })
                || (isBracketed
                    && reading.tokens[..<survey.tokens.lowerBound].contains { $0.mark == .number })
        else { return nil }
        let groups = Owner(reading: reading, mention: survey, upTo: survey.tokens.upperBound).groups
        return Finding(rule: .surveyCited, groups: groups, because: [survey.tokens])
    }

    /// Returns true if it stands in brackets, and not as the short form of the name before them.
    private func isBracketed(_ survey: Mention) -> Bool {
        let start = survey.tokens.lowerBound
        guard let open = reading.tokens[..<start].lastIndex(where: { $0.mark == .open }),
            !reading.tokens[open..<start].contains(where: { $0.mark == .close })
        else { return false }
        return reading.mention(before: open).map { $0.tokens.upperBound != open || $0.kind == .voice } ?? true
    }

    private func isOpening(_ survey: Mention) -> Bool {
        guard reading.opensWithPreposition(upTo: survey.tokens.lowerBound) else { return false }
        let after = reading.tokens[survey.tokens.upperBound...].prefix(6)
        return survey.tokens.lowerBound < 8 && after.contains { $0.mark == .comma || $0.mark == .percentage }
    }
}

extension Reading {
    /// Returns true if the sentence opens with a preposition whose noun phrase reaches this token.
    fileprivate func opensWithPreposition(upTo end: Int) -> Bool {
        let first = skippingAdverbs(0)
        // "When asked in the survey, 72% felt safe".
        guard
            has(.preposition, at: first)
                || (has(.subordinator, at: first) && has(.regularPast, at: first + 1))
        else { return false }
        return tokens[..<end].allSatisfy { $0.traits.isDisjoint(with: [.auxiliary, .perfect, .pronoun]) }
    }
}
