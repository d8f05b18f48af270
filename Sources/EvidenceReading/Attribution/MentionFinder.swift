internal import Evidence

/// Finds the mentions of a sentence, longest nouns first.
struct MentionFinder {
    private let tokens: [Token]
    private let lexicon: CompiledLexicon
    private var mentions: [Mention] = []

    /// The mentions of a sentence in order; they don't overlap.
    static func mentions(in tokens: [Token], by lexicon: CompiledLexicon) -> [Mention] {
        var finder = MentionFinder(tokens: tokens, lexicon: lexicon)
        finder.run()
        return finder.mentions
    }

    private init(tokens: [Token], lexicon: CompiledLexicon) {
        (self.tokens, self.lexicon) = (tokens, lexicon)
    }

    private mutating func run() {
        var at = 0
        while at < tokens.count {
            if tokens[at].traits.contains(.beginsNoun), let noun = noun(at: at) {
                if let source = noun.source { add(source, at..<noun.end) }
                at = noun.end
            } else {
                at += 1
            }
        }
    }

    /// The longest noun that begins here, and where it ends.
    private func noun(at start: Int) -> (source: Lexicon.Source?, end: Int)? {
        guard let candidates = lexicon.nouns[tokens[start].word] else { return nil }
        let next = start + 1 < tokens.count ? nextWord(from: start + 1) : nil
        for index in candidates.indices where candidates[index].second.map({ $0 == next }) ?? true {
            if let end = end(of: candidates[index].words, from: start) {
                return (candidates[index].source, end)
            }
        }
        return nil
    }

    private func nextWord(from index: Int) -> Word? {
        let isComma = tokens[index].mark == .comma
        return isComma && index + 1 < tokens.count ? tokens[index + 1].word : tokens[index].word
    }

    /// A name of many words may be a list: "voluntary, community and social enterprise".
    private func end(of words: [Word], from start: Int) -> Int? {
        var at = start
        for word in words {
            if words.count > 3, at < tokens.count, tokens[at].mark == .comma { at += 1 }
            guard at < tokens.count, tokens[at].word == word else { return nil }
            at += 1
        }
        return at
    }

    private mutating func add(_ source: Lexicon.Source, _ head: Range<Int>) {
        var mention = Mention(
            kind: source.kind, groups: source.group.map { SourceGroups($0) } ?? [],
            tokens: extended(nameStart(source, head.lowerBound))..<head.upperBound, head: head,
            isPossessive: tokens[head.upperBound - 1].isPossessive)
        // "local authority staff", "provider feedback", "the carers’ survey": the last noun is the thing, the
        // one before it its owner.
        while let owner = mentions.last, isOwner(owner, of: mention) {
            mentions.removeLast()
            mention.tokens = owner.tokens.lowerBound..<mention.tokens.upperBound
            mention.groups = groups(of: mention, ownedBy: owner)
        }
        mentions.append(mention)
    }

    /// Returns true if a mention stands right before another, a bracket passed over: "the survey *(ASCS)* data".
    private func isOwner(_ owner: Mention, of mention: Mention) -> Bool {
        let gap = owner.tokens.upperBound..<mention.tokens.lowerBound
        if gap.isEmpty { return true }
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

    private func groups(of mention: Mention, ownedBy owner: Mention) -> SourceGroups {
        switch (mention.kind, owner.kind) {
        case (.feedback, .voice), (.figures, .data), (.figures, .document): owner.groups
        case (.figures, .figures): mention.groups.union(owner.groups)
        case (.figures, .authority), (.figures, .voice): SourceGroups(.localData)
        // "ambulance service colleagues", but "the charity’s social workers": a trade of its own speaks.
        case (.voice, .voice) where mention.hasRankOnly && owner.isOutside: owner.groups
        default: mention.groups
        }
    }

    /// The first token of the noun phrase whose noun begins here.
    private func extended(_ noun: Int) -> Int {
        var start = noun
        let floor = mentions.last?.tokens.upperBound ?? 0
        while start > floor {
            if let quantity = quantity(endingAt: start, notBefore: floor) {
                start = quantity
            } else if isModifier(start - 1) {
                start -= 1
            } else {
                break
            }
        }
        return start
    }

    /// The first token of a document's name: "Anytown’s ‘Ageing Well’ *Strategy*".
    private func nameStart(_ source: Lexicon.Source, _ noun: Int) -> Int {
        guard source.kind == .document, tokens[noun].isCapitalised else { return noun }
        var start = noun
        var at = noun - 1
        let floor = mentions.last?.tokens.upperBound ?? 0
        while at >= floor, tokens[at].mark == .quote || isPartOfName(tokens[at]) {
            if tokens[at].mark == .word { start = at }
            at -= 1
        }
        return start
    }

    private func isPartOfName(_ token: Token) -> Bool {
        let ends: WordTraits = [
            .preposition, .conjunction, .subordinator, .relative, .pronoun, .contrast, .auxiliary, .modifier,
        ]
        return token.mark == .word && token.isCapitalised && token.traits.isDisjoint(with: ends)
    }

    private func isModifier(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.mark == .number || (token.mark == .word && token.traits.contains(.modifier))
    }

    /// The first token of "a number of" or the like, if it ends here.
    private func quantity(endingAt end: Int, notBefore floor: Int) -> Int? {
        (max(floor, end - 4)..<end).first { start in
            tokens[start].traits.contains(.beginsQuantity)
                && lexicon.quantities.end(in: tokens, from: start) == end
        }
    }
}
