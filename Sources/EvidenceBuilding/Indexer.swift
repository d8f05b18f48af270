internal import Evidence
public import EvidenceSearch
internal import FoundationEssentials
internal import Xapian

/// Brings an index up to date with the pages it is given.
public struct Indexer {
    /// The choices of the one who indexes.
    public struct Options: Sendable {
        /// The details to supply for pages that lack them.
        public var supplied = SuppliedDetails()
        /// The name of the page on standard input, which the path `-` stands for.
        public var inputName: String?
        /// True to keep pages that are no longer in their folder.
        public var keepsMissing = false
        /// False to leave out links in the folders given, and folders that a link leads to.
        public var followsLinks = true
        /// True to wait while another indexer is at work.
        public var waits = false
        /// True to keep positions of words in the database, so that other programs than ours can search phrases.
        public var hasPositions = false
        /// False to read web pages and archives even where the process that reads them can't be locked.
        public var isLocked = true
        /// The moment that a run takes for now; `nil` for the clock's.
        var now: Date?
        /// The number of generations to keep, the current one included.
        public var keep = 2

        /// The usual choices.
        public init() {}
    }

    let folder: IndexFolder
    let data: DataFiles
    let options: Options
    var helper: PageHelper

    /// An indexer of the index in `folder`.
    public init(folder: IndexFolder, data: DataFiles, options: Options) {
        self.folder = folder
        self.data = data
        self.options = options
        helper = PageHelper(isLocked: options.isLocked)
    }

    /// Indexes the pages at the paths, and takes out those that are no longer in the folders and archives given.
    ///
    /// `progress` is called with the number of files done and of all. If it throws, the index is as before.
    public func index(paths: [String], progress: (Int, Int) -> Void) throws -> IndexReport {
        let walk = try walk(paths)
        let source = PageSource(walk.files, helper: helper)
        return try change { update in
            update.report.skipped += walk.unreadable
            let recorded = Set(update.pages.map(\.location))
            try update.reserveRoom(
                bytes: walk.files.reduce(0) { $0 + (recorded.contains($1.location) ? 0 : $1.size ?? 0) })
            for (index, file) in walk.files.enumerated() {
                try update.take(file, from: source, supplied: options.supplied)
                progress(index + 1, walk.files.count)
            }
            if !options.keepsMissing { try update.removeMissing(below: walk.folders, sparing: walk.closed) }
            try update.readAgain()
        }
    }

    /// Takes out the page at a path, or all pages below it; the path is as answers show it, or of this machine.
    public func remove(path: String) throws -> IndexReport {
        let real = realPath(path)
        func isBelow(_ page: String, _ folder: String?) -> Bool {
            folder.map { page == $0 || page.hasPrefix($0 + "/") } ?? false
        }
        let trimmed = path.hasSuffix("/") ? String(path.dropLast()) : path
        return try remove(named: path) { isBelow($0.path, trimmed) || isBelow($0.location, real) }
    }

    /// Takes out an authority's pages, or those of one statement; both by slug.
    public func remove(authority: String, statement: String?) throws -> IndexReport {
        try remove(named: authority) {
            $0.authority == authority && (statement == nil || $0.statement == statement)
        }
    }

    private func remove(named name: String, where matches: (PageRecord) -> Bool) throws -> IndexReport {
        try change { update in
            let pages = update.pages.filter(matches)
            guard !pages.isEmpty else { throw IndexError.nothingNamed(name) }
            for page in pages { try update.remove(page) }
            try update.readAgain()
        }
    }

    /// The files at the paths that a run was given.
    func walk(_ paths: [String]) throws -> PageWalk {
        let walk = try PageWalk(
            paths: paths, inputName: options.inputName, followsLinks: options.followsLinks,
            helper: helper)
        guard options.supplied.url == nil || walk.files.count <= 1 else {
            throw IndexError.addressOfSeveral(count: walk.files.count)
        }
        return walk
    }

    private func change(_ body: (IndexUpdate) throws -> Void) throws -> IndexReport {
        try alone {
            let update = try IndexUpdate(
                folder: folder, data: data, helper: helper, positions: options.hasPositions,
                now: options.now ?? Date())
            return try carryOut(update, body)
        }
    }

    /// Runs `body` with the right to change the index, after removing what a killed run left.
    func alone(_ body: () throws -> IndexReport) throws -> IndexReport {
        _ = try folder.current()
        return try folder.locked(wait: options.waits) {
            for leaving in try folder.leavings() { try Files.remove(leaving) }
            return try body()
        }
    }

    /// Makes a generation of the update that `body` fills.
    func carryOut(_ update: IndexUpdate, _ body: (IndexUpdate) throws -> Void) throws -> IndexReport {
        let before = try folder.current()
        do {
            try body(update)
            try update.publish()
        } catch let error as XapianError {
            update.abandon()
            // The generation that the update starts from is sound, so it is the next one that can't be written.
            throw IndexError.file(path: folder.path, reason: error.message)
        } catch {
            update.abandon()
            throw error
        }
        folder.prune(keep: options.keep, current: update.report.generation, before: before)
        return update.report
    }
}
