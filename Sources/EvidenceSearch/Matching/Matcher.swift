internal import Evidence

/// A paragraph that matches a search.
struct Match: Equatable {
    /// Its document.
    let document: UInt32
    /// The groups in whose sentences the words stand, the bits of `SourceGroups`.
    let spoken: UInt16
    /// Whether it holds all the words.
    var hasAllWords = true
    /// What it weighs, in ten thousandths, the four decimals that an answer shows: what looks the same weighs the same.
    let tenThousandths: UInt32

    /// What it weighs.
    var weight: Double { Double(tenThousandths) / 10_000 }
}

/// Finds every match of a query among the documents that pass the filters.
struct Matcher {
    let generation: Generation
    let filter: FilterMask
    /// When the search has taken as long as it may.
    let deadline: ContinuousClock.Instant

    /// The matches of a node; those found so far where time ran out.
    func answer(_ node: MatchNode) -> Search.Answer {
        var found: [Match] = []
        var pages = filter.runs.map { WindowRuns($0) }
        for start in stride(from: 0, to: generation.postings.documents.count, by: Window.size) {
            guard start == 0 || ContinuousClock.now < deadline else {
                return .init(matches: found, isWhole: false)
            }
            let window = Window(start: start)
            let wanted = pages?.documents(in: window)
            guard wanted?.count != 0 else { continue }
            node.matches(in: window, among: wanted).forEach { place, weight, groups in
                guard filter.passes(window.start + place) else { return }
                found.append(
                    Match(
                        document: UInt32(window.start + place), spoken: groups,
                        tenThousandths: UInt32(weight * 10_000 + 0.5)))
            }
        }
        return .init(matches: found)
    }

    /// Every document that passes the filters.
    func all() -> Search.Answer {
        let documents = generation.postings.documents
        let runs = filter.runs ?? [0..<documents.count]
        var found: [Match] = []
        for run in runs {
            for document in run where documents.isDocument(document) && filter.passes(document) {
                found.append(Match(document: UInt32(document), spoken: 0, tenThousandths: 0))
            }
        }
        return .init(matches: found)
    }
}

/// Of one window after another the documents of some runs.
private struct WindowRuns {
    private var rest: ArraySlice<Range<Int>>
    private let documents = WindowMatches()

    /// Of these runs, ascending.
    init(_ runs: [Range<Int>]) { rest = runs[...] }

    /// The documents in a window, until the next is asked for.
    mutating func documents(in window: Window) -> WindowMatches {
        documents.clear()
        rest = rest.drop { $0.upperBound <= window.start }
        for run in rest {
            guard run.lowerBound < window.end else { break }
            let documents = run.clamped(to: window.start..<window.end)
            self.documents.insert(documents.lowerBound - window.start..<documents.upperBound - window.start)
        }
        return documents
    }
}
