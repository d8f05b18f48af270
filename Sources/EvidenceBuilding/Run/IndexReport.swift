internal import EvidenceReading

/// A page that a run left out.
public struct SkippedPage: Equatable, Sendable {
    /// The page's path as answers would show it; of a member as its archive spells it, and so no path of a file.
    public let path: String
    /// The reason, and what to do.
    public let reason: String
    /// The absolute path of the file that the page, or its archive, is; `nil` for standard input.
    public let file: String?
    /// The page's name in its archive.
    public let member: String?

    init(path: String, reason: String, file: String?, member: String? = nil) {
        self.path = path
        self.reason = reason
        self.file = file
        self.member = member
    }

    init(_ file: FoundFile, reason: String) {
        var location: String? = file.location
        if case .input = file.origin { location = nil }
        self.init(path: file.path, reason: reason, file: file.archive ?? location, member: file.member)
    }
}

/// The work that a run did.
public struct IndexReport: Equatable, Sendable {
    /// Pages that are new to the index.
    public internal(set) var indexed = 0
    /// Pages that replaced the one before.
    public internal(set) var replaced = 0
    /// Pages that are as they were.
    public internal(set) var unchanged = 0
    /// Pages that were taken out.
    public internal(set) var removed = 0
    /// Councils' profiles, which hold no evidence: nothing of theirs is indexed, and nothing is left out.
    public internal(set) var profiles = 0
    /// Pages that were left out, with the reason.
    public internal(set) var skipped: [SkippedPage] = []
    /// What indexed pages state and wasn't understood, each with its page and line.
    public internal(set) var faults: [String] = []
    /// The absolute paths of files whose page now comes from another file; members of archives aren't listed.
    public internal(set) var superseded: [String] = []
    /// Remarks: a page that another file replaced, the reason why every page was read again.
    public internal(set) var notes: [String] = []
    /// The generation that was built; `nil` if nothing changed.
    public internal(set) var generation: Int?
    /// The number of paragraphs in the index now.
    public internal(set) var paragraphs = 0
    /// The number of pages in the index now.
    public internal(set) var pages = 0

    /// Notes what was remarked on the page at `path`.
    mutating func add(_ remarks: [PageRemark], at path: String) {
        for remark in remarks {
            if remark.isFault {
                faults.append("\(path): \(remark)")
            } else {
                notes.append("\(path): \(remark)")
            }
        }
    }
}
