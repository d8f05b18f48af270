/// Finds where the words of some stems stand near one another, document by document.
final class NearWords: Sendable {
    /// A word that is wanted.
    private struct Found {
        /// Its place among the document's words.
        let place: Int
        /// Which of the stems it is of.
        let stem: Int
    }

    /// In how many places the words stand together, the first and the last counted.
    let span: Int
    private let stems: [UInt32]
    /// Of each stem, how many of the words; a query has at most 64.
    private let needed: SIMD64<UInt16>
    // It lies in the file of postings, which a search holds.
    private nonisolated(unsafe) let stemOf: UnsafeBufferPointer<UInt32>
    /// A bit for each word of the vocabulary: whether it is of one of the stems. A document has a hundred words, of which
    /// hardly any is, and to look up the stem of each takes most of the time.
    // Written by the initializer alone.
    private nonisolated(unsafe) let isWanted: UnsafeMutablePointer<UInt64>

    /// Words of these stems, a stem as often as words of it are wanted.
    init(_ stems: [UInt32], span: Int, in postings: Postings) {
        self.span = span
        self.stems = stems
        needed = stems.reduce(into: SIMD64()) { $0[stems.firstIndex(of: $1) ?? 0] += 1 }
        stemOf = postings.wordStems
        isWanted = .allocate(capacity: stemOf.count / 64 + 1)
        isWanted.initialize(repeating: 0, count: stemOf.count / 64 + 1)
        for (word, stem) in stemOf.enumerated() where stems.contains(stem) {
            isWanted[word >> 6] |= 1 &<< UInt64(word)
        }
    }

    deinit { isWanted.deallocate() }

    /// The groups in whose sentences the words stand near one another; `nil` where they don't in all the document.
    ///
    /// Where one of them stands `only` at one place, those around it are looked at alone.
    func groups(
        _ tokens: UnsafeBufferPointer<UInt32>, _ joins: UnsafeBufferPointer<Join>,
        _ sentences: UnsafeBufferPointer<SentenceEnd>, only: Int?
    ) -> UInt16? {
        let all = only.map { max(0, $0 - span)..<min(tokens.count, $0 + span) } ?? tokens.indices
        return withUnsafeTemporaryAllocation(of: Found.self, capacity: all.count + joins.count) { room in
            let found = find(tokens, joins, in: all, room)
            guard stand(found, within: all) else { return nil }
            var groups: UInt16 = 0
            var start = 0
            for sentence in sentences {
                let range = start..<Int(sentence.end)
                if sentence.groups != 0, stand(found, within: range) {
                    groups |= UInt16(truncatingIfNeeded: sentence.groups)
                }
                start = range.upperBound
            }
            return groups
        }
    }

    /// The words wanted, in order.
    private func find(
        _ tokens: UnsafeBufferPointer<UInt32>, _ joins: UnsafeBufferPointer<Join>, in range: Range<Int>,
        _ room: UnsafeMutableBufferPointer<Found>
    ) -> Slice<UnsafeMutableBufferPointer<Found>> {
        var count = 0
        func note(_ word: UInt32, at place: Int) {
            guard word != PostingsLayout.noWord, isWanted[Int(word >> 6)] & 1 &<< UInt64(word) != 0,
                let stem = stems.firstIndex(of: stemOf[Int(word)])
            else { return }
            room.initializeElement(at: count, to: Found(place: place, stem: stem))
            count += 1
        }
        var join = 0
        while join < joins.count, joins[join].token < UInt32(range.lowerBound) { join += 1 }
        for place in range {
            note(tokens[place], at: place)
            while join < joins.count, joins[join].token == UInt32(place) {
                note(joins[join].word, at: place)
                join += 1
            }
        }
        return room[..<count]
    }

    /// Whether each stem has its places in one run of `span` within a range, as `OP_NEAR` has it.
    private func stand(_ found: Slice<UnsafeMutableBufferPointer<Found>>, within range: Range<Int>) -> Bool {
        let run = found.drop { $0.place < range.lowerBound }.prefix { $0.place < range.upperBound }
        var seen = SIMD64<UInt16>()
        var missing = stems.count
        var first = run.startIndex
        for next in run {
            if seen[next.stem] < needed[next.stem] { missing -= 1 }
            seen[next.stem] += 1
            while run[first].place <= next.place - span {
                seen[run[first].stem] -= 1
                if seen[run[first].stem] < needed[run[first].stem] { missing += 1 }
                first += 1
            }
            if missing == 0 { return true }
        }
        return false
    }
}
