internal import Algorithms

/// Looks for words in their order, or near one another, among the tokens of a document.
struct SequenceCheck {
    enum Wanted {
        /// These words one after another; a hyphenated word also stands for one written as one.
        case phrase([UInt32])
        /// Words of some stems, near one another.
        case near(NearWords)
    }

    /// How many tokens a line of the processor's cache holds.
    private static let tokensPerLine = 16

    private let wanted: Wanted
    private let map: SearchMap
    /// True if one of the words wanted may be a hyphenated word that is written as one: nearly no phrase holds any, and
    /// looking for them takes most of the time.
    private let mayBeJoined: Bool

    init(_ wanted: Wanted, in map: SearchMap) {
        self.wanted = wanted
        self.map = map
        mayBeJoined =
            if case .phrase(let words) = wanted { words.contains { map.isJoined[Int($0)] } } else {
                true
            }
    }

    /// The position at which the words wanted begin if the word at `offset` among them stands at `position`.
    @inline(__always)
    func start(of position: Int, at offset: Int) -> Int {
        if case .phrase = wanted { position - offset } else { position }
    }

    /// Returns true if the words may stand as wanted, for all that is known so far.
    @inline(__always)
    func allows(_ clues: SequenceClues) -> Bool {
        switch wanted {
        case .phrase: max(clues.latest, clues.latestOnce) <= clues.earliestOnce
        case .near(let words): clues.latestOnce - clues.earliestOnce < words.span
        }
    }

    /// Returns true if the clues say everything: the words stand as wanted, and in no group's sentence.
    @inline(__always)
    func isNobodys(_ clues: SequenceClues) -> Bool {
        guard clues.groups == 0, case .near(let words) = wanted else { return false }
        return clues.areNear(within: words.span)
    }

    /// Reads a token of each line of memory that holds tokens to be looked at, and mixes them.
    ///
    /// If a phrase can begin at one position alone, the result is the token there.
    @inline(__always)
    func glimpse(of document: Int, _ clues: SequenceClues) -> UInt32 {
        let tokens = map.documents.tokens[document]
        let positions = positions(clues, of: tokens.count)
        return stride(from: positions.lowerBound, to: positions.upperBound, by: Self.tokensPerLine)
            .reduce(0) { $0 ^ tokens[$1] }
    }

    /// The positions of the tokens to be looked at, of `count`.
    @inline(__always)
    private func positions(_ clues: SequenceClues, of count: Int) -> Range<Int> {
        if case .near(let words) = wanted { return words.positions(clues, of: count) }
        let end = clues.isOnce ? min(count, clues.latest + 1) : count
        return min(clues.latest, end)..<end
    }

    /// Returns false if the words wanted can begin at one position alone and a glimpse shows another word there.
    @inline(__always)
    func canBegin(with word: UInt32, _ clues: SequenceClues) -> Bool {
        guard case .phrase(let words) = wanted, clues.isOnce, !mayBeJoined else { return true }
        return words[0] == word
    }

    /// The groups in whose sentences the words stand as wanted; `nil` if they stand so nowhere in the document.
    ///
    /// Words that go on from one sentence to the next are in no group's sentence.
    func groups(in document: Int, _ clues: SequenceClues) -> UInt16? {
        let documents = map.documents
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
            return phrase(words, of: document, clues) { tokens.position(of: words, from: $0, through: last) }
        case .near(let words):
            return words.groups(tokens, joins, documents.sentences[document], clues)
        }
    }

    /// The groups of a phrase; `next` returns its first position from a position on.
    @inline(__always)
    private func phrase(
        _ words: [UInt32], of document: Int, _ clues: SequenceClues, next: (Int) -> Int?
    ) -> UInt16? {
        guard var start = next(clues.latest) else { return nil }
        let sentences = map.documents.sentences[document]
        var found = sentences.groups(of: start..<start + words.count)
        while found != clues.groups, let other = next(start + 1) {
            start = other
            found |= sentences.groups(of: start..<start + words.count)
        }
        return found
    }
}

extension UnsafeBufferPointer<UInt32> {
    /// The first position of two words or more one after another, from `start` on and up to `last`.
    @inline(__always)
    fileprivate func position(of words: [UInt32], from start: Int, through last: Int) -> Int? {
        // Two at once: at nearly every position nothing else is looked at.
        let pair = (UInt64(words[1]) << 32) | UInt64(words[0])
        let tokens = UnsafeRawBufferPointer(self)
        var position = start
        while position <= last {
            if tokens.loadUnaligned(fromByteOffset: 4 * position, as: UInt64.self) == pair,
                words.indices.dropFirst(2).allSatisfy({ self[position + $0] == words[$0] })
            {
                return position
            }
            position += 1
        }
        return nil
    }
}

extension UnsafeBufferPointer<Join> {
    @inline(__always)
    fileprivate func holds(_ word: UInt32, at position: Int) -> Bool {
        let index = partitioningIndex { $0.token >= position }
        return index < count && self[index] == Join(token: UInt32(position), word: word)
    }
}

extension UnsafeBufferPointer<SentenceEnd> {
    /// The groups of the sentence that holds all of these positions; 0 if none does.
    func groups(of positions: Range<Int>) -> UInt16 {
        let index = partitioningIndex { Int($0.end) > positions.lowerBound }
        guard index < count, positions.upperBound <= Int(self[index].end) else { return 0 }
        return UInt16(truncatingIfNeeded: self[index].groups)
    }
}
