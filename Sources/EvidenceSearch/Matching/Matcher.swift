internal import Algorithms
internal import Dispatch
internal import Evidence
internal import Synchronization

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
    let effort: SearchEffort

    /// A search of so many postings is shared out among threads, of which each has as many: to wake one takes about as
    /// long as 5,000.
    private static let share = 150_000

    /// How many shares there are for each thread.
    private static let sharesOfThread = 4

    /// The matches of the nodes that `node` makes, all of them alike; those found so far where time ran out.
    func answer(_ node: () throws -> MatchNode) throws -> Search.Answer {
        let first = try node()
        try effort.allow(first.effort)
        let others = max(1, min(effort.processors, first.effort / Self.share)) - 1
        return answer(try [first] + (0..<others).map { _ in try node() })
    }

    /// The matches of nodes that are alike, each used by a thread of its own.
    ///
    /// A thread takes a share of the documents when it has done one: a processor that comes late, or has others to
    /// serve, takes fewer.
    func answer(_ nodes: [MatchNode]) -> Search.Answer {
        let windows = (generation.postings.documents.count + Window.size - 1) / Window.size
        guard nodes.count > 1 else { return answer(nodes[0], in: 0..<windows) }
        // Each is used by one thread alone.
        nonisolated(unsafe) let nodes = nodes
        let shares = min(windows, nodes.count * Self.sharesOfThread)
        let answers = Mutex([Search.Answer](repeating: .init(matches: []), count: shares))
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: nodes.count) { thread in
            while case let share = next.wrappingAdd(1, ordering: .relaxed).oldValue, share < shares {
                let windows = windows * share / shares..<windows * (share + 1) / shares
                let answer = answer(nodes[thread], in: windows)
                answers.withLock { $0[share] = answer }
            }
        }
        return answers.withLock { answers in
            Search.Answer(matches: answers.flatMap(\.matches), isWhole: answers.allSatisfy(\.isWhole))
        }
    }

    private func answer(_ node: MatchNode, in windows: Range<Int>) -> Search.Answer {
        var found: [Match] = []
        var pages = filter.runs.map { WindowRuns($0, from: windows.lowerBound * Window.size) }
        for window in windows {
            guard window == 0 || ContinuousClock.now < deadline else {
                return .init(matches: found, isWhole: false)
            }
            let window = Window(start: window * Window.size)
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
    func all() throws -> Search.Answer {
        let documents = generation.postings.documents
        let runs = filter.runs ?? [0..<documents.count]
        try effort.allow(runs.reduce(0) { $0 + $1.count })
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

    /// Of these runs, ascending, those that go beyond `start`.
    init(_ runs: [Range<Int>], from start: Int) {
        rest = runs[runs.partitioningIndex { $0.upperBound > start }...]
    }

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
