internal import Evidence

/// Finds the mentions of a sentence, longest nouns first.
struct MentionFinder {
    let tokens: [Token]
    private let lexicon: CompiledLexicon
    var mentions: [Mention] = []

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
            if isTitle(at) {
                add(.document, .documents, at..<at + 1, from: nameStart(at))
                at += 1
            } else if tokens[at].traits.contains(.beginsNoun), let noun = noun(at: at) {
                if let source = noun.source { add(source, at..<noun.end) }
                // "the Health and *Care Plan*" is a name, "a care plan" somebody’s.
                at = noun.source == nil && isInsideName(at - 1, 0) ? at + 1 : noun.end
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
        let isDocument = source.kind == .document && tokens[head.lowerBound].isCapitalised
        add(
            source.kind, source.group.map { SourceGroups($0) } ?? [],
            head, from: isDocument ? nameStart(head.lowerBound) : head.lowerBound)
    }

    private mutating func add(
        _ kind: Lexicon.Kind, _ groups: SourceGroups, _ head: Range<Int>, from first: Int
    ) {
        let start = extended(first)
        var mention = Mention(
            kind: kind, groups: groups, tokens: start..<head.upperBound, start: phraseStart(start),
            head: head,
            isPossessive: tokens[head.upperBound - 1].isPossessive)
        // "local authority staff", "provider feedback", "the carers’ survey": the last noun is the thing, the
        // one before it its owner.
        while let owner = mentions.last, isOwner(owner, of: mention) {
            mentions.removeLast()
            mention.tokens = owner.tokens.lowerBound..<mention.tokens.upperBound
            mention.start = min(owner.start, mention.start)
            mention.groups = self.groups(of: mention, ownedBy: owner)
            if mention.kind == .account { takeJoinedOwners(&mention) }
        }
        mention.groups = employers(of: mention)
        joinAuthority(&mention, rank: groups)
        mentions.append(mention)
    }

    /// The first word of the noun phrase that goes on at this token, if words that no list holds stand before it.
    private func phraseStart(_ first: Int) -> Int {
        var start = first
        let floor = max(mentions.last?.tokens.upperBound ?? 0, first - 5)
        while start > floor, tokens[start - 1].isPlain || isModifier(start - 1) || isAdjective(start - 1) {
            start -= 1
        }
        return start
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

    /// "its *commissioning* plan", "by *advanced* practitioners": behind an article, an owner or a preposition.
    private func isAdjective(_ index: Int) -> Bool {
        !tokens[index].traits.isDisjoint(with: [.gerund, .regularPast, .participle]) && index > 0
            && (tokens[index - 1].isPossessive || isModifier(index - 1)
                || tokens[index - 1].traits.contains(.preposition))
    }

    /// "the Annual Governance *Statement*": a word that ends a name in capitals.
    private func isTitle(_ index: Int) -> Bool {
        guard tokens[index].isCapitalised, lexicon.titles.contains(tokens[index].word) else { return false }
        let isBehindName = mentions.last.map {
            $0.tokens.upperBound == index && tokens[index - 1].isCapitalised
        }
        return isBehindName == true || nameStart(index) < index
    }

    /// The first token of a document's name: "Anytown’s ‘Ageing Well’ *Strategy*".
    private func nameStart(_ noun: Int) -> Int {
        var start = noun
        var at = noun - 1
        let floor = mentions.last?.tokens.upperBound ?? 0
        while at >= floor, tokens[at].mark == .quote || isPartOfName(at) || isInsideName(at, floor) {
            if isPartOfName(at) { start = at }
            at -= 1
        }
        return start
    }

    /// "Homes *for* Later Life Plan", "Equality*,* Diversity *and* Inclusion Policy".
    private func isInsideName(_ index: Int, _ floor: Int) -> Bool {
        guard index > floor, index + 1 < tokens.count, !tokens[index].isCapitalised else { return false }
        let isLink =
            tokens[index].mark == .comma
            || (tokens[index].traits.isDisjoint(with: [.auxiliary, .perfect])
                && !tokens[index].traits.isDisjoint(with: [.preposition, .conjunction]))
        return isLink && isPartOfName(index - 1) && isPartOfName(index + 1)
    }

    private func isPartOfName(_ index: Int) -> Bool {
        let token = tokens[index]
        let ends: WordTraits = [
            .preposition, .conjunction, .subordinator, .relative, .pronoun, .contrast, .auxiliary,
        ]
        return token.mark == .word && token.isCapitalised && token.traits.isDisjoint(with: ends)
            && (index > 0 || !token.traits.contains(.modifier))
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
