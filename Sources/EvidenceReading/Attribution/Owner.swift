internal import Evidence

/// The groups that a subject speaks for.
///
/// A group speaks for itself; feedback and figures for the owner beside them.
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
        guard mention.kind == .figures, named.isEmpty || pointsBack else { return named }
        if let inherited { return inherited }
        guard named.isEmpty else { return named }
        let isNational = reading.tokens.indices.contains { reading.has(.national, at: $0) }
        return SourceGroups(isNational ? .nationalData : .localData)
    }

    /// The groups that stand beside the noun itself.
    var named: SourceGroups {
        switch mention.kind {
        case .voice: employer ?? mention.groups
        case .authority, .data, .document: mention.groups
        case .feedback: mention.groups.isEmpty ? givers : mention.groups
        case .figures: source ?? mention.groups
        }
    }

    /// "Managers *at the hospice*" and "staff *in care homes*" are not the authority’s.
    private var employer: SourceGroups? {
        var index = mention.tokens.upperBound
        // "coordinators *employed* by the trust", "staff *working* in care homes".
        if reading.has([.participle, .gerund, .regularPast], at: index) { index += 1 }
        guard mention.hasRankOnly, index < end, Self.employing.contains(reading.tokens[index].word),
            let other = reading.mention(startingAt: index + 1), other.kind == .voice, other.isOutside
        else { return nil }
        return other.groups
    }

    private static let employing = Set(["at", "by", "from", "of", "in", "within"].map(WordHash.word))

    /// "Feedback *from people and carers* about the service was positive".
    private var givers: SourceGroups {
        for index in mention.tokens.upperBound..<end where reading.has(.preposition, at: index) {
            guard Self.givingPrepositions.contains(reading.tokens[index].word) else { continue }
            let voices = voices(listedFrom: index + 1)
            if !voices.isEmpty { return voices.reduce(into: []) { $0.formUnion($1.groups) } }
        }
        return []
    }

    /// The voices of a list, whose members may be described: "people who use services, carers and families".
    private func voices(listedFrom start: Int) -> [Mention] {
        var found = reading.voices(from: start)
        while let last = found.last,
            let next = reading.mentions.first(where: { $0.tokens.lowerBound >= last.tokens.upperBound }),
            next.kind == .voice, next.tokens.upperBound <= end, reading.isJoint(next.tokens.lowerBound - 1),
            !(last.tokens.upperBound..<next.tokens.lowerBound).contains(where: {
                reading.has(.preposition, at: $0)
            })
        {
            found.append(next)
        }
        return found
    }

    private static let givingPrepositions = Set(["from", "of", "by", "among", "amongst"].map(WordHash.word))

    /// "Data *provided by the Adult Social Care Survey* showed": the first owner named.
    private var source: SourceGroups? {
        let phrase = mention.tokens.lowerBound..<end
        for other in reading.mentions
        where phrase.contains(other.tokens.lowerBound) && other.head != mention.head {
            if [.data, .document, .authority].contains(other.kind) { return other.groups }
        }
        if phrase.contains(where: { reading.has(.national, at: $0) }) { return SourceGroups(.nationalData) }
        return nil
    }

    /// True if "the same survey" or "this survey" is one named before, not beside.
    private var pointsBack: Bool {
        source == nil && mention.tokens.contains { Self.backReferences.contains(reading.tokens[$0].word) }
    }

    private static let backReferences = Set(["this", "these", "same"].map(WordHash.word))

    /// "This data showed" goes on with the data of the sentence before.
    private var inherited: SourceGroups? {
        let data = reading.previous.intersection([SourceGroups(.nationalData), SourceGroups(.localData)])
        return data.isEmpty ? nil : data
    }
}
