internal import Evidence

/// Accounts that reach us without being a subject: "we heard concerns from carers", "there was praise among staff".
///
/// What is only gathered, used or listed is no source, so the words before the account decide. Parts of documents
/// stand in the same positions: "there was a commitment in the plan".
struct AccountRules {
    let reading: Reading

    /// The sources of the accounts.
    var findings: [Finding] {
        reading.mentions.compactMap { mention in
            mention.needsOwner ? heard(mention) ?? received(mention) ?? concern(mention) : nil
        } + heardFrom
    }

    /// "*We heard* positive feedback from people", "*there were* staff concerns", "…, *with* mixed views from carers".
    private func heard(_ account: Mention) -> Finding? {
        guard let start = reading.introduction(of: account) else { return listed(account) }
        return finding(account, from: start)
    }

    /// "*Among* its priorities *was*", "*In* feedback from people, …".
    private func listed(_ account: Mention) -> Finding? {
        let owner = Owner(reading: reading, mention: account, upTo: reading.tokens.count)
        let end = owner.giver?.tokens.upperBound ?? account.tokens.upperBound
        guard let before = reading.before(account.start), reading.before(before) == nil,
            end < reading.tokens.count,
            reading.isBeing(end) ? reading.has(.giving, at: before) : isOpening(before, end),
            case let groups = owner.groups, !groups.isEmpty
        else { return nil }
        return Finding(account.kind, .inPhrase, groups, because: before..<end)
    }

    private func finding(_ account: Mention, from start: Int) -> Finding? {
        if !account.groups.isEmpty {
            return Finding(
                account.kind, .possessive, account.groups, because: start..<account.tokens.upperBound)
        }
        guard let giver = Owner(reading: reading, mention: account, upTo: reading.tokens.count).giver else {
            return nil
        }
        return Finding(account.kind, .fromPhrase, giver.groups, because: start..<giver.tokens.upperBound)
    }

    private func isOpening(_ preposition: Int, _ end: Int) -> Bool {
        reading.tokens[preposition].word == Self.in && reading.tokens[end].mark == .comma
    }

    private static let `in` = WordHash.word("in")

    /// "Positive feedback *was received* from people".
    private func received(_ account: Mention) -> Finding? {
        let verb = reading.skippingAdverbs(account.tokens.upperBound)
        guard account.kind == .account, reading.has(.auxiliary, at: verb),
            let giver = Owner(reading: reading, mention: account, upTo: reading.tokens.count).giver,
            (verb..<giver.tokens.lowerBound).contains(where: {
                !reading.verb(at: $0).participle.isDisjoint(with: [.hearing, .giving])
            }), reading.isAgent(giver)
        else { return nil }
        return Finding(
            .account, .fromPhrase, giver.groups, because: account.head.lowerBound..<giver.tokens.upperBound)
    }

    /// "was the main area *of people’s concern*".
    private func concern(_ account: Mention) -> Finding? {
        guard account.kind == .account, !account.groups.isEmpty, account.start > 0,
            reading.tokens[account.start - 1].word == Self.of
        else { return nil }
        for index in (max(0, account.start - 7)..<account.start - 1).reversed() {
            if reading.isBeing(index) {
                return Finding(.account, .possessive, account.groups, because: account.tokens)
            }
            guard reading.tokens[index].mark == .word,
                !reading.has([.regularPast, .past, .participle], at: index)
            else { return nil }
        }
        return nil
    }

    private static let of = WordHash.word("of")

    /// "We *heard from* partners that", "we heard *about delays from* carers".
    private var heardFrom: [Finding] {
        reading.tokens.indices.compactMap { index in
            guard reading.has(.we, at: index), case let verb = reading.skippingAdverbs(index + 1),
                verb < reading.tokens.count, reading.tokens[verb].word == Self.heard
            else { return nil }
            let account = Mention(
                kind: .account, groups: [], tokens: index..<verb + 1, start: index, head: index..<verb + 1,
                isPossessive: false)
            return finding(account, from: index)
        }
    }

    private static let heard = WordHash.word("heard")
}

extension Reading {
    /// The use of a token as a verb.
    func verb(at index: Int) -> VerbUse {
        has(.verb, at: index) ? lexicon.verbs.use(of: tokens[index].word) : VerbUse()
    }

    /// Returns true if a form of "be" or "remain" stands here.
    func isBeing(_ index: Int) -> Bool {
        has(.auxiliary, at: index) || tokens[index].word == Being.remained
    }

    /// Returns true if the giver stands behind "from", not only "of".
    fileprivate func isAgent(_ giver: Giver) -> Bool { has(.giving, at: giver.tokens.lowerBound) }

    /// The first token of "we heard", "there was" or ", with" right before a noun phrase.
    fileprivate func introduction(of mention: Mention) -> Int? {
        var at = mention.start
        // "strong, *positive* feedback", "praise *and concerns*".
        while let before = before(at), isJoint(before), let next = startOfJoined(before) { at = next }
        guard let last = before(at) else { return nil }
        if tokens[last].word == Being.with || tokens[last].word == Being.despite {
            return before(last).map { tokens[$0].mark == .comma || $0 < 2 } ?? true ? last : nil
        }
        guard has([.auxiliary, .perfect, .verb, .past], at: last) else { return nil }
        var first = last
        while let before = before(first), has([.auxiliary, .perfect], at: before) { first = before }
        guard let subject = before(first) else { return nil }
        if tokens[subject].word == Being.there, isBeing(last) { return subject }
        let use = verb(at: last)
        let hears = !use.finite.isDisjoint(with: .hearing) || !use.participle.isDisjoint(with: .hearing)
        let isGiven = first < last && use.participle.contains(.giving)
        return has(.we, at: subject) && (hears || isGiven) ? subject : nil
    }

    /// The first token of what stands before a joint: an account, or an adjective.
    private func startOfJoined(_ joint: Int) -> Int? {
        if let other = mention(before: joint), other.tokens.upperBound == joint, other.kind == .account {
            return other.start
        }
        var start = joint
        while start > 0, tokens[start - 1].mark == .word,
            has(.modifier, at: start - 1) || tokens[start - 1].isPlain
        {
            start -= 1
        }
        return start < joint ? start : nil
    }
}

/// Words that positions turn on.
private enum Being {
    static let remained = WordHash.word("remained")
    static let there = WordHash.word("there")
    static let with = WordHash.word("with")
    static let despite = WordHash.word("despite")
}
