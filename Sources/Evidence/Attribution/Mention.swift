/// A noun phrase that names a possible source.
struct Mention {
    var kind: Lexicon.Kind
    /// Whom it names; empty for feedback and figures whose owner stands elsewhere.
    var groups: SourceGroups
    /// All its tokens: "a number of frontline staff".
    var tokens: Range<Int>
    /// The tokens of the noun itself: "frontline staff".
    var head: Range<Int>
    /// Whether it ends in "’s" and so describes what follows.
    let isPossessive: Bool
}

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
                let end = at + noun.words.count
                if let source = noun.source { add(source, at..<end) }
                at = end
            } else {
                at += 1
            }
        }
    }

    private func noun(at start: Int) -> CompiledLexicon.Noun? {
        lexicon.nouns[tokens[start].word]?.first { noun in
            start + noun.words.count <= tokens.count
                && noun.words.indices.allSatisfy { noun.words[$0] == tokens[start + $0].word }
        }
    }

    private mutating func add(_ source: Lexicon.Source, _ head: Range<Int>) {
        var mention = Mention(
            kind: source.kind, groups: source.group.map { SourceGroups($0) } ?? [],
            tokens: extended(nameStart(source, head.lowerBound))..<head.upperBound, head: head,
            isPossessive: tokens[head.upperBound - 1].isPossessive)
        // "local authority staff", "provider feedback", "the carers’ survey": the last noun is the thing, the
        // one before it its owner.
        if let owner = mentions.last, owner.tokens.upperBound == mention.tokens.lowerBound {
            mentions.removeLast()
            mention.tokens = owner.tokens.lowerBound..<mention.tokens.upperBound
            mention.groups = groups(of: mention, ownedBy: owner)
        }
        mentions.append(mention)
    }

    private func groups(of mention: Mention, ownedBy owner: Mention) -> SourceGroups {
        switch (mention.kind, owner.kind) {
        case (.feedback, .voice), (.figures, .data), (.figures, .document): owner.groups
        case (.figures, .figures): mention.groups.union(owner.groups)
        case (.figures, .authority), (.figures, .voice): SourceGroups(.localData)
        default: mention.groups
        }
    }

    /// Where a noun phrase begins whose noun begins here.
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

    /// Where the name of a document begins: "Anytown’s ‘Ageing Well’ *Strategy*".
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

    /// Where "a number of" or the like begins if it ends here.
    private func quantity(endingAt end: Int, notBefore floor: Int) -> Int? {
        (max(floor, end - 4)..<end).first { start in
            tokens[start].traits.contains(.beginsQuantity)
                && lexicon.quantities.end(in: tokens, from: start) == end
        }
    }
}
