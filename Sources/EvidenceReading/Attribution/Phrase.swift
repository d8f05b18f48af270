/// A phrase of the lexicon that can be compared with tokens.
///
/// `gave .. example|examples` is "gave", up to four words that are no verb, then one of two words; `-ed` is any form of the
/// passive. Adverbs in the text are passed over between words: "gave us clearly good examples" needs no phrase of its own.
struct Phrase: Sendable {
    private enum Element: Sendable {
        case oneOf([Word])
        case gap
        /// `-ed`: a form of the passive.
        case passive
    }

    /// The index of the token behind a phrase that was found.
    typealias End = Int

    /// Words that a gap may cover; more words belong to something else.
    private static let widestGap = 4

    private let elements: [Element]
    private let exclusions: [Phrase]

    /// The words that it may begin with.
    let firstWords: [Word]

    /// True if it begins with `-ed`, which adverbs may precede: "was *widely* used".
    private var isPassive: Bool {
        if case .passive? = elements.first { true } else { false }
    }

    /// Reads a phrase as the lexicon writes it.
    init(_ text: String) {
        let words = text.split(separator: " ")
        let parts = words.split(separator: "unless")
        elements = (parts.first ?? []).map(Self.element)
        exclusions = parts.dropFirst().map { Phrase($0.joined(separator: " ")) }
        if case .oneOf(let words)? = elements.first { firstWords = words } else { firstWords = [] }
    }

    private static func element(_ text: Substring) -> Element {
        switch text {
        case "..": .gap
        case "-ed": .passive
        default: .oneOf(text.split(separator: "|").map { WordHash.word($0) })
        }
    }

    /// The end of the phrase if it begins at this token.
    func end(in tokens: [Token], from start: Int) -> End? {
        guard let end = end(in: tokens, at: start, element: 0) else { return nil }
        var next = end
        while next < tokens.count, tokens.isPassable(next) { next += 1 }
        return exclusions.contains { $0.end(in: tokens, from: $0.isPassive ? next : end) != nil }
            ? nil : end
    }

    private func end(in tokens: [Token], at start: Int, element: Int) -> End? {
        guard element < elements.count else { return start }
        switch elements[element] {
        case .oneOf(let words):
            var at = start
            while at < tokens.count, element > 0, tokens.isPassable(at), !words.contains(tokens[at].word) {
                at += 1
            }
            guard at < tokens.count, words.contains(tokens[at].word) else { return nil }
            return end(in: tokens, at: at + 1, element: element + 1)
        case .passive:
            guard start < tokens.count, tokens[start].isPassive else { return nil }
            return end(in: tokens, at: start + 1, element: element + 1)
        case .gap:
            for at in start...min(start + Self.widestGap, tokens.count) {
                if let end = end(in: tokens, at: at, element: element + 1) { return end }
                guard at < tokens.count, tokens[at].isInGap else { return nil }
            }
            return nil
        }
    }
}

extension Token {
    /// True if it is a word or a number, no mark of punctuation.
    var isWordLike: Bool { mark == .word || mark == .number || mark == .percentage }

    /// True if a gap may cover it: what stands between a verb and its object, not another verb.
    var isInGap: Bool {
        mark == .quote || (isWordLike && traits.isDisjoint(with: [.past, .auxiliary, .perfect]))
    }

    /// True if it may be the participle of a passive.
    var isPassive: Bool { !traits.isDisjoint(with: [.regularPast, .participle, .past]) }
}

extension [Token] {
    /// Returns true if a phrase may run over this token: adverbs and quotation marks.
    func isPassable(_ index: Int) -> Bool {
        self[index].mark == .quote || self[index].traits.contains(.adverb)
    }
}

/// Phrases by their first word, so that one look-up rules out most tokens.
struct PhraseTable: Sendable {
    private var phrases: [Word: [Phrase]] = [:]

    /// The words that any of them begins with.
    var firstWords: [Word] { Array(phrases.keys) }

    /// A table of phrases as the lexicon writes them.
    init(_ texts: [String]) {
        for phrase in texts.map(Phrase.init) {
            for word in phrase.firstWords { phrases[word, default: []].append(phrase) }
        }
    }

    /// The end of the longest phrase that begins at this token.
    func end(in tokens: [Token], from start: Int) -> Phrase.End? {
        guard start < tokens.count, let candidates = phrases[tokens[start].word] else { return nil }
        return candidates.compactMap { $0.end(in: tokens, from: start) }.max()
    }
}
