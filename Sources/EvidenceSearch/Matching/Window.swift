/// Successive document numbers, few enough for a search to keep what it knows of them in the processor's cache.
struct Window {
    /// How many documents a window has.
    static let size = 8_192

    /// The number of the first document.
    let start: Int

    /// One more than the number of the last document.
    var end: Int { start + Self.size }
}

/// Asserts that a set is asked about windows in ascending order, about each at most once.
struct WindowOrder {
    private var end = 0

    @inline(__always)
    mutating func ask(_ window: Window) {
        assert(window.start >= end, "a set is walked once, from the first window to the last")
        end = window.end
    }
}
