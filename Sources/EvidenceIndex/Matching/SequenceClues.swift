/// What the postings of some words' stems say of where the words may stand together in a document.
///
/// A word's start is where what is wanted begins if the word stands at its place: the place less how many words come
/// before it in a phrase, or just the place where they may stand in any order.
struct SequenceClues {
    /// The groups in whose sentences each stem stands: in no others' the words stand together.
    private(set) var groups = UInt16.max
    /// The earliest and the latest start of the stems where each stands first.
    private(set) var earliest = Int.max
    private(set) var latest = 0
    /// The earliest and the latest start of those stems that stand but once.
    private(set) var once: ClosedRange<Int>?
    /// Whether the first place of every stem is known, and one is all that is wanted.
    private(set) var areFirstEnough = true

    /// Adds the posting of a stem that is wanted so many times.
    @inline(__always)
    mutating func add(_ posting: Posting, start: Int, times: Int) {
        groups &= posting.details.groups
        earliest = min(earliest, start)
        latest = max(latest, start)
        let isFar = posting.place == Posting.farPlace
        if isFar || times > 1 { areFirstEnough = false }
        guard posting.details.frequency == 1, !isFar else { return }
        once = min(once?.lowerBound ?? start, start)...max(once?.upperBound ?? start, start)
    }
}
