internal import Algorithms

/// Finds where the words of some stems stand near one another, document by document.
final class NearWords {
    /// In how many places the words stand together, the first and the last counted.
    let span: Int
    /// Each of the stems once.
    private let stems: [UInt32]
    /// For each stem its part of `recent`: as many places as words of it are wanted.
    private let slots: [Range<Int>]
    /// The places where each stem was found last, the earlier first; `nowhere` for those not found yet.
    private let recent: UnsafeMutableBufferPointer<Int>
    private static let nowhere = -1
    // It lies in the file of postings, which a search holds.
    private let stemOf: UnsafeBufferPointer<UInt32>
    /// A bit for each word of the vocabulary: whether it is of one of the stems.
    ///
    /// A document has a hundred words, of which hardly any is, and to look up the stem of each takes most of the time.
    private let wanted: UnsafeMutablePointer<UInt64>

    /// Words of these stems, a stem as often as words of it are wanted.
    init(_ words: [UInt32], span: Int, in postings: Postings) {
        self.span = span
        stems = Array(words.uniqued())
        var end = 0
        slots = stems.map { stem in
            let start = end
            end += words.count { $0 == stem }
            return start..<end
        }
        recent = .allocate(capacity: words.count)
        stemOf = postings.wordStems
        wanted = .allocate(capacity: stemOf.count / 64 + 1)
        wanted.initialize(repeating: 0, count: stemOf.count / 64 + 1)
        var isStem = Array(repeating: false, count: postings.terms.count)
        for stem in stems { isStem[Int(stem)] = true }
        for (word, stem) in stemOf.enumerated() where isStem[Int(stem)] {
            wanted[word >> 6] |= 1 &<< UInt64(word)
        }
    }

    deinit {
        recent.deallocate()
        wanted.deallocate()
    }

    /// The groups in whose sentences the words stand near one another, as `OP_NEAR` has it; `nil` where they don't in all
    /// the document.
    ///
    /// The clues say where to look, whether the words are sure to stand so, and in which groups' sentences they may.
    func groups(
        _ tokens: UnsafeBufferPointer<UInt32>, _ joins: UnsafeBufferPointer<Join>,
        _ sentences: UnsafeBufferPointer<SentenceEnd>, _ clues: SequenceClues
    ) -> UInt16? {
        recent.initialize(repeating: Self.nowhere)
        var missing = recent.count
        var isNear = clues.areNear(within: span)
        var groups: UInt16 = 0
        var sentence = SentenceCursor()
        forEachWanted(tokens, joins, in: places(clues, of: tokens.count)) { word, place in
            if note(word, at: place) == Self.nowhere { missing -= 1 }
            guard missing == 0, case let first = recent.min() ?? place, place - first < span else {
                return true
            }
            isNear = true
            sentence.advance(to: place, in: sentences)
            if first >= sentence.start { groups |= sentence.groups & clues.groups }
            return groups != clues.groups
        }
        return isNear ? groups : nil
    }

    /// The places where all of the words can stand near one another: none is far from where the last of them stands first,
    /// nor behind one that stands but once.
    @inline(__always)
    func places(_ clues: SequenceClues, of count: Int) -> Range<Int> {
        let end = min(count, clues.earliestOnce + span)
        return min(max(0, clues.latest - span + 1), end)..<end
    }

    /// Calls `body` with every word of the stems and its place, ascending, until it is false.
    @inline(__always)
    private func forEachWanted(
        _ tokens: UnsafeBufferPointer<UInt32>, _ joins: UnsafeBufferPointer<Join>, in places: Range<Int>,
        _ body: (_ word: UInt32, _ place: Int) -> Bool
    ) {
        var joins = joins.drop { $0.token < places.lowerBound }
        for place in places {
            if isWanted(tokens[place]), !body(tokens[place], place) { return }
            while let join = joins.first, Int(join.token) == place {
                if isWanted(join.word), !body(join.word, place) { return }
                joins.removeFirst()
            }
        }
    }

    /// Whether it is of one of the stems.
    @inline(__always)
    private func isWanted(_ word: UInt32) -> Bool {
        word != PostingsLayout.noWord && wanted[Int(word >> 6)] & 1 &<< UInt64(word) != 0
    }

    /// Notes that a word of the stems stands at a place, instead of the earliest of its stem, which is given back.
    @inline(__always)
    private func note(_ word: UInt32, at place: Int) -> Int {
        let slots = slots[stems.firstIndex(of: stemOf[Int(word)]) ?? 0]
        defer { recent[slots.upperBound - 1] = place }
        let earliest = recent[slots.lowerBound]
        for slot in slots.dropLast() { recent[slot] = recent[slot + 1] }
        return earliest
    }
}

/// The sentence in which a place lies, as places ascend.
private struct SentenceCursor {
    private(set) var start = 0
    private(set) var groups: UInt16 = 0
    private var end = 0
    private var next = 0

    @inline(__always)
    mutating func advance(to place: Int, in sentences: UnsafeBufferPointer<SentenceEnd>) {
        while end <= place, next < sentences.count {
            (start, end) = (end, Int(sentences[next].end))
            groups = UInt16(truncatingIfNeeded: sentences[next].groups)
            next += 1
        }
    }
}
