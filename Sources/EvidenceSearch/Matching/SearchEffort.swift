internal import Glibc

/// How much a search may take, in postings looked at, some ten nanoseconds each, and of the machine.
public struct SearchEffort: Sendable {
    /// Whatever it takes, on one processor.
    public static let any = SearchEffort(postings: .max)
    /// Whatever it takes, on all of them.
    public static let all = SearchEffort(postings: .max, processors: sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    /// About two milliseconds.
    public static let little = SearchEffort(postings: 250_000)

    let postings: Int
    var processors = 1

    /// Throws where the next step of a search may take more.
    func allow(_ postings: Int) throws(LongSearch) {
        guard postings <= self.postings else { throw LongSearch() }
    }
}

/// A search that would have taken more than it may, and so was given up before it had taken much.
public struct LongSearch: Error {}
