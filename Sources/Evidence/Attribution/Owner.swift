/// Whom a subject speaks for.
///
/// A group speaks for itself; feedback and figures for the owner beside them.
struct Owner {
    let reading: Reading
    let mention: Mention
    /// Where its description ends: at its verb, as a rule.
    let end: Int

    init(reading: Reading, mention: Mention, upTo end: Int) {
        (self.reading, self.mention, self.end) = (reading, mention, end)
    }

    /// The groups; empty where nobody is named.
    ///
    /// Figures without an owner are the country's where the sentence
    /// tells of it, and the authority's otherwise.
    var groups: SourceGroups {
        let named = named
        guard named.isEmpty, mention.kind == .figures else { return named }
        if let inherited { return inherited }
        let isNational = reading.tokens.indices.contains { reading.has(.national, at: $0) }
        return SourceGroups(isNational ? .nationalData : .localData)
    }

    /// The groups that stand beside the noun itself.
    var named: SourceGroups {
        switch mention.kind {
        case .voice, .authority, .data, .document: mention.groups
        case .feedback: mention.groups.isEmpty ? givers : mention.groups
        case .figures: source
        }
    }

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
    private var source: SourceGroups {
        let phrase = mention.tokens.lowerBound..<end
        for other in reading.mentions
        where phrase.contains(other.tokens.lowerBound) && other.head != mention.head {
            if [.data, .document, .authority].contains(other.kind) { return other.groups }
        }
        if phrase.contains(where: { reading.has(.national, at: $0) }) { return SourceGroups(.nationalData) }
        return mention.groups
    }

    /// "This data showed" goes on with the data of the sentence before.
    private var inherited: SourceGroups? {
        let data = reading.previous.intersection([SourceGroups(.nationalData), SourceGroups(.localData)])
        return data.isEmpty ? nil : data
    }
}
