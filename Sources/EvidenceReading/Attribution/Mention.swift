internal import Evidence

/// A noun phrase that names a possible source.
struct Mention {
    var kind: Lexicon.Kind
    /// The groups that it names; none for accounts, parts and figures whose owner stands elsewhere.
    var groups: SourceGroups
    /// All its tokens that the lexicon knows: "a number of frontline staff".
    var tokens: Range<Int>
    /// The first token of its noun phrase, words that no list holds included: "the *outreach* staff".
    var start: Int
    /// The tokens of the noun itself: "frontline staff".
    var head: Range<Int>
    /// True if it ends in "’s" and so describes what follows.
    let isPossessive: Bool

    /// True if it tells a rank, such as "managers", that somebody else’s people may have too.
    var hasRankOnly: Bool {
        groups.isSubset(of: Self.ranks) && head.count <= (groups == SourceGroups(.leaders) ? 2 : 1)
    }
    /// True if it speaks only for an owner that stands beside it.
    var needsOwner: Bool { kind == .account || kind == .part }
    /// True if it names people who work for somebody else than the authority.
    var isOutside: Bool { groups == SourceGroups(.partners) || groups == SourceGroups(.providers) }

    private static let ranks = SourceGroups(.staff).union(SourceGroups(.leaders))
}

extension SourceGroups {
    static let people = SourceGroups(.people)
    static let carers = SourceGroups(.carers)
    static let staff = SourceGroups(.staff)
    static let partners = SourceGroups(.partners)
    static let nationalData = SourceGroups(.nationalData)
    static let localData = SourceGroups(.localData)
    static let documents = SourceGroups(.documents)

    /// The groups that speak for themselves; data and documents don’t.
    static let voices: SourceGroups = [
        SourceGroups(.people), SourceGroups(.carers), SourceGroups(.partners), SourceGroups(.providers),
        SourceGroups(.staff), SourceGroups(.leaders),
    ]
}
