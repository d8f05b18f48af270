internal import EvidenceReading
public import EvidenceSearch
internal import FoundationEssentials

extension Indexer {
    /// Returns true if an older program made the index, so that this one can neither read nor change it.
    ///
    /// A newer program's is an error.
    public static func isOlder(_ folder: IndexFolder) throws(IndexError) -> Bool {
        try Provenance.schema(of: folder).map { $0 < Schema.version } ?? false
    }

    /// Builds the next generation of the index from nothing but pages: those at the paths, and all that are recorded.
    ///
    /// The generations before stay as they were, so whoever answers from one goes on. A page that can't be read any
    /// more is left out.
    public func rebuild(paths: [String], progress: (Int, Int) -> Void) throws -> IndexReport {
        let walk = try walk(paths)
        return try alone {
            var note: String?
            let provenance = try provenance(orNote: &note, paths: paths)
            let update = try IndexUpdate(
                rebuilding: folder, of: provenance, data: data, helper: helper,
                positions: options.hasPositions, now: options.now ?? Date())
            return try carryOut(update) { update in
                update.report.skipped += walk.unreadable
                update.report.notes += [note].compactMap(\.self)
                try take(walk, provenance?.pages ?? [], into: update, progress: progress)
                if let page = update.report.skipped.first, update.pages.isEmpty {
                    throw IndexError.nothingReadable(path: folder.path, page: page.path, reason: page.reason)
                }
                try update.begin()
            }
        }
    }

    /// The pages that are recorded; if they can't be read any more, the pages given have to do.
    private func provenance(orNote note: inout String?, paths: [String]) throws(IndexError) -> Provenance? {
        do throws(IndexError) {
            let provenance = try Provenance.current(of: folder)
            guard provenance != nil || !paths.isEmpty else { throw IndexError.noIndex(path: folder.path) }
            return provenance
        } catch {
            guard case .damaged(_, let reason) = error, !paths.isEmpty else { throw error }
            note = "what was indexed before isn't known, for \(reason): only the pages given are indexed"
            return nil
        }
    }

    private func take(
        _ walk: PageWalk, _ recorded: [Provenance.Page], into update: IndexUpdate,
        progress: (Int, Int) -> Void
    ) throws {
        let byLocation = Dictionary(
            recorded.map { ($0.location, $0) }, uniquingKeysWith: { first, _ in first })
        let found = Set(walk.files.map(\.location))
        let others = recorded.filter { !found.contains($0.location) && !isMissing($0.location, walk) }
        update.report.removed = recorded.count { !found.contains($0.location) } - others.count
        try update.reserveRoom(
            bytes: walk.files.reduce(0) { $0 + (byLocation[$1.location] == nil ? $1.size ?? 0 : 0) })
        let files =
            walk.files.map { $0.shown(as: byLocation[$0.location]?.path ?? $0.path) }
            + others.map { FoundFile(location: $0.location, path: $0.path, member: $0.member) }
        let source = PageSource(files, helper: helper)
        for (index, file) in files.enumerated() {
            let given = index < walk.files.count ? options.supplied : SuppliedDetails()
            try update.take(
                file, from: source, supplied: given.completed(by: byLocation[file.location]?.supplied))
            progress(index + 1, files.count)
        }
    }

    /// Returns true if the run was given the folder or archive that a file was in, and it is there no longer.
    private func isMissing(_ location: String, _ walk: PageWalk) -> Bool {
        !options.keepsMissing && walk.folders.cover(location) && !walk.closed.cover(location)
    }
}
