/// What the postings of some words' stems say of where the words may stand together in a document.
///
/// A word's start is where what is wanted begins if the word stands at its place: the place less how many words come
/// before it in a phrase, or just the place where they may stand in any order.
struct SequenceClues {
    /// The groups in whose sentences each stem stands: in no others' the words stand together.
    private(set) var groups = UInt16.max
    /// Whether the first place of every stem is known, and one is all that is wanted.
    private(set) var areFirstEnough = true
    private var firstStart = Int32.max
    private var lastStart: Int32 = 0
    private var firstOnce = Int32.max
    private var lastOnce = Int32.min

    /// The latest start of the stems where each stands first.
    var latest: Int { Int(lastStart) }

    /// Whether one of the stems stands but once.
    var isOnce: Bool { firstOnce <= lastOnce }

    /// The earliest start of the stems that stand but once; later than any where there is none.
    var earliestOnce: Int { Int(firstOnce) }

    /// The latest start of the stems that stand but once; earlier than any where there is none.
    var latestOnce: Int { Int(lastOnce) }

    /// Adds the posting of a stem that is wanted so many times.
    @inline(__always)
    mutating func add(_ posting: Posting, start: Int, times: Int) {
        let start = Int32(truncatingIfNeeded: start)
        groups &= posting.details.groups
        firstStart = min(firstStart, start)
        lastStart = max(lastStart, start)
        let isFar = posting.place == Posting.farPlace
        if isFar || times > 1 { areFirstEnough = false }
        guard posting.details.frequency == 1, !isFar else { return }
        firstOnce = min(firstOnce, start)
        lastOnce = max(lastOnce, start)
    }

    /// Whether all of them stand within so many places where each stands first.
    @inline(__always)
    func areNear(within span: Int) -> Bool { areFirstEnough && Int(lastStart) - Int(firstStart) < span }
}
