public import Evidence

/// Decides, sentence by sentence, who said what a paragraph states.
///
/// It reads English by the words of a lexicon: nouns name a source, verbs and constructions make it speak or only
/// mention it. A group that merely acts, is listed or is spoken to is no source.
public struct Attributor: Sendable {
    private let lexicon: CompiledLexicon
    private let splitter = SentenceSplitter()
    /// The number of sentences that "They said" may reach back over: "For example…" may stand between.
    private static let reach = 2

    /// Tokens of the longest sentence that is read; longer ones are a table or a slip.
    private static let longest = 1_000

    /// An attributor that knows the words of this lexicon.
    public init(lexicon: Lexicon) { self.lexicon = CompiledLexicon(lexicon) }

    /// Every sentence of a paragraph in order, with who said it and the words that decided it.
    public func sentences(of paragraph: String) -> [Sentence] {
        let text = Array(paragraph.utf8)
        var previous: SourceGroups = []
        var age = 0
        return splitter.ranges(of: text).map { range in
            let (sentence, subject) = sentence(at: range, of: text, after: previous)
            age += 1
            if !sentence.saidBy.isEmpty || age > Self.reach { (previous, age) = (sentence.saidBy, 0) }
            guard sentence.saidBy.isEmpty else { return sentence }
            // "Councillors had kept the budget. They told us…", "The plan was short. It set out…"
            if !subject.isDisjoint(with: .voices) { (previous, age) = (previous.subtracting(.voices), 0) }
            previous.formUnion(subject)
            return sentence
        }
    }

    /// A sentence, and the groups that it opens with.
    private func sentence(
        at range: Range<Int>, of text: [UInt8], after previous: SourceGroups
    ) -> (Sentence, subject: SourceGroups) {
        let tokens = Tokenizer.tokens(of: range, in: text, by: lexicon)
        guard tokens.count <= Self.longest else { return (Sentence(range: range), []) }
        let reading = Reading(
            tokens: tokens, mentions: MentionFinder.mentions(in: tokens, by: lexicon), lexicon: lexicon,
            previous: previous)
        let findings = Self.findings(in: reading)
        guard let first = findings.first else { return (Sentence(range: range), reading.opening) }
        let sentence = Sentence(
            range: range, saidBy: findings.reduce(into: []) { $0.formUnion($1.groups) },
            because: Self.merged(findings.flatMap(\.because)).map { bytes(of: $0, in: tokens) },
            rule: first.rule)
        return (sentence, [])
    }

    /// The findings of all rules, in the order of the sentence.
    private static func findings(in reading: Reading) -> [Finding] {
        let named =
            reading.mentions.isEmpty
            ? []
            : SubjectRules.findings(in: reading) + VoiceRules(reading: reading).findings
                + AccountRules(reading: reading).findings + AgentRules(reading: reading).findings
                + CitationRules(reading: reading).findings
        let all = named + PronounRules(reading: reading).findings
        return all.sorted { $0.start < $1.start }
    }

    /// The ranges in order, those that touch or overlap made one.
    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, range.lowerBound <= last.upperBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }

    private func bytes(of range: Range<Int>, in tokens: [Token]) -> Range<Int> {
        tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
    }
}

extension Finding {
    fileprivate var start: Int { because.first?.lowerBound ?? 0 }
}
