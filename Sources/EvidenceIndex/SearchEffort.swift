/// How much a search may take, in postings looked at: some ten nanoseconds each.
public struct SearchEffort: Sendable {
    /// Whatever it takes.
    public static let any = SearchEffort(postings: .max)
    /// About two milliseconds.
    public static let little = SearchEffort(postings: 250_000)

    let postings: Int

    /// Throws where the next step of a search may take more.
    func allow(_ postings: Int) throws(LongSearch) {
        guard postings <= self.postings else { throw LongSearch() }
    }
}

/// A search that would have taken more than it may, and so was given up before it had taken much.
public struct LongSearch: Error {}
