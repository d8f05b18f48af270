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

    /// What a look at a document takes, in postings.
    static let effort = 16

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

    /// Whether the words are wanted in their order.
    var isOrdered: Bool { if case .phrase = wanted { true } else { false } }

    /// Where what is wanted begins if the word at `offset` among the wanted stands at a place.
    @inline(__always)
    func start(of place: Int, at offset: Int) -> Int {
        if case .phrase = wanted { place - offset } else { place }
    }

    /// Whether two words may stand as wanted whose places begin it at these.
    @inline(__always)
    func allows(_ start: Int, and other: Int) -> Bool {
        switch wanted {
        case .phrase: start == other
        case .near(let words): abs(start - other) < words.span
        case .word: true
        }
    }

    /// A document's token at a place; `noWord` where it has none.
    @inline(__always)
    func token(at place: Int, of document: Int) -> UInt32 {
        let tokens = postings.documents.tokens[document]
        return place < tokens.count ? tokens[place] : PostingsLayout.noWord
    }

    /// Whether what is wanted can begin with a word if there is but one place where it may begin.
    @inline(__always)
    func canBegin(with word: UInt32, at places: ClosedRange<Int>) -> Bool {
        guard case .phrase(let words) = wanted, places.lowerBound == places.upperBound, !mayBeJoined else {
            return true
        }
        return words[0] == word
    }

    /// The groups in whose sentences what is wanted stands; `nil` where it stands nowhere in the document.
    ///
    /// What goes on from one sentence to the next is in no group's words. `places` are those where a phrase may
    /// begin, or up to the only one of a word that stands once.
    func groups(in document: Int, from places: ClosedRange<Int> = 0...Int.max) -> UInt16? {
        let documents = postings.documents
        let tokens = documents.tokens[document]
        let joins = mayBeJoined ? documents.joins[document] : UnsafeBufferPointer(start: nil, count: 0)
        switch wanted {
        case .phrase(let words):
            let last = min(places.upperBound, tokens.count - words.count)
            guard places.lowerBound >= 0, places.lowerBound <= last else { return nil }
            return phrase(words, from: places.lowerBound...last, tokens, joins, in: document)
        case .near(let words):
            let only = places.upperBound == .max ? nil : places.upperBound
            return words.groups(tokens, joins, documents.sentences[document], only: only)
        case .word(let range): return word(in: range, tokens, joins, documents.sentences[document])
        }
    }

    private func phrase(
        _ words: [UInt32], from places: ClosedRange<Int>, _ tokens: UnsafeBufferPointer<UInt32>,
        _ joins: UnsafeBufferPointer<Join>, in document: Int
    ) -> UInt16? {
        let first = words[0]
        var found: UInt16?
        for start in places where tokens[start] == first || joins.holds(first, at: start) {
            let isHere = words.indices.dropFirst().allSatisfy {
                tokens[start + $0] == words[$0] || joins.holds(words[$0], at: start + $0)
            }
            guard isHere else { continue }
            let its = postings.documents.sentences[document].groups(of: start..<start + words.count)
            found = (found ?? 0) | its
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
