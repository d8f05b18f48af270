internal import Algorithms

/// Finds the positions at which the words of some stems stand near one another, document by document.
final class NearWords {
    /// The number of words within which all must stand, the first and the last counted.
    let span: Int
    /// Each of the stems once.
    private let stems: [UInt32]
    /// For each stem its part of `recent`: as many positions as words of it are wanted.
    private let slots: [Range<Int>]
    /// The positions at which each stem was found last, the earlier first; `nowhere` for those not found yet.
    private let recent: UnsafeMutableBufferPointer<Int>
    private static let nowhere = -1
    // It lies in the file of postings, which a search holds.
    private let stemOf: UnsafeBufferPointer<UInt32>
    /// The words of the vocabulary that are of one of the stems, a bit for each.
    ///
    /// Hardly any of a document's hundred words is, and looking up the stem of each would take most of the time.
    private let wanted: UnsafeMutablePointer<UInt64>

    /// Words of these stems, a stem as often as words of it are wanted.
    init(_ words: [UInt32], span: Int, in map: SearchMap) {
        self.span = span
        stems = Array(words.uniqued())
        var end = 0
        slots = stems.map { stem in
            let start = end
            end += words.count { $0 == stem }
            return start..<end
        }
        recent = .allocate(capacity: words.count)
        stemOf = map.wordStems
        wanted = .allocate(capacity: stemOf.count / 64 + 1)
        wanted.initialize(repeating: 0, count: stemOf.count / 64 + 1)
        var isStem = Array(repeating: false, count: map.terms.count)
        for stem in stems { isStem[Int(stem)] = true }
        for (word, stem) in stemOf.enumerated() where isStem[Int(stem)] { wanted.insert(word) }
    }

    deinit {
        recent.deallocate()
        wanted.deallocate()
    }

    /// The groups in whose sentences the words stand near one another, as `OP_NEAR` has it; `nil` if they stand so nowhere
    /// in the document.
    ///
    /// The clues say where to look, if the words are sure to stand so, and in which groups' sentences they may.
    func groups(
        _ tokens: UnsafeBufferPointer<UInt32>, _ joins: UnsafeBufferPointer<Join>,
        _ sentences: UnsafeBufferPointer<SentenceEnd>, _ clues: SequenceClues
    ) -> UInt16? {
        recent.initialize(repeating: Self.nowhere)
        var missing = recent.count
        var isNear = clues.areNear(within: span)
        var groups: UInt16 = 0
        var sentence = SentenceCursor()
        forEachWanted(tokens, joins, in: positions(clues, of: tokens.count)) { word, position in
            if note(word, at: position) == Self.nowhere { missing -= 1 }
            guard missing == 0, case let first = recent.min() ?? position, position - first < span else {
                return true
            }
            isNear = true
            sentence.advance(to: position, in: sentences)
            if first >= sentence.start { groups |= sentence.groups & clues.groups }
            return groups != clues.groups
        }
        return isNear ? groups : nil
    }

    /// The positions at which all of the words can stand near one another: none is far from the latest first position of
    /// a stem, nor from a word that stands only once.
    @inline(__always)
    func positions(_ clues: SequenceClues, of count: Int) -> Range<Int> {
        let end = min(count, clues.earliestOnce + span)
        return min(max(0, clues.latest - span + 1), end)..<end
    }

    /// Calls `body` with every word of the stems and its position, ascending, until `body` returns false.
    @inline(__always)
    private func forEachWanted(
        _ tokens: UnsafeBufferPointer<UInt32>, _ joins: UnsafeBufferPointer<Join>, in positions: Range<Int>,
        _ body: (_ word: UInt32, _ position: Int) -> Bool
    ) {
        var joins = joins.drop { $0.token < positions.lowerBound }
        for position in positions {
            if isWanted(tokens[position]), !body(tokens[position], position) { return }
            while let join = joins.first, Int(join.token) == position {
                if isWanted(join.word), !body(join.word, position) { return }
                joins.removeFirst()
            }
        }
    }

    /// Returns true if a word is of one of the stems.
    @inline(__always)
    private func isWanted(_ word: UInt32) -> Bool {
        word != SearchMapLayout.noWord && wanted.holds(Int(word))
    }

    /// Notes the position of a word in place of the earliest of its stem, which is returned.
    @inline(__always)
    private func note(_ word: UInt32, at position: Int) -> Int {
        let slots = slots[stems.firstIndex(of: stemOf[Int(word)]) ?? 0]
        defer { recent[slots.upperBound - 1] = position }
        let earliest = recent[slots.lowerBound]
        for slot in slots.dropLast() { recent[slot] = recent[slot + 1] }
        return earliest
    }
}

/// The sentence that holds a position, as positions ascend.
private struct SentenceCursor {
    private(set) var start = 0
    private(set) var groups: UInt16 = 0
    private var end = 0
    private var next = 0

    @inline(__always)
    mutating func advance(to position: Int, in sentences: UnsafeBufferPointer<SentenceEnd>) {
        while end <= position, next < sentences.count {
            (start, end) = (end, Int(sentences[next].end))
            groups = UInt16(truncatingIfNeeded: sentences[next].groups)
            next += 1
        }
    }
}
