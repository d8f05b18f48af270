/// The lexicon as tables of words, made once.
///
/// A class, because every reading of a sentence holds it: copies of a dozen tables cost a tenth of the time.
final class CompiledLexicon: Sendable {
    /// A noun phrase of the lexicon; one without a source only keeps shorter ones from being found.
    struct Noun: Sendable {
        let words: [Word]
        let source: Lexicon.Source?
        /// The second word, if any, which rules out most candidates.
        let second: Word?

        init(words: [Word], source: Lexicon.Source?) {
            (self.words, self.source, second) = (words, source, words.dropFirst().first)
        }
    }

    /// The predicates of a kind of source.
    struct PredicateTables: Sendable {
        var speech = PhraseTable([])
        var view = PhraseTable([])
        var late = PhraseTable([])
    }

    private let traits: [Word: WordTraits]
    let nouns: [Word: [Noun]]
    let titles: Set<Word>
    let predicates: [Lexicon.Kind: PredicateTables]
    let verbs: VerbTable
    let quantities, according, meetings: PhraseTable

    init(_ lexicon: Lexicon) {
        quantities = PhraseTable(lexicon.grammar.quantities)
        according = PhraseTable(lexicon.grammar.according)
        meetings = PhraseTable(lexicon.meetings)
        verbs = VerbTable(lexicon.verbs)
        nouns = Self.nouns(of: lexicon)
        titles = Set(lexicon.titles.map { WordHash.word($0) })
        predicates = Self.predicates(of: lexicon, verbs: verbs)
        var lists = Self.grammar(of: lexicon)
        lists.append((Array(nouns.keys) + Array(titles), .beginsNoun))
        lists.append((quantities.firstWords, .beginsQuantity))
        lists.append((according.firstWords, .beginsAccording))
        lists.append((verbs.words, .verb))
        for tables in predicates.values {
            lists.append((tables.speech.firstWords + tables.view.firstWords, .beginsPredicate))
        }
        traits = lists.reduce(into: [:]) { traits, list in
            for word in list.0 { traits[word, default: []].insert(list.1) }
        }
    }

    /// The predicates of each kind: its frames, and the verbs of its classes that have none.
    private static func predicates(
        of lexicon: Lexicon, verbs: VerbTable
    ) -> [Lexicon.Kind: PredicateTables] {
        var result: [Lexicon.Kind: PredicateTables] = [:]
        for entry in lexicon.predicates {
            let (speech, view) = (filled(entry.speech, lexicon), filled(entry.view ?? [], lexicon))
            let framed = Set(PhraseTable(speech + view).firstWords)
            for kind in entry.kinds {
                let speech = speech + unframed(verbs, kind.speech, kind, framed)
                let view = view + unframed(verbs, kind.view, kind, framed)
                result[kind] = PredicateTables(
                    speech: PhraseTable(speech), view: PhraseTable(view),
                    late: PhraseTable(entry.late.map { filled($0, lexicon) } ?? speech + view))
            }
        }
        return result
    }

    /// Frames with the nouns of a class for `{account}` and `{part}`.
    private static func filled(_ frames: [String], _ lexicon: Lexicon) -> [String] {
        let nouns = { (kind: Lexicon.Kind) in
            lexicon.sources.filter { $0.kind == kind }.flatMap(\.nouns).filter { !$0.contains(" ") }
                .joined(separator: "|")
        }
        let classes = [("{account}", nouns(.account)), ("{part}", nouns(.part))]
        return frames.map { frame in
            let words = frame.split(separator: " ").map { word in
                classes.first { $0.0 == word }?.1 ?? String(word)
            }
            return words.joined(separator: " ")
        }
    }

    /// The verbs of these classes that no frame begins with, as phrases.
    ///
    /// Reports tell what voices said in the past; the base of many verbs is a noun too: "state", "rate".
    private static func unframed(
        _ verbs: VerbTable, _ classes: VerbClasses, _ kind: Lexicon.Kind, _ framed: Set<Word>
    ) -> [String] {
        verbs.finite.filter { classes.isSuperset(of: $0.0) }.flatMap { _, forms in
            let forms = kind == .voice ? Array(forms.prefix(1)) : forms
            return forms.filter { !framed.contains(WordHash.word($0)) }
                .map { $0 + (kind == .document ? " unless by|in" : " unless by") }
        }
    }

    /// The traits of a word; its ending decides only if no list tells its form.
    func traits(of word: Word, spelt spelling: @autoclosure () -> ArraySlice<UInt8>) -> WordTraits {
        let listed = traits[word] ?? []
        guard listed.isDisjoint(with: Self.byForm) else { return listed }
        let ending = WordTraits.ofEnding(spelling())
        // "family" is no adverb, but "working" may begin "working carers" and is an activity still.
        return listed.contains(.beginsNoun) && ending == .adverb ? listed : listed.union(ending)
    }

    /// Traits that say more about a word's form than its ending does: "led" and "during" are in these lists.
    private static let byForm: WordTraits = [
        .adverb, .past, .participle, .preposition, .auxiliary, .modifier,
    ]

    private static func grammar(of lexicon: Lexicon) -> [([Word], WordTraits)] {
        let grammar = lexicon.grammar
        let lists: [([String], WordTraits)] = [
            (grammar.modifiers, .modifier), (grammar.prepositions, .preposition),
            (grammar.conjunctions, .conjunction), (grammar.subordinators, .subordinator),
            (grammar.relatives, .relative), (grammar.pronouns, .pronoun), (grammar.backward, .backward),
            (grammar.adverbs, .adverb), (grammar.perfect, .perfect), (grammar.auxiliaries, .auxiliary),
            (grammar.pasts, .past), (grammar.participles, .participle), (grammar.asides, .aside),
            (grammar.hindrances, .hindrance), (grammar.questions, .question), (grammar.contrasts, .contrast),
            (grammar.praising, .praising), (grammar.presents, .present), (grammar.giving, .giving),
            (lexicon.national, .national), (lexicon.outside, .outside), (lexicon.inside, .inside),
            (lexicon.held, .held),
            (lexicon.services, .service),
            (["we"], .we),
        ]
        return lists.map { words, trait in (words.map { WordHash.word($0) }, trait) }
    }

    /// The nouns by their first word, the longest first.
    private static func nouns(of lexicon: Lexicon) -> [Word: [Noun]] {
        let entries = lexicon.sources.map { ($0.nouns, Optional($0)) } + [(lexicon.ignored, nil)]
        var nouns: [Word: [Noun]] = [:]
        for (texts, source) in entries {
            for words in texts.flatMap(spellings) {
                nouns[words[0], default: []].append(Noun(words: words, source: source))
            }
        }
        return nouns.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }

    /// Every choice of words that `health|hospital staff|colleagues` allows; a token has no "’s".
    private static func spellings(of text: String) -> [[Word]] {
        let choices = text.split(separator: " ").map { choice in
            choice.split(separator: "|").map { WordHash.word($0.hasSuffix("'s") ? $0.dropLast(2) : $0) }
        }
        let spellings = choices.reduce([[]]) { soFar, words in
            soFar.flatMap { spelling in words.map { spelling + [$0] } }
        }
        return spellings.filter { !$0.isEmpty }
    }
}

extension Lexicon.Kind {
    /// The verbs by which it speaks to us.
    fileprivate var speech: VerbClasses { self == .voice ? .speech : [] }

    /// The verbs by which it speaks unless somebody else tells it.
    fileprivate var view: VerbClasses {
        switch self {
        case .voice: .stance
        case .data, .figures: .showing
        case .document: [.writing, .showing]
        case .authority, .account, .part: []
        }
    }
}
