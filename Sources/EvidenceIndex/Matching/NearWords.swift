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
    private nonisolated(unsafe) let wanted: UnsafeMutablePointer<UInt64>

    /// Words of these stems, a stem as often as words of it are wanted.
    init(_ stems: [UInt32], span: Int, in postings: Postings) {
        self.span = span
        self.stems = stems
        needed = stems.reduce(into: SIMD64()) { $0[stems.firstIndex(of: $1) ?? 0] += 1 }
        stemOf = postings.wordStems
        wanted = .allocate(capacity: stemOf.count / 64 + 1)
        wanted.initialize(repeating: 0, count: stemOf.count / 64 + 1)
        for (word, stem) in stemOf.enumerated() where stems.contains(stem) {
            wanted[word >> 6] |= 1 &<< UInt64(word)
        }
    }

    deinit { wanted.deallocate() }

    /// The groups in whose sentences the words stand near one another; `nil` where they don't in all the document.
    ///
    /// Where one of them stands `only` at one place, those around it are looked at alone. `isSure` says that they stand
    /// near one another, and `possible` has all the groups in whose sentences they may.
    func groups(
        _ tokens: UnsafeBufferPointer<UInt32>, _ joins: UnsafeBufferPointer<Join>,
        _ sentences: UnsafeBufferPointer<SentenceEnd>, only: Int?, isSure: Bool, among possible: UInt16
    ) -> UInt16? {
        let all = only.map { max(0, $0 - span)..<min(tokens.count, $0 + span) } ?? tokens.indices
        return withUnsafeTemporaryAllocation(of: Found.self, capacity: all.count + joins.count) { room in
            let found = find(tokens, joins, in: all, room)
            guard isSure || stand(found, within: all) else { return nil }
            var groups: UInt16 = 0
            var start = 0
            for sentence in sentences where groups != possible {
                let range = start..<Int(sentence.end)
                let its = UInt16(truncatingIfNeeded: sentence.groups)
                if its & possible & ~groups != 0, stand(found, within: range) { groups |= its }
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
            guard let stem = stems.firstIndex(of: stemOf[Int(word)]) else { return }
            room.initializeElement(at: count, to: Found(place: place, stem: stem))
            count += 1
        }
        for place in range where isWanted(tokens[place]) { note(tokens[place], at: place) }
        let inOrder = count
        for join in joins where isWanted(join.word) && range.contains(Int(join.token)) {
            note(join.word, at: Int(join.token))
        }
        if count > inOrder {
            var found = UnsafeMutableBufferPointer(rebasing: room[..<count])
            found.sort { $0.place < $1.place }
        }
        return room[..<count]
    }

    /// Whether it is of one of the stems.
    @inline(__always)
    private func isWanted(_ word: UInt32) -> Bool {
        word != PostingsLayout.noWord && wanted[Int(word >> 6)] & 1 &<< UInt64(word) != 0
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
