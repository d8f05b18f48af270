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
            return fronted(account, from: start)
        }
        return Finding(account.kind, .fromPhrase, giver.groups, because: start..<giver.tokens.upperBound)
    }

    /// "*Among staff* there was a view that".
    private func fronted(_ account: Mention, from start: Int) -> Finding? {
        let voices = reading.voices(from: 1)
        guard reading.has(.giving, at: 0), let last = voices.last, last.tokens.upperBound <= start else {
            return nil
        }
        return Finding(
            account.kind, .fromPhrase, reading.groups(of: voices), because: 0..<account.tokens.upperBound)
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
