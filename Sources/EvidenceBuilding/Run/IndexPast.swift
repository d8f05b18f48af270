internal import Evidence
internal import EvidenceSearch

/// What an index held before: its texts, with the days on which they came, and its history.
///
/// It is read with the first page that is indexed, when the files are known to be as they were written.
final class IndexPast {
    /// The reason why it can't be read; `nil` if it can, or if there is none.
    private(set) var fault: String?
    private let manifest: Manifest?
    private let folder: String?
    private let today: UInt32
    private var read: (texts: GenerationTexts?, history: History?, days: FirstDays)?

    /// The past of an index whose current generation lies in `folder`, before a run at the moment `now`.
    init(_ manifest: Manifest?, folder: String?, now: String) {
        self.manifest = manifest
        self.folder = folder
        today = DayNumber.number(now)
    }

    /// The past of an index that is built anew; none if its generation is damaged or an older program's.
    init(rebuilding index: IndexFolder?, now: String) {
        today = DayNumber.number(now)
        do {
            (manifest, folder) = try Self.current(of: index)
        } catch {
            (manifest, folder) = (nil, nil)
            if case .schema = error { return }
            fault = "\(error)"
        }
    }

    private static func current(of index: IndexFolder?) throws(IndexError) -> (Manifest?, folder: String?) {
        guard let index, let path = try index.current().map(index.generation) else { return (nil, nil) }
        let manifest = try Manifest.read(from: path, index: index.path)
        try Checksums.check(path, index: index.path)
        return (manifest, path)
    }

    /// The paragraphs of the generation before.
    func texts() throws -> GenerationTexts? { try opened().texts }

    /// The history up to that generation.
    func history() throws -> History? { try opened().history }

    /// The days on which texts first came into the index.
    func days() throws -> FirstDays { try opened().days }

    private func opened() throws -> (texts: GenerationTexts?, history: History?, days: FirstDays) {
        if let read { return read }
        var texts: GenerationTexts?
        var history: History?
        if let manifest, let folder {
            texts = try GenerationTexts(manifest, folder: folder)
            history = try History(folder: folder)
        }
        let opened = (texts, history, try FirstDays(texts, history: history, today: today))
        read = opened
        return opened
    }
}
