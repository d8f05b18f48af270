/// Finds the sentences of a paragraph, even if a full stop or the space after it is missing.
public struct SentenceSplitter: Sendable {
    /// A splitter.
    public init() {}

    /// The sentences in order, as ranges of bytes of UTF-8, without the white space around them.
    public func ranges(of paragraph: String) -> [Range<Int>] { ranges(of: Array(paragraph.utf8)) }

    /// The sentences of a text in UTF-8.
    func ranges(of text: [UInt8]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        var at = 0
        while at < text.count {
            let end = boundary(in: text, at: at)
            if let end {
                append(text, start..<end, to: &result)
                start = end
            }
            at = max(end ?? 0, at + 1)
        }
        append(text, start..<text.count, to: &result)
        return result
    }

    private func append(_ text: [UInt8], _ range: Range<Int>, to result: inout [Range<Int>]) {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, case let width = text.spaceWidth(at: lower), width > 0 { lower += width }
        while lower < upper, case let width = text.spaceWidth(before: upper), width > 0 { upper -= width }
        // A mark left alone, as in "end . .", is no sentence.
        guard text[lower..<upper].contains(where: { $0.isLetterOrDigit || $0 >= 0x80 }) else { return }
        result.append(lower..<upper)
    }

    /// The end of the sentence if it ends at this byte.
    private func boundary(in text: [UInt8], at: Int) -> Int? {
        switch text[at] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): endAfterMark(text, at)
        case UInt8(ascii: " "): isMissingFullStop(text, at) ? at : nil
        default: nil
        }
    }

    private func endAfterMark(_ text: [UInt8], _ mark: Int) -> Int? {
        // "…": the first of several full stops decides for all.
        guard mark == 0 || text[mark - 1] != UInt8(ascii: ".") else { return nil }
        var end = mark + 1
        while end < text.count, text[end] == UInt8(ascii: ".") { end += 1 }
        let closed = text.endOfClosingMarks(from: end)
        guard closed < text.count else { return nil }
        let word = text.wordBefore(mark)
        if text.spaceWidth(at: closed) == 0 {
            return isClearWithoutSpace(text, word, mark: mark, closed: closed) ? closed : nil
        }
        guard !isAbbreviation(text, word, mark) else { return nil }
        var next = closed
        while next < text.count, case let width = text.spaceWidth(at: next), width > 0 { next += width }
        guard next < text.count else { return nil }
        // A small letter begins a sentence only by a slip; behind a quotation's end it goes on.
        return text[next].isLower && (closed > end || word.count < 3) ? nil : closed
    }

    /// "…at home.The team…", "…(ASCS).The team…", "…by 5%.The team…", "…fine.’The team…": a capital after, and
    /// before it what is part of no name or number.
    private func isClearWithoutSpace(_ text: [UInt8], _ word: Range<Int>, mark: Int, closed: Int) -> Bool {
        guard closed + 1 < text.count, text[closed].isUpper, text[closed + 1].isLower else { return false }
        let isAfterMark = mark > 0 && [UInt8(ascii: ")"), UInt8(ascii: "%")].contains(text[mark - 1])
        return isAfterMark || (word.count > 2 && text[word].allSatisfy { $0.isLower })
            || (word.count > 1 && text[word].allSatisfy { $0.isUpper })
    }

    private static let abbreviations: Set<String> = [
        "e.g", "i.e", "eg", "ie", "dr", "mr", "mrs", "ms", "prof", "st", "approx", "etc", "vs", "no", "inc",
        "ltd", "cllr", "dept", "incl", "rev", "hon", "a.m", "p.m", "u.k",
    ]

    private func isAbbreviation(_ text: [UInt8], _ word: Range<Int>, _ mark: Int) -> Bool {
        guard !word.isEmpty else { return false }
        if word.count == 1, word.upperBound == mark, text[word.lowerBound].isUpper { return true }
        guard word.upperBound == mark else { return false }
        // "the N.H.S. told us".
        if isInitials(text[word]) { return !text[min(mark + 2, text.count - 1)].isUpper }
        guard word.count <= 6 else { return false }
        let name = String(decoding: text[word].map(\.lowered), as: UTF8.self)
        guard Self.abbreviations.contains(name) else { return false }
        // "No." and "etc." may also end a sentence: only "No. 5" and "etc. and" go on.
        let next = text[min(mark + 2, text.count - 1)]
        return switch name {
        case "no": next.isDigit
        case "etc", "inc", "ltd", "a.m", "p.m", "u.k": !next.isUpper
        default: true
        }
    }

    /// Returns true for capitals with full stops between: `N.H.S`.
    private func isInitials(_ word: ArraySlice<UInt8>) -> Bool {
        word.count > 2 && word.count % 2 == 1
            && zip(word.indices, word).allSatisfy { index, byte in
                (index - word.startIndex) % 2 == 0 ? byte.isUpper : byte == UInt8(ascii: ".")
            }
    }

    /// Words that begin a sentence and, inside one, would have a small letter.
    private static let openers: [[UInt8]] = [
        "However,", "For example,", "This ", "These ", "They ", "There ", "Whilst ", "Although ",
        "In addition,", "The local authority ", "National data ", "Data provided ",
    ].map { Array($0.utf8) }
    /// Groups that begin a sentence if they tell us something in it.
    private static let groups: [[UInt8]] = [
        "Staff ", "People ", "Partners ", "Leaders ", "Senior ", "Carers ", "Unpaid ", "Providers ",
        "Frontline ", "Some ", "Most ", "One ", "Other ", "Social workers ", "Feedback ", "Adult ", "Young ",
    ].map { Array($0.utf8) }
    /// Words that no sentence ends in: "the Director of People said".
    private static let links = Set(
        ["of", "for", "and", "the", "with", "from", "by", "to"].map { Array($0.utf8) })
    private static let tells = [" told us", " said ", " felt "].map { Array($0.utf8) }

    /// "…to their homes Staff told us…": a capital that nothing but a missing full stop explains.
    private func isMissingFullStop(_ text: [UInt8], _ space: Int) -> Bool {
        guard space > 1, space + 2 < text.count, text[space + 1].isUpper else { return false }
        let last = text[space - 1]
        guard last.isLower || last == UInt8(ascii: ")") || last.isDigit else { return false }
        let before = text.wordBefore(space)
        guard !Self.links.contains(Array(text[before])) else { return false }
        let rest = text[(space + 1)...]
        if let opener = Self.openers.first(where: { rest.starts(with: $0) }) {
            let next = space + 1 + opener.count
            return opener.last == UInt8(ascii: ",") || (next < text.count && text[next].isLower)
        }
        let isGroup = { (start: Int) in Self.groups.contains { text[start...].starts(with: $0) } }
        // "for Unpaid Carers said": of two such words the first would have begun the sentence.
        guard isGroup(space + 1), !isGroup(before.lowerBound) else { return false }
        let near = rest.prefix(40)
        return near.indices.contains { at in Self.tells.contains { near[at...].starts(with: $0) } }
    }
}
