/// The parts that a word may play in a sentence.
struct WordTraits: OptionSet, Sendable {
    let rawValue: UInt32

    static let modifier = WordTraits(rawValue: 1 << 0)
    static let preposition = WordTraits(rawValue: 1 << 1)
    static let conjunction = WordTraits(rawValue: 1 << 2)
    static let subordinator = WordTraits(rawValue: 1 << 3)
    static let relative = WordTraits(rawValue: 1 << 4)
    static let pronoun = WordTraits(rawValue: 1 << 5)
    static let backward = WordTraits(rawValue: 1 << 6)
    static let adverb = WordTraits(rawValue: 1 << 7)
    static let perfect = WordTraits(rawValue: 1 << 8)
    static let auxiliary = WordTraits(rawValue: 1 << 9)
    static let past = WordTraits(rawValue: 1 << 10)
    static let participle = WordTraits(rawValue: 1 << 11)
    static let aside = WordTraits(rawValue: 1 << 12)
    static let hindrance = WordTraits(rawValue: 1 << 13)
    static let contrast = WordTraits(rawValue: 1 << 14)
    static let national = WordTraits(rawValue: 1 << 15)
    /// Ends in "ing".
    static let gerund = WordTraits(rawValue: 1 << 16)
    /// Ends in "ed": a past form or a description.
    static let regularPast = WordTraits(rawValue: 1 << 17)
    /// First word of a noun or of a phrase that holds one.
    static let beginsNoun = WordTraits(rawValue: 1 << 18)
    /// First word of a predicate.
    static let beginsPredicate = WordTraits(rawValue: 1 << 19)
    /// First word of "according to" and its like.
    static let beginsAccording = WordTraits(rawValue: 1 << 20)
    /// First word of a quantity.
    static let beginsQuantity = WordTraits(rawValue: 1 << 21)
    static let question = WordTraits(rawValue: 1 << 23)
    static let praising = WordTraits(rawValue: 1 << 24)
    static let present = WordTraits(rawValue: 1 << 25)
    static let giving = WordTraits(rawValue: 1 << 26)
    static let outside = WordTraits(rawValue: 1 << 27)
    static let service = WordTraits(rawValue: 1 << 28)
    /// Tells whose people are the authority’s own: "social care leaders".
    static let inside = WordTraits(rawValue: 1 << 30)
    /// An account that is held: "views".
    static let held = WordTraits(rawValue: 1 << 31)
    /// A form of a verb of the lexicon.
    static let verb = WordTraits(rawValue: 1 << 29)
    /// The word "we", which alone makes "we spoke to" a description of whoever stands before it.
    static let we = WordTraits(rawValue: 1 << 22)

    /// What a noun or an adjective that no list of the grammar holds may have.
    static let plain: WordTraits = [
        .beginsNoun, .beginsQuantity, .beginsAccording, .national, .outside, .inside, .service, .held, .verb,
    ]

    /// What a description behind a noun may begin with.
    static let opensDescription: WordTraits = [
        .preposition, .gerund, .participle, .adverb, .aside, .modifier,
    ]

    /// The traits that the ending of an English word tells, if no list holds the word.
    static func ofEnding(_ word: ArraySlice<UInt8>) -> WordTraits {
        guard word.count > 3 else { return [] }
        let last = word.suffix(3).map(\.lowered)
        if last[1] == UInt8(ascii: "l"), last[2] == UInt8(ascii: "y") { return .adverb }
        if last[1] == UInt8(ascii: "e"), last[2] == UInt8(ascii: "d") { return .regularPast }
        if last == Array("ing".utf8) { return .gerund }
        return []
    }
}
