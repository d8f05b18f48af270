internal import Crypto
internal import Evidence
internal import EvidenceReading
internal import EvidenceSearch
internal import FoundationEssentials

/// One run's change to an index: the pages that stay, go and come, and the generation made of them.
///
/// The writer is made with the first change, so a run that changes nothing writes nothing.
final class IndexUpdate {
    var report = IndexReport()
    let folder: IndexFolder
    private let data: DataFiles
    private let analyzer: PageAnalyzer
    /// The known authorities by slug.
    private let authorities: [String: Authority]
    private let previous: Manifest?
    /// The folder of the generation that this one goes on from.
    private let current: String?
    private let uuid: String
    /// If true, the database's words carry positions.
    private let hasPositions: Bool
    private let generation: Int
    /// The reason why every page is read again; `nil` if only changed ones are.
    private let reasonToReadAll: String?
    private var records: PageRecords
    private var writer: GenerationWriter?

    /// A change to the current generation; `positions` are kept once they were asked for.
    init(folder: IndexFolder, data: DataFiles, helper: PageHelper, positions: Bool) throws {
        self.folder = folder
        self.data = data
        analyzer = PageAnalyzer(data: data, helper: helper)
        authorities = data.authorities.authorities.bySlug
        current = try folder.current().map(folder.generation)
        previous = try current.map { try Manifest.read(from: $0, index: folder.path) }
        hasPositions = positions || previous?.hasPositions ?? false
        reasonToReadAll = previous.flatMap { $0.reasonToReadAll(data: data, positions: positions) }
        records = PageRecords(previous?.pages ?? [])
        uuid = previous?.uuid ?? Self.newUUID
        generation = try folder.next(after: previous?.generation)
        if let reasonToReadAll { report.notes.append("every page is read again: \(reasonToReadAll)") }
        nameStrangers()
    }

    /// A change that keeps nothing of the index but its identity.
    init(
        rebuilding folder: IndexFolder, of provenance: Provenance?, data: DataFiles, helper: PageHelper,
        positions: Bool
    ) throws {
        self.folder = folder
        self.data = data
        hasPositions = positions
        analyzer = PageAnalyzer(data: data, helper: helper)
        authorities = data.authorities.authorities.bySlug
        (current, previous, reasonToReadAll) = (nil, nil, nil)
        records = PageRecords([])
        uuid = provenance?.uuid ?? Self.newUUID
        generation = try folder.next(after: provenance?.generation)
        nameStrangers()
    }

    private func nameStrangers() {
        report.notes += folder.strangers().map {
            "ignored, because no generation of an index is named so: \(folder.path)/generations/\($0)"
        }
    }

    /// The pages as they are at this moment of the run.
    var pages: [PageRecord] { records.pages }

    /// Takes a file that the run was given: indexes it, leaves its page as it is, or reports why it can't be read.
    func take(_ file: FoundFile, from source: PageSource, supplied: SuppliedDetails) throws {
        records.markSeen(file.location)
        let supplied = records.supplied(at: file.location, besides: supplied)
        do {
            let bytes = try source.bytes(of: file)
            let hash = SHA256.hash(data: bytes).hex(bytes: 32)
            if reasonToReadAll == nil, records.keepUnchanged(file, sha256: hash, supplied: supplied) {
                report.unchanged += 1
            } else {
                try index(bytes, from: file, sha256: hash, supplied: supplied)
            }
        } catch PageError.profile {
            takeProfile(file)
        } catch let error as PageError {
            skip(file, reason: error.description)
        } catch let error as UnreadableFile {
            skip(file, reason: error.reason)
        }
    }

    /// Removes the pages that were recorded from below these folders and archives and are no longer there.
    ///
    /// Pages from folders that can't be read now stay.
    func removeMissing(below folders: Locations, sparing closed: Locations) throws {
        var kept = 0
        for page in records.missing(below: folders) {
            if closed.cover(page.location) { kept += 1 } else { try remove(page) }
        }
        guard kept > 0 else { return }
        let pages = kept == 1 ? "1 page" : "\(kept) pages"
        report.notes.append("kept of what can't be read now, as indexed before: \(pages)")
    }

    /// Takes a page out.
    func remove(_ page: PageRecord) throws {
        try writing { $0.remove(page) }
        records.remove(page)
        report.removed += 1
    }

    /// Makes sure that there will be a generation, even if nothing else changes.
    func begin() throws { try writing { _ in } }

    /// Reads the pages again that the run wasn't given, if every page has to be.
    func readAgain() throws {
        guard reasonToReadAll != nil else { return }
        try begin()
        let pages = records.unseen
        let files = pages.map { FoundFile(location: $0.location, path: $0.path, member: $0.member) }
        let source = PageSource(files, helper: analyzer.helper)
        for (page, file) in zip(pages, files) { try take(file, from: source, supplied: page.supplied) }
    }

    /// Completes the generation and makes it current; does nothing if nothing changed.
    func publish() throws {
        if let writer {
            let manifest = manifest
            try writer.publish(manifest, startsAnew: reasonToReadAll != nil)
            report.generation = manifest.generation
        }
        report.pages = records.pages.count
        report.paragraphs = records.pages.reduce(0) { $0 + $1.paragraphs }
    }

    /// Leaves the index as it was.
    func abandon() { writer?.abandon() }

    private func index(_ bytes: [UInt8], from file: FoundFile, sha256: String, supplied: SuppliedDetails)
        throws
    {
        let analyzed = try analyzer.analyze(bytes, of: file, supplied: supplied)
        let record = PageRecord(
            number: records.nextNumber, analyzed: analyzed, file: file, sha256: sha256, supplied: supplied)
        if let first = records.claimant(of: record.identity) {
            return skip(file, reason: analyzed.page.sameAs(first) + "; remove one of them")
        }
        let replaced = records.replaced(by: record)
        try writing { writer in
            for page in replaced { writer.remove(page) }
            try writer.add(
                analyzed, as: record, theme: data.catalogue.theme(ofStatement: record.statement)?.slug,
                authority: authorities[record.authority])
        }
        for page in replaced { records.remove(page) }
        records.add(record)
        report.add(analyzed.page.remarks, at: file.path)
        tell(of: record, replacing: replaced)
    }

    private func tell(of record: PageRecord, replacing replaced: [PageRecord]) {
        if replaced.isEmpty { report.indexed += 1 } else { report.replaced += 1 }
        for page in replaced where page.location != record.location {
            if page.member == nil { report.superseded.append(page.location) }
            report.notes.append("\(record.path) takes the place of \(page.path): both are \(record.identity)")
        }
    }

    private func takeProfile(_ file: FoundFile) {
        report.profiles += 1
        guard records.keep(at: file.location) else { return }
        report.notes.append(
            "\(file.path): a council's profile, no evidence; the page indexed from it before is kept")
    }

    private func skip(_ file: FoundFile, reason: String) {
        let kept = records.keep(at: file.location) ? "; the page indexed from it before is kept" : ""
        report.skipped.append(SkippedPage(file, reason: reason + kept))
    }

    private func writing(_ body: (GenerationWriter) throws -> Void) throws {
        if writer == nil {
            writer = try GenerationWriter(
                folder: folder, number: generation, current: current, thesaurus: data.synonyms,
                hasPositions: hasPositions)
        }
        if let writer { try body(writer) }
    }

    private static var newUUID: String { UUID().uuidString.lowercased() }

    private var manifest: Manifest {
        Manifest(
            uuid: uuid, generation: generation, built: Date().formatted(.iso8601), data: data.hashes,
            catalogue: data.catalogue, authorities: data.authorities.authorities,
            aliases: data.authorities.aliases, stopWords: data.stopWords,
            hasPositions: hasPositions, pages: records.pages)
    }
}
