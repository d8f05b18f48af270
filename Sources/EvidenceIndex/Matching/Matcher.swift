internal import Evidence

/// A paragraph that matches a search.
struct Match {
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
        let count = generation.postings.documents.count
        for start in stride(from: 0, to: count, by: Window.size) {
            guard start == 0 || ContinuousClock.now < deadline else {
                return .init(matches: found, isWhole: false)
            }
            let window = Window(start: start)
            node.matches(in: window).forEach { place, weight, groups in
                guard filter.passes(start + place) else { return }
                found.append(
                    Match(
                        document: UInt32(start + place), spoken: groups,
                        tenThousandths: UInt32(weight * 10_000 + 0.5)))
            }
        }
        return .init(matches: found)
    }

    /// Every document that passes the filters.
    func all() -> [Match] {
        let documents = generation.postings.documents
        return (1..<max(1, documents.count)).lazy.filter { documents.isDocument($0) && filter.passes($0) }
            .map { Match(document: UInt32($0), spoken: 0, tenThousandths: 0) }
    }
}
