/// The clues that the postings of some words' stems give to where the words may stand together in a document.
///
/// A word's start is the position at which the words wanted begin if this word stands at its own: its position less the
/// number of words before it in a phrase, or its position itself if the words may stand in any order.
struct SequenceClues {
    /// The groups in whose sentences each stem stands; in no others' sentences do the words stand together.
    private(set) var groups = UInt16.max
    /// True if the first position of every stem is known, and one is all that is wanted.
    private(set) var areFirstEnough = true
    private var firstStart = Int32.max
    private var lastStart: Int32 = 0
    private var firstOnce = Int32.max
    private var lastOnce = Int32.min

    /// The latest of the stems' first starts.
    var latest: Int { Int(lastStart) }

    /// True if one of the stems stands only once.
    var isOnce: Bool { firstOnce <= lastOnce }

    /// The earliest start of the stems that stand only once; later than any if there is none.
    var earliestOnce: Int { Int(firstOnce) }

    /// The latest start of the stems that stand only once; earlier than any if there is none.
    var latestOnce: Int { Int(lastOnce) }

    /// Adds the posting of a stem that is wanted `times` times.
    @inline(__always)
    mutating func add(_ posting: Posting, start: Int, times: Int) {
        let start = Int32(truncatingIfNeeded: start)
        groups &= posting.details.groups
        firstStart = min(firstStart, start)
        lastStart = max(lastStart, start)
        let isFar = posting.position == Posting.farPosition
        if isFar || times > 1 { areFirstEnough = false }
        guard posting.details.frequency == 1, !isFar else { return }
        firstOnce = min(firstOnce, start)
        lastOnce = max(lastOnce, start)
    }

    /// Returns true if the first positions of all stems lie within a span of so many words.
    @inline(__always)
    func areNear(within span: Int) -> Bool { areFirstEnough && Int(lastStart) - Int(firstStart) < span }
}
