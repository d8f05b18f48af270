/// Sources that are the subject of a verb: "Partners told us", "data showed", "the strategy sets out".
struct SubjectRules {
    private let reading: Reading
    private let outcomes: [SubjectOutcome]
    private var claims: [Claim] = []

    /// The findings from the subjects of a sentence.
    static func findings(in reading: Reading) -> [Finding] {
        var rules = SubjectRules(reading)
        rules.collect()
        return rules.claims.isEmpty ? rules.late() : rules.findings() + rules.late()
    }

    private init(_ reading: Reading) {
        self.reading = reading
        outcomes = reading.mentions.map { $0.isPossessive ? .nothing : reading.outcome(of: $0) }
    }

    /// Keeps the claims of true subjects.
    ///
    /// Of several nouns before one verb the first is the subject, with those joined to it: "Social workers
    /// supporting people and their teams told us".
    private mutating func collect() {
        for (mention, outcome) in zip(reading.mentions, outcomes) {
            guard case .says(let predicate) = outcome else { continue }
            let claim = Claim(mention: mention, predicate: predicate)
            let rivals = claims.filter { $0.predicate.tokens.lowerBound == predicate.tokens.lowerBound }
            if rivals.isEmpty ? isSubject(claim) : isJoined(claim, to: rivals) { claims.append(claim) }
        }
    }

    private func isJoined(_ claim: Claim, to rivals: [Claim]) -> Bool {
        guard claim.mention.kind == rivals[0].mention.kind,
            reading.isJoint(claim.mention.start - 1),
            let neighbour = reading.mention(before: claim.mention.start)
        else { return false }
        return rivals.contains { $0.mention.tokens == neighbour.tokens }
    }

    private func isSubject(_ claim: Claim) -> Bool {
        let position = SubjectPosition(reading: reading, mention: claim.mention)
        guard position.allows(claim.predicate) else { return false }
        // "The plan shared data": the data is part of what the plan does.
        guard !claims.contains(where: { $0.predicate.tokens.overlaps(claim.mention.head) }) else {
            return false
        }
        return !Telling(reading: reading, claims: claims).isTold(claim)
    }

    private func findings() -> [Finding] {
        var result: [Finding] = []
        for claim in claims {
            let owners = Owner(
                reading: reading, mention: claim.mention, upTo: claim.predicate.tokens.lowerBound)
            let groups = owners.groups
            guard !groups.isEmpty else { continue }
            var finding = Finding(claim.mention.kind, .subject, groups)
            finding.because = because(claim.mention, claim.predicate)
            result.append(finding)
        }
        return result
    }

    /// Subject and verb: in one piece if they stand close together.
    private func because(_ mention: Mention, _ predicate: Predicate) -> [Range<Int>] {
        let gap = predicate.tokens.lowerBound - mention.tokens.upperBound
        let start = shownStart(of: mention)
        // Feedback and data are told by what stands between: "data from the carers’ survey in 2023 showed".
        let isClose = gap <= (mention.kind == .voice ? 8 : 16)
        return isClose
            ? [start..<predicate.tokens.upperBound] : [start..<mention.tokens.upperBound, predicate.tokens]
    }

    /// The first token of the noun phrase for a reader: "*The sensory* team", whose adjective no list holds.
    private func shownStart(of mention: Mention) -> Int {
        let start = mention.tokens.lowerBound
        let isPlain = { (index: Int) in
            reading.tokens[index].mark == .word && reading.tokens[index].traits.isEmpty
        }
        for at in (max(0, start - 3)..<start).reversed() {
            if reading.has(.modifier, at: at) || (at == 0 && isPlain(at)) { return at }
            guard isPlain(at) else { break }
        }
        return start
    }

    /// Verbs joined to a first verb that told us nothing: "Staff met weekly and told us…", "Staff met weekly, telling us…".
    private func late() -> [Finding] {
        reading.tokens.indices.compactMap { index in
            guard reading.has([.beginsPredicate, .verb], at: index), let joint = reading.before(index),
                reading.tokens[joint].mark == .comma || reading.has(.conjunction, at: joint),
                let subject = actor(before: joint),
                let predicate = latePredicate(of: subject, at: index, behind: joint),
                predicate.isSpeech || subject.kind != .voice
                    || !hasOtherClause(subject.tokens.upperBound..<joint)
            else { return nil }
            let groups = Owner(reading: reading, mention: subject, upTo: predicate.tokens.lowerBound).groups
            return groups.isEmpty
                ? nil
                : Finding(subject.kind, .laterVerb, groups, because: subject.tokens, predicate.tokens)
        }
    }

    private func latePredicate(of subject: Mention, at index: Int, behind joint: Int) -> Predicate? {
        if reading.tokens[joint].mark != .comma { return reading.latePredicate(of: subject.kind, at: index) }
        guard reading.has(.gerund, at: index), let past = reading.verb(at: index).past else { return nil }
        return reading.predicate(of: subject.kind, at: index, as: past).flatMap { $0.isSpeech ? $0 : nil }
    }

    /// The last subject before this token whose verb told us nothing.
    private func actor(before index: Int) -> Mention? {
        let actor = zip(reading.mentions, outcomes).reversed().first { mention, outcome in
            guard case .does(let verb) = outcome, verb < index else { return false }
            return SubjectPosition(reading: reading, mention: mention).isStrict
        }
        return actor?.0
    }

    private func hasOtherClause(_ range: Range<Int>) -> Bool {
        range.contains {
            reading.has([.subordinator, .relative, .contrast, .pronoun], at: $0)
                && !reading.has(.preposition, at: $0)
        }
    }
}
