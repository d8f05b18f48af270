/// Reads on from a noun phrase, token by token, to its verb.
struct SubjectScan {
    /// Tokens from the noun to its verb; a longer way is more often a wrong one.
    private static let reach = 40

    private static let who = WordHash.word("who")
    private static let takesSubject = Set(["which", "that"].map(WordHash.word))

    private let reading: Reading
    private let mention: Mention
    private var at: Int
    /// True if only adverbs and marks were passed yet.
    private var isFirst = true
    /// True if a comma has opened what another will close.
    private var isAside = false
    private var isRelative = false
    /// Verbs that may still belong to a relative clause.
    private var allowedVerbs = 0
    /// "we spoke with": whatever such a subject does or knows, it is what we learnt from it.
    private var meeting: Range<Int>?

    init(reading: Reading, mention: Mention) {
        (self.reading, self.mention, at) = (reading, mention, mention.tokens.upperBound)
    }

    mutating func run() -> SubjectOutcome {
        let end = min(reading.tokens.count, at + Self.reach)
        while at < end {
            if let outcome = step() { return outcome }
        }
        return .nothing
    }

    private mutating func step() -> SubjectOutcome? {
        let start = at
        if let predicate = predicate() { return .says(predicate) }
        // The verb of a relative clause was read over: the next may stand right behind it.
        guard at == start else { return nil }
        guard at < reading.tokens.count else { return .nothing }
        if !isFirst, let other = reading.mention(startingAt: at) {
            // "a backlog in its team, which leaders told us": the clause has a subject of its own.
            if mention.kind == .voice, Self.takesSubject.contains(reading.tokens[at - 1].word) {
                return .nothing
            }
            at = other.tokens.upperBound
            return nil
        }
        switch reading.tokens[at].mark {
        case .quote: at += 1
        case .number, .percentage: advance()
        case .open: at = reading.endOfBracket(at)
        // A bracket that closes here opened before the noun: its clause ends.
        case .pause, .close: return .nothing
        case .comma: return stepOverComma()
        case .word: return stepOverWord()
        }
        return nil
    }

    private mutating func advance() {
        at += 1
        isFirst = false
    }

    /// A predicate here, unless it is the verb of a relative clause: "people who felt unsafe were…".
    private mutating func predicate() -> Predicate? {
        // "supported people to say": an infinitive is nobody's statement; "people we spoke to said" is one.
        let finite: WordTraits = [.auxiliary, .perfect, .past, .regularPast]
        guard isFirst || !reading.has(.preposition, at: at - 1) || reading.has(finite, at: at) else {
            return nil
        }
        var start = at
        while start < reading.tokens.count {
            if let found = predicate(at: start) { return accepted(found) }
            guard reading.has([.perfect, .adverb], at: start) || reading.isDoing(start) else { return nil }
            start += 1
        }
        return nil
    }

    private func predicate(at start: Int) -> Predicate? {
        // "did not *see*" is "saw".
        if start > at, reading.isDoing(at), let past = reading.verb(at: start).past {
            return reading.predicate(of: mention.kind, at: start, as: past)
        }
        return reading.predicate(of: mention.kind, at: start, isRelative: isRelative && allowedVerbs > 0)
    }

    private mutating func accepted(_ predicate: Predicate) -> Predicate? {
        guard allowedVerbs > 0, mention.kind == .voice || mention.needsOwner, !predicate.isSpeech else {
            return predicate
        }
        allowedVerbs -= 1
        at = predicate.tokens.upperBound
        isFirst = false
        return nil
    }

    private mutating func stepOverComma() -> SubjectOutcome? {
        if isAside {
            isAside = false
            allowedVerbs = 0
            at += 1
            return nil
        }
        // "Carers who we spoke with, said": the comma that closes no aside, before the verb.
        if isRelative || meeting != nil,
            let next = reading.predicate(of: mention.kind, at: reading.skippingAdverbs(at + 1)),
            next.isSpeech || allowedVerbs == 0
        {
            at += 1
            return nil
        }
        switch reading.meaning(ofComma: at, after: mention) {
        case .opensAside:
            isAside = true
            if reading.has(.regularPast, at: reading.skippingAdverbs(at + 1)) { allowedVerbs = 1 }
        case .inserts(let end):
            (isAside, isFirst, at) = (true, false, end)
            return nil
        case .goesOn: break
        case .ends: return .nothing
        }
        at = reading.skippingAdverbs(at + 1)
        isFirst = false
        return nil
    }

    /// "Audits *it shared* with us showed", "the comments *they received* were kind".
    private var isContact: Bool {
        mention.kind != .voice && reading.has(.pronoun, at: at) && at + 1 < reading.tokens.count
            && reading.tokens[at + 1].isPassive && at == mention.tokens.upperBound
    }

    /// A clause without "who": its verb is not the subject’s, but "we spoke with" is what we learnt from.
    private mutating func stepOverContact() {
        isFirst = false
        if let end = reading.lexicon.meetings.end(in: reading.tokens, from: at) {
            (meeting, allowedVerbs, at) = (at..<end, 0, end)
        } else {
            let verb = reading.skippingAdverbs(at + 1)
            at = verb < reading.tokens.count ? reading.endOfVerbGroup(at: verb, of: mention) : verb
        }
    }

    private mutating func stepOverWord() -> SubjectOutcome? {
        let traits = reading.tokens[at].traits
        if traits.contains(.relative) {
            (isRelative, allowedVerbs) = (true, 1)
        } else if traits.contains(.we) || isContact {
            stepOverContact()
            return nil
        } else if !traits.isDisjoint(with: [.subordinator, .contrast, .pronoun]),
            !traits.contains(.preposition)
        {
            // "people who had used *it* were": the object of a relative clause.
            guard isRelative, traits.contains(.pronoun), reading.tokens[at - 1].isPassive else {
                return .nothing
            }
        } else if traits.contains(.conjunction) {
            // "Parish councils and village *wardens* said": joined to a noun that no list holds.
            if isFirst, let verb = reading.verbOfCompound(at: at + 1, of: mention) {
                (at, isFirst) = (verb, false)
                return nil
            }
            guard !isFirst || reading.mention(coming: at + 1) != nil || reading.has(.modifier, at: at + 1)
            else { return .nothing }
            if isRelative { allowedVerbs = 1 }
        } else if isRelative, allowedVerbs > 0, reading.tokens[at - 1].word == Self.who,
            reading.tokens[at].isPlain
        {
            // "people who draw on services": a verb whose form tells nothing.
            allowedVerbs -= 1
        } else if reading.isFiniteVerb(at: at, isFirst: isFirst) {
            if reading.isDescription(at: at, of: mention) {
                advance()
                return nil
            }
            guard allowedVerbs > 0 else { return outcomeOfVerb }
            allowedVerbs -= 1
            (at, isFirst) = (reading.endOfVerbGroup(at: at, of: mention), false)
            return nil
        } else if isFirst, traits.isDisjoint(with: .opensDescription) {
            guard let verb = reading.verbOfCompound(at: at, of: mention) else { return .nothing }
            at = verb
            return nil
        }
        traits.contains(.adverb) ? (at += 1) : advance()
        return nil
    }

    /// A verb that tells us nothing, unless its subject is somebody whom we met.
    private var outcomeOfVerb: SubjectOutcome {
        guard let meeting, mention.kind == .voice else { return .does(at) }
        return .says(Predicate(tokens: meeting, isSpeech: false, isRelative: false))
    }
}
