internal import Evidence

/// Nouns that own the noun behind them: "local authority staff", "partners’ feedback".
extension MentionFinder {
    /// Returns true if a mention stands right before another, a bracket passed over: "the survey *(ASCS)* data".
    func isOwner(_ owner: Mention, of mention: Mention) -> Bool {
        let gap = owner.tokens.upperBound..<mention.tokens.lowerBound
        // "the council’s *equality* data".
        if owner.isPossessive, !gap.isEmpty, mention.start == owner.tokens.upperBound { return true }
        if gap.isEmpty {
            return owner.isPossessive || !Self.articles.contains(tokens[mention.tokens.lowerBound].word)
        }
        // "NHS discharge staff": one word that no list holds may stand between.
        if gap.count == 1, mention.hasRankOnly, owner.isOutside, !owner.isPossessive {
            return tokens[gap.lowerBound].mark == .word
                && tokens[gap.lowerBound].traits.isSubset(of: .beginsNoun)
        }
        let isOne = mention.kind == .voice && owner.kind == .voice && mention.groups == owner.groups
        guard isOne || (mention.kind == .figures && owner.kind == .data), gap.count <= 3,
            [.open, .close].contains(tokens[gap.lowerBound].mark)
        else { return false }
        return (gap.lowerBound..<mention.tokens.upperBound).contains { tokens[$0].mark == .close }
    }

    /// These begin a noun phrase of their own: "in its survey *the* council".
    private static let articles = Set(
        ["the", "a", "an", "its", "their", "our", "this", "these"].map(WordHash.word))

    func groups(of mention: Mention, ownedBy owner: Mention) -> SourceGroups {
        switch (mention.kind, owner.kind) {
        case (.account, .voice), (.account, .authority), (.account, .data), (.figures, .data),
            (.figures, .document), (.part, .document), (.part, .data):
            owner.groups
        // "the staff survey", whose answers are the staff’s own.
        case (.figures, .voice) where owner.groups == .staff && isSurvey(mention): owner.groups
        case (.figures, .figures): owner.groups.isEmpty ? mention.groups : owner.groups
        case (.figures, .authority), (.figures, .voice): .localData
        // "ambulance service colleagues", but "the charity’s social workers": a trade of its own speaks.
        case (.voice, .voice) where mention.hasRankOnly && owner.isOutside: owner.groups
        default: mention.groups
        }
    }

    private func isSurvey(_ mention: Mention) -> Bool {
        tokens[mention.head.upperBound - 1].word == Self.survey
    }

    private static let survey = WordHash.word("survey")

    /// "leaders’ and partners’ feedback": the owners joined to the last.
    mutating func takeJoinedOwners(_ mention: inout Mention) {
        while let owner = mentions.last, owner.kind == .voice,
            owner.tokens.upperBound + 1 == mention.tokens.lowerBound,
            tokens[owner.tokens.upperBound].traits.contains(.conjunction)
        {
            mentions.removeLast()
            mention.tokens = owner.tokens.lowerBound..<mention.tokens.upperBound
            mention.start = min(owner.start, mention.start)
            mention.groups.formUnion(owner.groups)
        }
    }

    /// "*Council and* NHS leaders": the authority’s leaders too.
    mutating func joinAuthority(_ mention: inout Mention, rank: SourceGroups) {
        guard mention.groups == .partners, mention.kind == .voice, rank != .partners,
            let owner = mentions.last,
            owner.kind == .authority, !owner.isPossessive,
            owner.tokens.upperBound + 1 == mention.tokens.lowerBound,
            tokens[owner.tokens.upperBound].traits.contains(.conjunction)
        else { return }
        mentions.removeLast()
        mention.tokens = owner.tokens.lowerBound..<mention.tokens.upperBound
        mention.start = owner.start
        mention.groups.formUnion(rank)
    }

    /// The groups of people with a rank: "*health* managers" are partners, "*health and social care* leaders" the
    /// authority’s leaders too.
    func employers(of mention: Mention) -> SourceGroups {
        let head = mention.head.lowerBound
        let joint = mention.tokens.lowerBound - 1
        guard mention.kind == .voice, mention.hasRankOnly, head > 0,
            mentions.last.map({ $0.tokens.upperBound <= max(joint - 1, 0) }) ?? true
        else { return mention.groups }
        let isOutside = tokens[head - 1].traits.contains(.outside)
        let isInside = tokens[joint + 1..<mention.head.upperBound].contains { $0.traits.contains(.inside) }
        guard joint > 0, tokens[joint].traits.contains(.conjunction) else {
            return isOutside ? .partners : mention.groups
        }
        let joined = tokens[joint - 1].traits
        if isOutside { return joined.contains(.inside) ? mention.groups.union(.partners) : .partners }
        return isInside && joined.contains(.outside) ? mention.groups.union(.partners) : mention.groups
    }
}
