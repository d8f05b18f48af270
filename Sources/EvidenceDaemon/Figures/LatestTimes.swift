/// The times of the latest searches.
struct LatestTimes {
    /// The number of times that are kept: enough for ten above the 99th percentile.
    static let limit = 1_000

    private var times: [Duration] = []
    /// The index of the oldest time, once as many are kept as may be.
    private var oldest = 0

    /// Adds a time, in place of the oldest if as many are kept as may be.
    mutating func add(_ time: Duration) {
        guard times.count == Self.limit else { return times.append(time) }
        times[oldest] = time
        oldest = (oldest + 1) % Self.limit
    }

    /// The times in milliseconds that these percentages of the searches did not exceed; `nil` before the first search.
    func percentiles(_ percentages: [Int]) -> [Double?] {
        let sorted = times.sorted()
        return percentages.map { percentage in
            guard !sorted.isEmpty else { return nil }
            let rank = max(1, (sorted.count * percentage + 99) / 100)
            return (sorted[rank - 1] / .microseconds(1)).rounded() / 1_000
        }
    }
}
