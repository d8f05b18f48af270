/// The lexicon as tables of words, made once.
struct CompiledLexicon: Sendable {
    /// A noun phrase of the lexicon; without a source it only keeps shorter ones from being found.
    struct Noun: Sendable {
        let words: [Word]
        let source: Lexicon.Source?
    }

    /// What a kind of source says.
    struct PredicateTables: Sendable {
        var speech = PhraseTable([])
        var view = PhraseTable([])
        var late = PhraseTable([])
    }

    private var traits: [Word: WordTraits] = [:]
    private(set) var nouns: [Word: [Noun]] = [:]
    private(set) var predicates: [Lexicon.Kind: PredicateTables] = [:]
    let quantities: PhraseTable
    let constructions: ConstructionTables

    init(_ lexicon: Lexicon) {
        quantities = PhraseTable(lexicon.grammar.quantities)
        constructions = ConstructionTables(lexicon.constructions)
        addGrammar(lexicon)
        for source in lexicon.sources { addNouns(source.nouns, source) }
        addNouns(lexicon.ignored, nil)
        for key in nouns.keys { nouns[key]?.sort { $0.words.count > $1.words.count } }
        for entry in lexicon.predicates {
            let tables = PredicateTables(
                speech: PhraseTable(entry.speech), view: PhraseTable(entry.view ?? []),
                late: PhraseTable(entry.late ?? entry.speech + (entry.view ?? [])))
            for kind in entry.kinds { predicates[kind] = tables }
            mark(tables.speech.firstWords, .beginsPredicate)
            mark(tables.view.firstWords, .beginsPredicate)
        }
        mark(quantities.firstWords, .beginsQuantity)
        mark(constructions.firstWords, .beginsConstruction)
    }

    /// What a word may be; its ending decides only where no list tells its form.
    func traits(of word: Word, text: [UInt8], range: Range<Int>) -> WordTraits {
        let listed = traits[word] ?? []
        guard listed.isDisjoint(with: Self.byForm) else { return listed }
        let ending = WordTraits.ofEnding(text[range])
        // "family" is no adverb, but "working" may begin "working carers" and is an activity still.
        return listed.contains(.beginsNoun) && ending == .adverb ? listed : listed.union(ending)
    }

    /// Traits that say more of a word's form than its ending does: "led" and "during" are in these lists.
    private static let byForm: WordTraits = [
        .adverb, .past, .participle, .preposition, .auxiliary, .modifier,
    ]

    private mutating func mark(_ words: some Sequence<Word>, _ trait: WordTraits) {
        for word in words { traits[word, default: []].insert(trait) }
    }

    private mutating func addGrammar(_ lexicon: Lexicon) {
        let grammar = lexicon.grammar
        let lists: [([String], WordTraits)] = [
            (grammar.modifiers, .modifier), (grammar.prepositions, .preposition),
            (grammar.conjunctions, .conjunction), (grammar.subordinators, .subordinator),
            (grammar.relatives, .relative), (grammar.pronouns, .pronoun), (grammar.backward, .backward),
            (grammar.adverbs, .adverb), (grammar.perfect, .perfect), (grammar.auxiliaries, .auxiliary),
            (grammar.pasts, .past), (grammar.participles, .participle), (grammar.asides, .aside),
            (grammar.hindrances, .hindrance), (grammar.questions, .question), (grammar.contrasts, .contrast),
            (lexicon.national, .national),
            (["we"], .we),
        ]
        for (words, trait) in lists { mark(words.map { WordHash.word($0) }, trait) }
    }

    private mutating func addNouns(_ texts: [String], _ source: Lexicon.Source?) {
        for text in texts {
            for words in Self.spellings(of: text) {
                nouns[words[0], default: []].append(Noun(words: words, source: source))
                mark([words[0]], .beginsNoun)
            }
        }
    }

    /// Every choice of words that `health|hospital staff|colleagues` allows.
    private static func spellings(of text: String) -> [[Word]] {
        let choices = text.split(separator: " ").map { $0.split(separator: "|").map { WordHash.word($0) } }
        let spellings = choices.reduce([[]]) { soFar, words in
            soFar.flatMap { spelling in words.map { spelling + [$0] } }
        }
        return spellings.filter { !$0.isEmpty }
    }
}

/// The constructions of the lexicon as tables.
struct ConstructionTables: Sendable {
    let according, heard, by, evidenced, among, writtenIn, writes, participles, inverted,
        concerns: PhraseTable

    init(_ constructions: Lexicon.Constructions) {
        according = PhraseTable(constructions.according)
        heard = PhraseTable(constructions.heard)
        by = PhraseTable(constructions.by)
        evidenced = PhraseTable(constructions.evidenced)
        among = PhraseTable(constructions.among)
        writtenIn = PhraseTable(constructions.writtenIn)
        writes = PhraseTable(constructions.writes)
        participles = PhraseTable(constructions.participles)
        inverted = PhraseTable(constructions.inverted)
        concerns = PhraseTable(constructions.concerns)
    }

    /// The words that any of them begins with.
    var firstWords: [Word] {
        [according, heard, by, evidenced, among, writtenIn, writes, participles, inverted, concerns]
            .flatMap { Array($0.firstWords) }
    }
}
