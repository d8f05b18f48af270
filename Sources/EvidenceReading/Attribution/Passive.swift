/// A passive that ends before a preposition: "was described as positive [by]".
struct Passive {
    /// Words between the participle and its preposition.
    private static let widestGap = 6

    /// The classes of its participle.
    let classes: VerbClasses
    /// Its first token.
    let start: Int
    /// The account that is its subject or that it describes: "a *view* shared by".
    let account: Mention?
    /// True if it follows "as", and so only cites: "as described by".
    let isCited: Bool
    /// True if it only describes what stands before it: "priorities *outlined* in".
    let isBare: Bool
    /// True if "this" or data or an account was borne out, and not somebody supported.
    private let isOfClaim: Bool

    /// The passive before this preposition, if its participle has a form of "be", "as", or an account before it.
    init?(_ reading: Reading, before preposition: Int) {
        for index in (max(0, preposition - Self.widestGap)..<preposition).reversed() {
            let token = reading.tokens[index]
            guard token.isWordLike || token.mark == .quote, !reading.has([.relative, .contrast], at: index)
            else {
                return nil
            }
            guard reading.has([.regularPast, .past, .participle, .verb], at: index) else { continue }
            guard let passive = Self.parts(reading, index) else { continue }
            self = passive
            return
        }
        return nil
    }

    private init(
        _ classes: VerbClasses, _ start: Int, _ account: Mention? = nil, isCited: Bool = false,
        isBare: Bool = false, isOfClaim: Bool = false
    ) {
        (self.classes, self.start, self.account) = (classes, start, account)
        (self.isCited, self.isBare, self.isOfClaim) = (isCited, isBare, isOfClaim)
    }

    private static func parts(_ reading: Reading, _ participle: Int) -> Passive? {
        var classes = reading.verb(at: participle).participle
        var before = participle - 1
        while before >= 0, reading.tokens.isPassable(before) || reading.has(.praising, at: before) {
            if reading.has(.praising, at: before), classes.contains(.reception) { classes.insert(.stance) }
            before -= 1
        }
        guard before >= 0 else { return nil }
        if reading.tokens[before].word == Self.as {
            return Passive(classes, before, isCited: true, isOfClaim: true)
        }
        // "concerns *raised by*", "a view *shared by*".
        if let account = reading.mention(before: before + 1), account.tokens.upperBound == before + 1,
            account.kind == .account, reading.isStated(account)
        {
            return Passive(classes, account.head.lowerBound, account, isOfClaim: true)
        }
        guard reading.has(.auxiliary, at: before) else {
            return classes.contains(.writing) ? Passive(classes, participle, isBare: true) : nil
        }
        while before > 0, reading.has([.auxiliary, .perfect, .adverb, .we], at: before - 1) { before -= 1 }
        let subject = reading.subject(before: before)
        let account = subject.flatMap { $0.kind == .account ? $0 : nil }
        let isBeside = account?.tokens.upperBound == before
        let isClaim = subject.map { $0.kind != .voice } ?? reading.has(.modifier, at: before - 1)
        return Passive(
            classes, isBeside ? account?.head.lowerBound ?? before : before, account, isOfClaim: isClaim)
    }

    private static let `as` = WordHash.word("as")

    /// True if voices that do this tell us something.
    var isToldByVoices: Bool {
        if !classes.isDisjoint(with: [.speech, .stance]) { return true }
        return (classes.contains(.giving) && account != nil) || (classes.contains(.backing) && isOfClaim)
    }
}

extension Reading {
    /// Returns true if an account is told here, and not only gathered: "there was a view", "in one example".
    fileprivate func isStated(_ account: Mention) -> Bool {
        guard let before = before(account.start) else { return false }
        return isBeing(before) || has(.we, at: before - 1) || (before == 0 && has(.preposition, at: before))
    }

    /// The subject of the verb that begins at this token, if it is a noun of the lexicon.
    fileprivate func subject(before verb: Int) -> Mention? {
        guard let last = mentions.last(where: { $0.tokens.upperBound <= verb }) else { return nil }
        let isNear = { (mention: Mention) in
            (mention.tokens.upperBound..<verb).allSatisfy {
                tokens[$0].isWordLike && !has([.relative, .contrast, .auxiliary, .perfect], at: $0)
            }
        }
        guard isNear(last) else { return nil }
        // "Concerns about the length of contracts were raised": the first noun of the phrase.
        let first = mentions.first { $0.kind == .account && $0.tokens.upperBound <= verb && isNear($0) }
        return first ?? last
    }
}
