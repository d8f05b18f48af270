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
    let data: DataFiles
    let analyzer: PageAnalyzer
    /// The known authorities by slug.
    let authorities: [String: Authority]
    private let previous: Manifest?
    /// The folder of the generation that this one goes on from.
    private let current: String?
    private let uuid: String
    /// If true, the database's words carry positions.
    private let hasPositions: Bool
    private let generation: Int
    /// The reason why every page is read again; `nil` if only changed ones are.
    let reasonToReadAll: String?
    var records: PageRecords
    /// The pages of one authority that were read and aren't written yet.
    var held: [HeldPage] = []
    /// The authorities whose pages came or went.
    var touched: Set<String> = []
    /// The moment that the generation is built.
    private let built: String
    private let past: IndexPast
    private var writer: GenerationWriter?

    /// A change to the current generation; `positions` are kept once they were asked for.
    init(folder: IndexFolder, data: DataFiles, helper: PageHelper, positions: Bool, now: Date) throws {
        self.folder = folder
        self.data = data
        analyzer = PageAnalyzer(data: data, helper: helper)
        authorities = data.authorities.authorities.bySlug
        current = try folder.current().map(folder.generation)
        previous = try current.map { try Manifest.read(from: $0, index: folder.path) }
        built = now.formatted(.iso8601)
        past = IndexPast(previous, folder: current, now: built)
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
        positions: Bool, now: Date
    ) throws {
        self.folder = folder
        self.data = data
        hasPositions = positions
        analyzer = PageAnalyzer(data: data, helper: helper)
        authorities = data.authorities.authorities.bySlug
        (current, previous, reasonToReadAll) = (nil, nil, nil)
        built = now.formatted(.iso8601)
        past = IndexPast(rebuilding: provenance == nil ? nil : folder, now: built)
        records = PageRecords([])
        uuid = provenance?.uuid ?? Self.newUUID
        generation = try folder.next(after: provenance?.generation)
        if let fault = past.fault { report.notes.append("the history begins anew, for what was: \(fault)") }
        nameStrangers()
    }

    private func nameStrangers() {
        report.notes += folder.strangers().map {
            "ignored, because no generation of an index is named so: \(folder.path)/generations/\($0)"
        }
    }

    /// The pages as they are at this moment of the run.
    var pages: [PageRecord] { records.pages }

    /// Makes sure that there will be a generation, even if nothing else changes.
    func begin() throws { try writing { _ in } }

    /// Completes the generation and makes it current; does nothing if nothing changed.
    func publish() throws {
        try writeHeld()
        let renewal = RatingRenewal(pages: settleRatings())
        if let writer {
            let manifest = manifest
            try writer.publish(
                manifest, startsAnew: reasonToReadAll != nil, renewal: renewal, past: past,
                stayed: Set(previous?.pages.map(\.number) ?? []))
            report.generation = manifest.generation
        }
        report.pages = records.pages.count
        report.paragraphs = records.pages.reduce(0) { $0 + $1.paragraphs }
    }

    /// Leaves the index as it was.
    func abandon() { writer?.abandon() }

    /// Hands a page to the writer.
    func write(_ page: HeldPage, as record: PageRecord) throws {
        try writing { writer in
            try writer.add(
                page.analyzed, as: record, theme: data.catalogue.theme(ofStatement: record.statement)?.slug,
                authority: authorities[record.authority], days: past.days())
        }
    }

    /// Makes the writer with the first change.
    func writing(_ body: (GenerationWriter) throws -> Void) throws {
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
            uuid: uuid, generation: generation, built: built, data: data.hashes,
            catalogue: data.catalogue, authorities: data.authorities.authorities,
            aliases: data.authorities.aliases, stopWords: data.stopWords,
            hasPositions: hasPositions, pages: records.pages)
    }
}
