internal import Evidence

/// Sources that are cited beside a statement: "according to the plan", "72% (SACE 2024)", "in the 2021 census".
struct CitationRules {
    let reading: Reading

    /// The sources that the sentence cites.
    var findings: [Finding] {
        let according = reading.tokens.indices.compactMap { index in
            reading.has(.beginsAccording, at: index) ? accordingTo(at: index) : nil
        }
        return according
            + reading.mentions.compactMap { mention in
                switch mention.kind {
                case .authority: wrote(mention)
                case .data, .figures: bracketed(mention) ?? measured(mention)
                case .voice, .account, .document, .part: nil
                }
            }
    }

    /// "According to the strategy": any kind of source.
    private func accordingTo(at index: Int) -> Finding? {
        guard let end = reading.lexicon.according.end(in: reading.tokens, from: index),
            let source = reading.mentions.first(where: { $0.head.lowerBound >= end }), !source.needsOwner,
            reading.tokens[end..<max(end, source.tokens.lowerBound)].allSatisfy({ $0.mark == .word })
        else { return nil }
        let voices = reading.voices(from: source.tokens.lowerBound)
        let comma = reading.tokens[source.tokens.upperBound...].firstIndex { $0.mark == .comma }
        let groups =
            voices.isEmpty
            ? Owner(reading: reading, mention: source, upTo: comma ?? reading.tokens.count).groups
            : reading.groups(of: voices)
        let last = voices.last ?? source
        guard !groups.isEmpty, !last.isPossessive || voices.isEmpty else { return nil }
        return Finding(source.kind, .accordingTo, groups, because: index..<last.tokens.upperBound)
    }

    /// "As part of its carers strategy the local authority set out…", "In its self-assessment, the council rated…".
    private func wrote(_ authority: Mention) -> Finding? {
        let verb = reading.skippingPerfect(authority.tokens.upperBound)
        guard !authority.isPossessive, reading.verb(at: verb).finite.contains(.writing),
            !reading.has(.auxiliary, at: verb + 1),
            let source = reading.mention(before: authority.tokens.lowerBound),
            source.kind == .document || source.kind == .figures, !source.groups.isEmpty,
            reading.opensWithPreposition(upTo: source.tokens.upperBound)
        else { return nil }
        var finding = Finding(source.kind, .inPhrase, source.groups, because: source.tokens)
        finding.because.append(authority.tokens.lowerBound..<verb + 1)
        return finding
    }

    /// "72% felt informed (SACE 2023)": in brackets, and not as the short form of the name before them.
    private func bracketed(_ survey: Mention) -> Finding? {
        let start = survey.tokens.lowerBound
        guard !survey.groups.isEmpty,
            let open = reading.tokens[..<start].lastIndex(where: { $0.mark == .open }),
            !reading.tokens[open..<start].contains(where: { $0.mark == .close }),
            reading.mention(before: open).map({ $0.tokens.upperBound != open || $0.kind == .voice }) ?? true,
            survey.kind == .data || hasFigure(in: 0..<open)
        else { return nil }
        return Finding(.data, .bracket, groups(of: survey), because: survey.tokens)
    }

    /// "17% in the 2021 census", "In a survey carried out by the council, 72% felt informed": a figure beside it.
    private func measured(_ survey: Mention) -> Finding? {
        let start = survey.tokens.lowerBound
        guard !survey.groups.isEmpty, let before = reading.before(survey.start),
            Self.places.contains(reading.tokens[before].word)
        else { return nil }
        let isOpening =
            reading.opensWithPreposition(upTo: start) && start < 8
            && reading.tokens[survey.tokens.upperBound...].prefix(8).contains {
                $0.mark == .comma || $0.mark == .percentage
            }
        let figures = isOpening ? survey.tokens.upperBound..<reading.tokens.count : 0..<before
        guard isOpening || survey.kind == .data, hasFigure(in: figures) else { return nil }
        return Finding(.data, .inPhrase, groups(of: survey), because: survey.tokens)
    }

    private static let places = Set(["in", "at", "from", "of", "by", "to", "for"].map(WordHash.word))

    private func groups(of survey: Mention) -> SourceGroups {
        Owner(reading: reading, mention: survey, upTo: survey.tokens.upperBound).groups
    }

    private func hasFigure(in range: Range<Int>) -> Bool {
        range.contains { index in
            let token = reading.tokens[index]
            return token.mark == .percentage || (token.mark == .number && !token.isYear)
        }
    }
}

extension Reading {
    /// The token at or after this one that is no form of "have" and no adverb.
    fileprivate func skippingPerfect(_ index: Int) -> Int {
        var at = skippingAdverbs(index)
        while has(.perfect, at: at) { at = skippingAdverbs(at + 1) }
        return at
    }

    /// Returns true if the sentence opens with a preposition whose noun phrase reaches this token.
    fileprivate func opensWithPreposition(upTo end: Int) -> Bool {
        let first = skippingAdverbs(0)
        // "When asked in the survey, 72% felt safe".
        guard
            has(.preposition, at: first)
                || (has(.subordinator, at: first) && has(.regularPast, at: first + 1))
        else { return false }
        return tokens[..<end].allSatisfy { $0.traits.isDisjoint(with: [.auxiliary, .perfect, .pronoun]) }
    }
}
