/// Where the words of some stems stand in a document.
struct NearWords {
    /// How many places of its own each stem needs, by its number; a query has at most 64 words.
    private var needed = SIMD64<UInt8>()
    private let span: Int
    /// The places in order, and the number of each one's stem.
    private var found: [(place: Int, stem: Int)] = []

    init(
        _ stems: [UInt32], span: Int, _ tokens: UnsafeBufferPointer<UInt32>,
        _ joins: UnsafeBufferPointer<Join>, stemOf: UnsafeBufferPointer<UInt32>
    ) {
        self.span = span
        for stem in stems { needed[stems.firstIndex(of: stem) ?? 0] += 1 }
        func note(_ word: UInt32, at place: Int) {
            guard word != PostingsLayout.noWord else { return }
            let its = stemOf[Int(word)]
            for (number, stem) in stems.enumerated() where stem == its {
                found.append((place, number))
                break
            }
        }
        var join = 0
        for (place, token) in tokens.enumerated() {
            note(token, at: place)
            while join < joins.count, joins[join].token == UInt32(place) {
                note(joins[join].word, at: place)
                join += 1
            }
        }
    }

    /// Whether each stem has its places in one run of `span` within a range, as `OP_NEAR` has it.
    func stand(within range: Range<Int>) -> Bool {
        for (index, first) in found.enumerated() where range.contains(first.place) {
            var missing = needed
            for next in found[index...] {
                guard next.place < min(first.place + span, range.upperBound) else { break }
                if missing[next.stem] > 0 { missing[next.stem] -= 1 }
                if missing == SIMD64<UInt8>() { return true }
            }
        }
        return false
    }
}
