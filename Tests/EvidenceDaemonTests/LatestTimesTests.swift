import Testing

@testable import EvidenceDaemon

/// The percentiles of the latest searches' times.
@Suite struct LatestTimesTests {
    @Test("before the first search there are none")
    func empty() {
        #expect(LatestTimes().percentiles([50, 99]) == [nil, nil])
    }

    @Test(
        "a percentile is the least time that so many of a hundred did not exceed, in milliseconds",
        arguments: [
            ([7], 50, 7.0), ([7], 99, 7), ([4, 1, 3, 2], 50, 2), ([4, 1, 3, 2], 51, 3),
            ([4, 1, 3, 2], 99, 4),
        ])
    func percentile(times: [Int], percentage: Int, expected: Double) {
        var latest = LatestTimes()
        for time in times { latest.add(.milliseconds(time)) }

        #expect(latest.percentiles([percentage]) == [expected])
    }

    @Test("a thousand searches are remembered: an older one no longer counts")
    func window() {
        var latest = LatestTimes()
        for _ in 0..<500 { latest.add(.seconds(3)) }
        for _ in 0..<995 { latest.add(.microseconds(250)) }

        let before = latest.percentiles([99, 100])
        for _ in 0..<5 { latest.add(.microseconds(250)) }

        #expect(before == [0.25, 3_000])
        #expect(latest.percentiles([99, 100]) == [0.25, 0.25])
    }
}
