internal import Evidence

/// A word as the 64-bit FNV-1a hash of its folded form, so that comparing words is comparing integers.
///
/// The chance that two English words of a whole corpus have one hash is one in 10^12; it would cost one wrong
/// attribution.
typealias Word = UInt64

/// A word or a mark of a sentence.
struct Token {
    /// The kind of token.
    enum Mark {
        case word, number, percentage, comma, pause, open, close, quote
    }

    let mark: Mark
    /// Its bytes in the paragraph, without the "’s" of a possessive.
    let range: Range<Int>
    /// Its spelling; 0 for marks.
    var word: Word = 0
    /// Its traits by the lexicon, as set by `CompiledLexicon`.
    var traits: WordTraits = []
    /// True if it begins with a capital.
    var isCapitalised = false
    /// True if "’s" or the apostrophe of a plural follows.
    var isPossessive = false

    /// True if it may be a noun or an adjective that no list holds.
    var isPlain: Bool { mark == .word && traits.isSubset(of: .plain) }
    /// True if it has as many bytes as a year or two: "2024", "2023/24", "2023-2024".
    var isYear: Bool { mark == .number && [4, 7, 9].contains(range.count) }
}

/// Hashes a word byte by byte (FNV-1a, 64 bits).
struct WordHash {
    private(set) var word: Word = 0xCBF2_9CE4_8422_2325

    mutating func add(_ byte: UInt8) { word = (word ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    /// The hash of a whole word, folded already or not.
    static func word(_ text: some StringProtocol) -> Word {
        var hash = WordHash()
        for byte in Folding.folded(String(text)).utf8 { hash.add(byte) }
        return hash.word
    }
}
