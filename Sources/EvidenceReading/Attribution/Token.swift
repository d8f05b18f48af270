/// A word as its 64-bit FNV-1a hash in small letters, so that comparing words is comparing integers.
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
}

/// Cuts a sentence into tokens.
struct Tokenizer {
    private let text: [UInt8]
    private let lexicon: CompiledLexicon
    private var at: Int
    private let end: Int
    private var tokens: [Token] = []

    /// The tokens of one sentence of a text.
    static func tokens(of range: Range<Int>, in text: [UInt8], by lexicon: CompiledLexicon) -> [Token] {
        var tokenizer = Tokenizer(text: text, lexicon: lexicon, at: range.lowerBound, end: range.upperBound)
        tokenizer.run()
        return tokenizer.tokens
    }

    private init(text: [UInt8], lexicon: CompiledLexicon, at: Int, end: Int) {
        (self.text, self.lexicon, self.at, self.end) = (text, lexicon, at, end)
        tokens.reserveCapacity((end - at) / 5)
    }

    private mutating func run() {
        while at < end {
            let byte = text[at]
            if Self.beginsLetter(byte) {
                readWord()
            } else {
                readMark(byte)
            }
        }
    }

    /// Returns true if a letter or digit begins here: beyond ASCII every character but U+0080 to U+00BF and U+2000 to
    /// U+2FFF, which are spaces, quotation marks and dashes.
    private static func beginsLetter(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || (byte >= 0xC3 && byte != 0xE2)
    }

    private mutating func readMark(_ byte: UInt8) {
        let width = max(1, text.quoteWidth(at: at))
        switch byte {
        case UInt8(ascii: ","): add(.comma, width)
        case UInt8(ascii: ";"), UInt8(ascii: ":"): add(.pause, width)
        case UInt8(ascii: "("), UInt8(ascii: "["): add(.open, width)
        case UInt8(ascii: ")"), UInt8(ascii: "]"): add(.close, width)
        case UInt8(ascii: "-") where isSpaced(width): add(.pause, width)
        // An en or em dash, E2 80 93 or 94, is a pause whether spaced or not, except between years.
        case 0xE2 where at + 2 < end && text[at + 1] == 0x80 && [0x93, 0x94].contains(text[at + 2]):
            add(isSpaced(3) ? .pause : .quote, 3)
        default:
            if text.quoteWidth(at: at) > 0 { add(.quote, width) } else { at += 1 }
        }
    }

    private func isSpaced(_ width: Int) -> Bool {
        at > 0 && at + width < end && text.spaceWidth(at: at + width) > 0 && text.spaceWidth(before: at) > 0
    }

    private mutating func add(_ mark: Token.Mark, _ width: Int) {
        tokens.append(Token(mark: mark, range: at..<at + width))
        at += width
    }

    private mutating func readWord() {
        let start = at
        var hash = WordHash()
        var isNumber = true
        while at < end {
            let byte = text[at]
            if Self.beginsLetter(byte) || (byte >= 0x80 && byte < 0xC0 && at > start) {
                isNumber = isNumber && byte.isDigit
                hash.add(byte.lowered)
                at += 1
            } else if let width = joinWidth(byte) {
                hash.add(byte == 0xE2 ? UInt8(ascii: "'") : byte)
                at += width
            } else {
                break
            }
        }
        let isPercentage = isNumber && at < end && text[at] == UInt8(ascii: "%")
        let mark: Token.Mark = isPercentage ? .percentage : isNumber ? .number : .word
        var token = Token(mark: mark, range: start..<at, word: hash.word)
        if mark == .word { token.traits = lexicon.traits(of: hash.word, text: text, range: start..<at) }
        token.isCapitalised = text[start].isUpper
        token.isPossessive = skipPossessive()
        tokens.append(token)
    }

    /// The bytes of a mark that joins two halves of a word, such as a hyphen, or `nil`.
    private func joinWidth(_ byte: UInt8) -> Int? {
        let width = max(1, text.quoteWidth(at: at))
        guard at + width < end, text[at + width].isLetterOrDigit else { return nil }
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "&"): return 1
        // "2023/24" is one token, "SALT/ASCOF" two.
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "/"):
            return text[at - 1].isDigit && text[at + 1].isDigit ? 1 : nil
        case UInt8(ascii: "'"), 0xE2:
            // "people's" is a possessive of "people"; "didn't" is a word of its own.
            guard byte != 0xE2 || width == 3, possessiveWidth() == 0 else { return nil }
            return width
        default: return nil
        }
    }

    private mutating func skipPossessive() -> Bool {
        let width = possessiveWidth()
        at += width
        return width > 0
    }

    /// The bytes of "’s", or of "’" behind an "s", at the current index.
    private func possessiveWidth() -> Int {
        guard at < end, text[at] != UInt8(ascii: "\"") else { return 0 }
        let quote = text.quoteWidth(at: at)
        guard quote > 0, at > 0 else { return 0 }
        let next = at + quote
        if next < end, text[next].lowered == UInt8(ascii: "s") {
            return next + 1 == end || !text[next + 1].isLetterOrDigit ? quote + 1 : 0
        }
        let followsPlural = text[at - 1] == UInt8(ascii: "s") && next < end && text.spaceWidth(at: next) > 0
        return followsPlural ? quote : 0
    }
}

/// Hashes a word byte by byte (FNV-1a, 64 bits).
struct WordHash {
    private(set) var word: Word = 0xCBF2_9CE4_8422_2325

    mutating func add(_ byte: UInt8) { word = (word ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    /// The hash of a whole word, in small letters already or not.
    static func word(_ text: some StringProtocol) -> Word {
        var hash = WordHash()
        for byte in text.utf8 { hash.add(byte.lowered) }
        return hash.word
    }
}
