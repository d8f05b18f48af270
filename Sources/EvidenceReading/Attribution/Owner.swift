internal import Evidence

/// The groups that a noun phrase speaks for.
///
/// A group speaks for itself; accounts, parts and figures for the owner beside them.
struct Owner {
    let reading: Reading
    let mention: Mention
    /// The token after its description, which is its verb as a rule.
    let end: Int

    init(reading: Reading, mention: Mention, upTo end: Int) {
        (self.reading, self.mention, self.end) = (reading, mention, end)
    }

    /// The groups; empty if nobody is named.
    ///
    /// Figures without an owner are the country's if the sentence tells of it, and the authority's otherwise.
    var groups: SourceGroups {
        let named = named
        if mention.kind == .part, named.isEmpty, pointsBack {
            return reading.previous.intersection([.documents, .nationalData])
        }
        guard mention.kind == .figures else { return named }
        // "our review": the assessors’ own.
        if mention.tokens.contains(where: { reading.tokens[$0].word == Self.our }) { return [] }
        guard named.isEmpty || pointsBack else { return named }
        if let inherited { return inherited }
        guard named.isEmpty else { return named }
        let isNational = reading.tokens.indices.contains { reading.has(.national, at: $0) }
        return isNational ? .nationalData : .localData
    }

    /// The groups that stand beside the noun itself.
    var named: SourceGroups {
        switch mention.kind {
        case .voice: isCaring ? .carers : employer ?? mention.groups
        case .authority, .data, .document: mention.groups
        case .account, .part: mention.groups.isEmpty ? giver?.groups ?? [] : mention.groups
        case .figures: source ?? mention.groups
        }
    }

    /// "A husband *caring for* his wife", "people *who cared for* a parent".
    private var isCaring: Bool {
        var index = mention.tokens.upperBound
        if reading.has(.relative, at: index) { index = reading.skippingAdverbs(index + 1) }
        return mention.groups == .people && index + 1 < reading.tokens.count
            && Self.caring.contains(reading.tokens[index].word) && reading.tokens[index + 1].word == Self.for
    }

    private static let caring = Set(["caring", "cared", "cares", "care"].map(WordHash.word))
    private static let `for` = WordHash.word("for")

    /// "Managers *at the hospice*" and "staff *in care homes*" are not the authority’s.
    private var employer: SourceGroups? {
        var index = mention.tokens.upperBound
        // "coordinators *employed* by the trust", "staff *working* in care homes", "the Director *of Nursing* at".
        if reading.has([.participle, .gerund, .regularPast], at: index) || isTitle(index) { index += 1 }
        if isTitle(index - 1) { index += 1 }
        guard mention.hasRankOnly, index < end, Self.employing.contains(reading.tokens[index].word) else {
            return nil
        }
        // "from *across* health".
        index = (index..<end).first { !reading.has(.preposition, at: $0) } ?? end
        if let other = reading.mention(startingAt: index) {
            return other.kind == .voice && other.isOutside ? other.groups : nil
        }
        guard reading.has(.outside, at: index), ![Self.of, Self.for].contains(reading.tokens[index - 1].word)
        else { return nil }
        let isBoth = reading.has(.conjunction, at: index + 1) && reading.has(.inside, at: index + 2)
        return isBoth ? mention.groups.union(.partners) : .partners
    }

    /// "*of* Nursing": a word in capitals that no list holds.
    private func isTitle(_ index: Int) -> Bool {
        index + 1 < end && reading.tokens[index].word == Self.of && reading.tokens[index + 1].isCapitalised
            && !reading.has(.outside, at: index + 1) && reading.mention(startingAt: index + 1) == nil
    }

    private static let our = WordHash.word("our")
    static let of = WordHash.word("of")

    private static let employing = Set(["at", "by", "for", "from", "of", "in", "within"].map(WordHash.word))

    /// "Data *provided by the Adult Social Care Survey* showed": the first owner named.
    private var source: SourceGroups? {
        let phrase = mention.tokens.lowerBound..<end
        for other in reading.mentions
        where phrase.contains(other.tokens.lowerBound) && other.head != mention.head {
            if [.data, .document, .authority].contains(other.kind) { return other.groups }
        }
        return phrase.contains { reading.has(.national, at: $0) } ? .nationalData : nil
    }

    /// True if "the same survey", "this survey" or "its aims" is of one named before, not beside.
    private var pointsBack: Bool {
        (mention.kind == .part || source == nil)
            && mention.tokens.contains { Self.backReferences.contains(reading.tokens[$0].word) }
    }

    private static let backReferences = Set(["this", "these", "same", "its"].map(WordHash.word))

    /// "This data showed" goes on with the data of the sentence before.
    private var inherited: SourceGroups? {
        let data = reading.previous.intersection([.nationalData, .localData])
        return data.isEmpty ? nil : data
    }
}
