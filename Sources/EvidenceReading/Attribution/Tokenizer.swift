internal import Evidence

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
            if !Self.beginsLetter(byte) {
                readMark(byte, width: max(1, text.quoteWidth(at: at)))
            } else if byte >= 0x80, case let (form, width) = folded(at: at), !Self.isOfWord(form) {
                readMark(form[0], width: width)
            } else {
                readWord()
            }
        }
    }

    /// The folded form of the character at an index, and how many bytes it takes up.
    private func folded(at index: Int) -> (form: [UInt8], width: Int) {
        let (scalar, width) = text.scalar(at: index)
        var form: [UInt8] = []
        Folding.append(scalar, to: &form)
        return (form, width)
    }

    private func folded(_ range: Range<Int>) -> ArraySlice<UInt8> {
        Array(Folding.folded(String(decoding: text[range], as: UTF8.self)).utf8)[...]
    }

    /// Returns true if a character of this folded form is part of a word: a letter, a digit, an accent, no full-width mark.
    private static func isOfWord(_ form: [UInt8]) -> Bool {
        form.first.map { $0.isLetterOrDigit || $0 >= 0x80 } ?? true
    }

    /// Returns true if a letter or digit begins here: beyond ASCII every character but U+0080 to U+00BF and U+2000 to
    /// U+2FFF, which are spaces, quotation marks and dashes.
    private static func beginsLetter(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || (byte >= 0xC3 && byte != 0xE2)
    }

    private mutating func readMark(_ byte: UInt8, width: Int) {
        switch byte {
        case UInt8(ascii: ","): add(.comma, width)
        case UInt8(ascii: ";"), UInt8(ascii: ":"): add(.pause, width)
        case UInt8(ascii: "("), UInt8(ascii: "["): add(.open, width)
        case UInt8(ascii: ")"), UInt8(ascii: "]"): add(.close, width)
        case UInt8(ascii: "-") where isSpaced(width): add(isBetweenYears(width) ? .quote : .pause, width)
        // An en or em dash, E2 80 93 or 94, is a pause whether spaced or not, except between years.
        case 0xE2 where at + 2 < end && text[at + 1] == 0x80 && [0x93, 0x94].contains(text[at + 2]):
            add(isSpaced(3) && !isBetweenYears(3) ? .pause : .quote, 3)
        default:
            if text.quoteWidth(at: at) > 0 { add(.quote, width) } else { at += width }
        }
    }

    /// "2023 – 2026".
    private func isBetweenYears(_ width: Int) -> Bool {
        at + width + 1 < end && text[at + width + 1].isDigit && tokens.last?.mark == .number
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
        var isWide = false
        if let end = endOfInitials {
            for byte in text[at..<end] where byte.isUpper { hash.add(byte.lowered) }
            isNumber = false
            at = end
        }
        while at < end {
            let byte = text[at]
            if byte.isLetterOrDigit {
                isNumber = isNumber && byte.isDigit
                hash.add(byte.lowered)
                at += 1
            } else if Self.beginsLetter(byte), text.quoteWidth(at: at) == 0 {
                let (form, width) = folded(at: at)
                guard Self.isOfWord(form) else { break }
                isNumber = isNumber && form.allSatisfy(\.isDigit)
                for byte in form { hash.add(byte) }
                isWide = true
                at += width
            } else if let width = joinWidth(byte) {
                hash.add(byte < 0x80 ? byte : UInt8(ascii: "'"))
                at += width
            } else {
                break
            }
        }
        add(start..<at, hash.word, isNumber: isNumber, isWide: isWide)
    }

    /// Adds a word or a number, and passes over the mark of a possessive.
    private mutating func add(_ range: Range<Int>, _ word: Word, isNumber: Bool, isWide: Bool) {
        let isPercentage = isNumber && at < end && text[at] == UInt8(ascii: "%")
        let mark: Token.Mark = isPercentage ? .percentage : isNumber ? .number : .word
        var token = Token(mark: mark, range: range, word: word)
        if mark == .word {
            token.traits = lexicon.traits(of: word, spelt: isWide ? folded(range) : text[range])
        }
        token.isCapitalised =
            text[range.lowerBound].isUpper
            || isWide && text.scalar(at: range.lowerBound).scalar.properties.isUppercase
        // "in May": inside a sentence a modal verb has no capital.
        if token.isCapitalised, !tokens.isEmpty { token.traits.remove(.auxiliary) }
        token.isPossessive = skipPossessive()
        tokens.append(token)
    }

    /// The end of initials in capitals that begin here, `N.H.S.` or `U.K`; `nil` if another word does.
    private var endOfInitials: Int? {
        var index = at
        while index < end, text[index].isUpper {
            index += 1
            guard index < end, text[index] == UInt8(ascii: ".") else { break }
            index += 1
        }
        let isOver = index == end || !Self.beginsLetter(text[index])
        return index > at + 2 && isOver ? index : nil
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
        case UInt8(ascii: "'"), 0x80...:
            // "people's" is a possessive of "people"; "didn't" is a word of its own.
            guard text.quoteWidth(at: at) > 0, possessiveWidth() == 0 else { return nil }
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
