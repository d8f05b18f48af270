/// Looks at the words of a document in their order, where the postings of its stems don't say enough.
struct TokenCheck {
    enum Wanted {
        /// These words one after another; a hyphenated word also stands for one written as one.
        case phrase([UInt32])
        /// Words of these stems, all within so many places.
        case near(NearWords)
        /// One of successive words of the vocabulary.
        case word(in: Range<UInt32>)
    }

    /// How many tokens a line of the processor's cache holds.
    private static let tokensOfLine = 16

    private let wanted: Wanted
    private let postings: Postings
    /// Whether a hyphenated word that is written as one may be one of the wanted: nearly no phrase holds any, and looking
    /// for these takes most of the time.
    private let mayBeJoined: Bool

    init(_ wanted: Wanted, in postings: Postings) {
        self.wanted = wanted
        self.postings = postings
        mayBeJoined =
            if case .phrase(let words) = wanted { words.contains { postings.isJoined[Int($0)] } } else {
                true
            }
    }

    /// Where what is wanted begins if the word at `offset` among the wanted stands at a place.
    @inline(__always)
    func start(of place: Int, at offset: Int) -> Int {
        if case .phrase = wanted { place - offset } else { place }
    }

    /// Whether the words may stand as wanted for all that is known so far.
    @inline(__always)
    func allows(_ clues: SequenceClues) -> Bool {
        switch wanted {
        case .phrase: max(clues.latest, clues.latestOnce) <= clues.earliestOnce
        case .near(let words): clues.latestOnce - clues.earliestOnce < words.span
        case .word: true
        }
    }

    /// Whether what is known is all there is to know: the words stand as wanted, and in no group's sentence.
    @inline(__always)
    func isNobodys(_ clues: SequenceClues) -> Bool {
        guard clues.groups == 0, case .near(let words) = wanted else { return false }
        return clues.areNear(within: words.span)
    }

    /// Reads a token of each line of memory that holds those to be looked at: of a phrase that can begin at one place alone
    /// the token there, and otherwise several, mixed.
    @inline(__always)
    func glimpse(of document: Int, _ clues: SequenceClues) -> UInt32 {
        let tokens = postings.documents.tokens[document]
        let places = places(clues, of: tokens.count)
        return stride(from: places.lowerBound, to: places.upperBound, by: Self.tokensOfLine)
            .reduce(0) { $0 ^ tokens[$1] }
    }

    /// The places of the tokens to be looked at, of so many.
    @inline(__always)
    private func places(_ clues: SequenceClues, of count: Int) -> Range<Int> {
        if case .near(let words) = wanted { return words.places(clues, of: count) }
        let end = clues.isOnce ? min(count, clues.latest + 1) : count
        return min(clues.latest, end)..<end
    }

    /// Whether what is wanted can begin where a glimpse shows this, if that is the only place.
    @inline(__always)
    func canBegin(with word: UInt32, _ clues: SequenceClues) -> Bool {
        guard case .phrase(let words) = wanted, clues.isOnce, !mayBeJoined else { return true }
        return words[0] == word
    }

    /// The groups in whose sentences what is wanted stands; `nil` where it stands nowhere in the document.
    ///
    /// What goes on from one sentence to the next is in no group's words.
    func groups(in document: Int, _ clues: SequenceClues = SequenceClues()) -> UInt16? {
        let documents = postings.documents
        let tokens = documents.tokens[document]
        let joins = mayBeJoined ? documents.joins[document] : UnsafeBufferPointer(start: nil, count: 0)
        switch wanted {
        case .phrase(let words):
            let last = min(clues.earliestOnce, tokens.count - words.count)
            guard clues.latest <= last else { return nil }
            guard joins.isEmpty, words.count > 1 else {
                return phrase(words, of: document, clues) { first in
                    (first..<max(first, last + 1)).first { start in
                        words.indices.allSatisfy {
                            tokens[start + $0] == words[$0] || joins.holds(words[$0], at: start + $0)
                        }
                    }
                }
            }
            return phrase(words, of: document, clues) { tokens.place(of: words, from: $0, through: last) }
        case .near(let words):
            return words.groups(tokens, joins, documents.sentences[document], clues)
        case .word(let range): return word(in: range, tokens, joins, documents.sentences[document])
        }
    }

    /// The groups of a phrase; `next` says where it stands from a place on.
    @inline(__always)
    private func phrase(
        _ words: [UInt32], of document: Int, _ clues: SequenceClues, next: (Int) -> Int?
    ) -> UInt16? {
        guard var start = next(clues.latest) else { return nil }
        let sentences = postings.documents.sentences[document]
        var found = sentences.groups(of: start..<start + words.count)
        while found != clues.groups, let other = next(start + 1) {
            start = other
            found |= sentences.groups(of: start..<start + words.count)
        }
        return found
    }

    private func word(
        in range: Range<UInt32>, _ tokens: UnsafeBufferPointer<UInt32>, _ joins: UnsafeBufferPointer<Join>,
        _ sentences: UnsafeBufferPointer<SentenceEnd>
    ) -> UInt16? {
        var found: UInt16?
        for (place, token) in tokens.enumerated() where range.contains(token) {
            found = (found ?? 0) | sentences.groups(of: place..<place + 1)
        }
        for join in joins where range.contains(join.word) {
            found = (found ?? 0) | sentences.groups(of: Int(join.token)..<Int(join.token) + 1)
        }
        return found
    }
}

extension UnsafeBufferPointer<UInt32> {
    /// Where some words stand one after another, from `start` on and up to `last`; two words at least.
    @inline(__always)
    fileprivate func place(of words: [UInt32], from start: Int, through last: Int) -> Int? {
        // Two at once: at nearly every place this is all that is looked at.
        let pair = UInt64(words[1]) << 32 | UInt64(words[0])
        let tokens = UnsafeRawBufferPointer(self)
        var place = start
        while place <= last {
            if tokens.loadUnaligned(fromByteOffset: 4 * place, as: UInt64.self) == pair,
                words.indices.dropFirst(2).allSatisfy({ self[place + $0] == words[$0] })
            {
                return place
            }
            place += 1
        }
        return nil
    }
}

extension UnsafeBufferPointer<Join> {
    @inline(__always)
    fileprivate func holds(_ word: UInt32, at place: Int) -> Bool {
        contains { $0.word == word && $0.token == UInt32(place) }
    }
}

extension UnsafeBufferPointer<SentenceEnd> {
    /// Whose sentence holds all of these places; 0 where none does.
    fileprivate func groups(of places: Range<Int>) -> UInt16 {
        guard let sentence = first(where: { Int($0.end) > places.lowerBound }),
            places.upperBound <= Int(sentence.end)
        else { return 0 }
        return UInt16(truncatingIfNeeded: sentence.groups)
    }
}
