/// A histogram of times, as Prometheus counts them.
struct TimeBuckets {
    /// The upper bounds of the buckets in seconds; a search takes about a millisecond.
    static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    /// The times in each bucket; the last bucket has no bound.
    private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
    /// All times together, in seconds.
    private(set) var sum = 0.0

    mutating func add(_ time: Duration) {
        let seconds = time / .seconds(1)
        sum += seconds
        counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
    }
}
