/// How much a query may hold, so that no query costs more than a reader would wait for.
enum QueryLimits {
    /// Bytes of the whole query; a contract.
    static let bytes = 4096
    /// Words, stop words not counted.
    static let words = 64
    /// Words between two quotes.
    static let phraseWords = 32
    /// Brackets within brackets.
    static let depth = 32
    /// The widest NEAR: a paragraph is seldom longer.
    static let window = 100
    /// The width of a NEAR without a number, as in Xapian's own parser.
    static let defaultWindow = 10
    /// Bytes of a filter's name; anything longer before a colon is words.
    static let filterName = 64
}
