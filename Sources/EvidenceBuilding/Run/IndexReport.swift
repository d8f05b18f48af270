/// A page that a run left out.
public struct SkippedPage: Equatable, Sendable {
    /// The page's path, as answers would show it.
    public let path: String
    /// Why, and what to do.
    public let reason: String
}

/// What a run did.
public struct IndexReport: Equatable, Sendable {
    /// Pages that are new to the index.
    public internal(set) var indexed = 0
    /// Pages that took the place of the one before.
    public internal(set) var replaced = 0
    /// Pages that are as they were.
    public internal(set) var unchanged = 0
    /// Pages that were taken out.
    public internal(set) var removed = 0
    /// Pages that were left out, with the reason.
    public internal(set) var skipped: [SkippedPage] = []
    /// Files on this machine whose page is another file's now.
    public internal(set) var superseded: [String] = []
    /// What else is worth saying: a page replaced by another file, why every page was read again.
    public internal(set) var notes: [String] = []
    /// The generation that was built; `nil` where nothing changed.
    public internal(set) var generation: Int?
    /// How many paragraphs the index holds now.
    public internal(set) var paragraphs = 0
    /// How many pages the index holds now.
    public internal(set) var pages = 0
}
