/// The classes of verbs, by what they tell about whoever does them.
struct VerbClasses: OptionSet, Sendable {
    let rawValue: UInt8

    /// Says something: "described".
    static let speech = VerbClasses(rawValue: 1 << 0)
    /// Holds an opinion: "valued".
    static let stance = VerbClasses(rawValue: 1 << 1)
    /// An opinion if done "well": "well received".
    static let reception = VerbClasses(rawValue: 1 << 2)
    /// Gives an account: "shared".
    static let giving = VerbClasses(rawValue: 1 << 3)
    /// Takes an account in: "heard".
    static let hearing = VerbClasses(rawValue: 1 << 4)
    /// Bears something out: "reflected".
    static let backing = VerbClasses(rawValue: 1 << 5)
    /// Puts something in writing: "outlined".
    static let writing = VerbClasses(rawValue: 1 << 6)
    /// Shows something, as data do: "indicated".
    static let showing = VerbClasses(rawValue: 1 << 7)
}

/// The classes of which a word is a form.
struct VerbUse: Sendable {
    /// As the form with a tense: "saw".
    var finite: VerbClasses = []
    /// As the participle of the passive: "seen".
    var participle: VerbClasses = []
    /// As the form in "ing": "seeing".
    var gerund: VerbClasses = []
    /// The past form that stands for a base or a gerund in a frame: "saw" for "see" and "seeing".
    var past: Word?
}

/// The forms of an English verb.
struct Conjugation {
    let base, present, past, participle, gerund: String

    /// Makes the forms of a verb from its base, or from "see saw seen" what is irregular.
    init(_ parts: String) {
        let parts = parts.split(separator: " ").map(String.init)
        base = parts[0]
        let endsInE = base.hasSuffix("e")
        let stem = endsInE && !base.hasSuffix("ee") ? String(base.dropLast()) : base
        let isY =
            base.hasSuffix("y") && !base.dropLast().hasSuffix("a") && !base.dropLast().hasSuffix("e")
            && !base.dropLast().hasSuffix("o")
        let regular = isY ? base.dropLast() + "ied" : base + (endsInE ? "d" : "ed")
        past = parts.count > 1 ? parts[1] : regular
        participle = parts.count > 2 ? parts[2] : past
        // "refer referred": the doubled letter is the gerund’s too.
        let isDoubled = past.hasSuffix("ed") && past.count == base.count + 3
        gerund = (isDoubled ? String(past.dropLast(2)) : stem) + "ing"
        let isHissing = base.hasSuffix("s") || base.hasSuffix("h") || base.hasSuffix("x")
        present = isY ? base.dropLast() + "ies" : base + (isHissing ? "es" : "s")
    }
}

/// The verbs of the lexicon by each of their forms.
struct VerbTable: Sendable {
    private var uses: [Word: VerbUse] = [:]
    /// The forms of each verb that make a predicate, the past first.
    private(set) var finite: [(VerbClasses, [String])] = []

    /// All forms of all verbs.
    var words: [Word] { Array(uses.keys) }

    init(_ verbs: Lexicon.Verbs) {
        for (list, verbClass) in verbs.classes {
            for verb in list.map(Conjugation.init) { add(verb, verbClass) }
        }
    }

    private mutating func add(_ verb: Conjugation, _ verbClass: VerbClasses) {
        for form in [verb.base, verb.present, verb.past] {
            uses[WordHash.word(form), default: VerbUse()].finite.insert(verbClass)
        }
        uses[WordHash.word(verb.base)]?.past = WordHash.word(verb.past)
        uses[WordHash.word(verb.participle), default: VerbUse()].participle.insert(verbClass)
        let gerund = WordHash.word(verb.gerund)
        uses[gerund, default: VerbUse()].gerund.insert(verbClass)
        uses[gerund]?.past = WordHash.word(verb.past)
        finite.append((verbClass, [verb.past, verb.present, verb.gerund]))
    }

    /// The use of a word as a verb; none if it is the form of no verb listed.
    func use(of word: Word) -> VerbUse { uses[word] ?? VerbUse() }
}
