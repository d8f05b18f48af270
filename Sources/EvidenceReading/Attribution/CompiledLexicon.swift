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
    let predicates: [Lexicon.Kind: PredicateTables]
    let quantities: PhraseTable
    let constructions: ConstructionTables

    init(_ lexicon: Lexicon) {
        quantities = PhraseTable(lexicon.grammar.quantities)
        constructions = ConstructionTables(lexicon.constructions)
        nouns = Self.nouns(of: lexicon)
        var predicates: [Lexicon.Kind: PredicateTables] = [:]
        for entry in lexicon.predicates {
            let tables = PredicateTables(
                speech: PhraseTable(entry.speech), view: PhraseTable(entry.view ?? []),
                late: PhraseTable(entry.late ?? entry.speech + (entry.view ?? [])))
            for kind in entry.kinds { predicates[kind] = tables }
        }
        self.predicates = predicates
        var lists = Self.grammar(of: lexicon)
        lists.append((Array(nouns.keys), .beginsNoun))
        lists.append((quantities.firstWords, .beginsQuantity))
        lists.append((constructions.firstWords, .beginsConstruction))
        for tables in predicates.values {
            lists.append((tables.speech.firstWords + tables.view.firstWords, .beginsPredicate))
        }
        traits = lists.reduce(into: [:]) { traits, list in
            for word in list.0 { traits[word, default: []].insert(list.1) }
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
            (lexicon.national, .national),
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
        concerns, meetings: PhraseTable

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
        meetings = PhraseTable(constructions.meetings)
    }

    /// The words that any of them begins with.
    var firstWords: [Word] {
        [according, heard, by, evidenced, among, writtenIn, writes, participles, inverted, concerns]
            .flatMap(\.firstWords)
    }
}
