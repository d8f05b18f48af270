/// The meaning of a comma between a noun and its verb.
enum CommaMeaning {
    /// An aside begins, which the next comma closes: "Partners, including the police, told us".
    case opensAside
    /// A few words stand between it and the comma at this token, behind which the verb follows: "Staff, when asked, said".
    case inserts(Int)
    /// The noun phrase goes on: "People, carers and partners told us".
    case goesOn
    /// The noun phrase is over, and no verb came.
    case ends
}

extension Reading {
    /// The meaning of the comma at this token after a mention.
    func meaning(ofComma comma: Int, after mention: Mention) -> CommaMeaning {
        let next = skippingAdverbs(comma + 1)
        guard next < tokens.count else { return .ends }
        // "Carers, however, told us".
        if tokens[next].mark == .comma { return .opensAside }
        if let end = endOfInsertion(next, of: mention) { return .inserts(end) }
        if has(.aside, at: comma + 1) || has([.aside, .relative, .participle, .gerund], at: next) {
            return .opensAside
        }
        if isMostOfWhom(next) || isDate(next, of: mention) || isHistory(next, of: mention) {
            return .opensAside
        }
        // "Feedback on reviews, visits and calls was mixed": it has a list of topics, not of givers.
        if mention.needsOwner { return .goesOn }
        let goesOn =
            continuesList(next, of: mention) || isLast(comma, next, of: mention)
            || isInTitle(comma, next, of: mention)
        return goesOn ? .goesOn : .ends
    }

    /// "…, most of whom worked, told us" and "…, all of them mothers, told us".
    private func isMostOfWhom(_ index: Int) -> Bool {
        index + 2 < tokens.count && has(.preposition, at: index + 1)
            && (has(.relative, at: index + 2) || tokens[index + 2].word == Self.them)
    }

    private static let them = WordHash.word("them")

    /// "the survey, June 2024, showed": between two commas behind a title.
    private func isDate(_ index: Int, of mention: Mention) -> Bool {
        guard mention.kind != .voice else { return false }
        let next = tokens[index...].prefix(4)
        return next.contains { $0.mark == .number } && next.contains { $0.mark == .comma }
    }

    /// "Staff, when asked, said", "data, but as yet unpublished, showed": a few words between two commas, and the verb
    /// behind them.
    private func endOfInsertion(_ index: Int, of mention: Mention) -> Int? {
        guard has([.preposition, .subordinator, .conjunction], at: index),
            let comma = tokens[index...].prefix(8).firstIndex(where: { $0.mark == .comma }),
            !tokens[index..<comma].contains(where: { !$0.traits.isDisjoint(with: [.auxiliary, .pronoun]) })
        else { return nil }
        return predicate(of: mention.kind, at: skippingAdverbs(comma + 1)).map { _ in comma }
    }

    /// "the strategy, launched in 2024, set out": what was done to it, between two commas.
    private func isHistory(_ index: Int, of mention: Mention) -> Bool {
        mention.kind != .voice && has(.regularPast, at: index)
            && predicate(of: mention.kind, at: index) == nil
            && tokens[index...].prefix(10).contains { $0.mark == .comma }
    }

    /// "the Director for Adults, Health and Housing told us".
    private func isInTitle(_ comma: Int, _ next: Int, of mention: Mention) -> Bool {
        mention.kind == .voice && tokens[comma - 1].isCapitalised && tokens[next].isCapitalised
            && (mention.head.lowerBound..<comma).contains { has(.preposition, at: $0) }
    }

    private func continuesList(_ index: Int, of mention: Mention) -> Bool {
        let next = has(.conjunction, at: index) ? index + 1 : index
        return self.mention(startingAt: next)?.kind == mention.kind
    }

    /// A comma right before the verb: "Staff, together with partners, told us", "The survey for 2024, showed".
    private func isLast(_ comma: Int, _ next: Int, of mention: Mention) -> Bool {
        guard let predicate = predicate(of: mention.kind, at: next) else { return false }
        guard mention.kind == .voice else { return mention.kind != .authority }
        guard predicate.isSpeech, let last = self.mention(before: comma) else { return false }
        return last.tokens.upperBound == comma && isJoint(last.tokens.lowerBound - 1)
    }
}
