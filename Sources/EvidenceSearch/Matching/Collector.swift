internal import Evidence

/// A paragraph that matches a search.
struct FoundDocument: Equatable {
    let document: UInt32
    /// The groups in whose sentences the words stand, the bits of `SourceGroups`.
    let spoken: UInt16
    /// True if it holds all the words.
    var hasAllWords = true
    /// Its weight in ten thousandths, the four decimals that an answer shows, so that what looks the same is the same.
    let tenThousandths: UInt32

    var weight: Double { Double(tenThousandths) / 10_000 }
}

/// Collects every match of a query among the documents that pass the filters.
struct Collector {
    let documents: DocumentTable
    let filter: FilterMask
    /// The time at which the search stops.
    let deadline: ContinuousClock.Instant

    /// The matches of a set; those found so far if time runs out.
    func answer(_ set: any DocumentSet) -> Search.Answer {
        var found: [FoundDocument] = []
        var pages = filter.runs.map { WindowRuns($0) }
        for start in stride(from: 0, to: documents.count, by: Window.size) {
            guard start == 0 || ContinuousClock.now < deadline else {
                return .init(matches: found, isWhole: false)
            }
            let window = Window(start: start)
            let wanted = pages?.documents(in: window)
            guard wanted?.count != 0 else { continue }
            set.matches(in: window, among: wanted).forEach { index, weight, groups in
                guard filter.passes(start + index) else { return }
                found.append(
                    FoundDocument(
                        document: UInt32(start + index), spoken: groups,
                        tenThousandths: UInt32(weight * 10_000 + 0.5)))
            }
        }
        return .init(matches: found)
    }
}

/// The documents of some runs, window by window.
private struct WindowRuns {
    private var rest: ArraySlice<Range<Int>>
    private let documents = WindowMatches()

    /// The documents of these runs, which ascend.
    init(_ runs: [Range<Int>]) { rest = runs[...] }

    /// The documents in a window, until the next is asked for.
    mutating func documents(in window: Window) -> WindowMatches {
        documents.clear()
        rest = rest.drop { $0.upperBound <= window.start }
        for run in rest {
            guard run.lowerBound < window.end else { break }
            let run = run.clamped(to: window.start..<window.end)
            documents.insert(run.lowerBound - window.start..<run.upperBound - window.start)
        }
        return documents
    }
}
