internal import Crypto
internal import Evidence
public import EvidenceSearch
internal import FoundationEssentials
internal import Glibc
internal import Xapian
internal import XapianWriting

/// A check of the whole current generation of an index: its files, its tables, and each of its paragraphs.
public struct IndexCheck {
    /// The generation's number.
    public let generation: Int
    /// The faults of it, each in a few words; empty if it is as it was built.
    public private(set) var faults: [String]
    /// True if Xapian's own check of its tables was made, which opens them for writing and so needs the right to.
    public let hasCheckedTables: Bool

    /// Checks the index in `folder`; while another process changes it, waits or throws `locked`.
    public init(_ folder: IndexFolder, waits: Bool) throws {
        self = try folder.unchanging(wait: waits) {
            guard let number = try folder.current() else { throw IndexError.noIndex(path: folder.path) }
            return try IndexCheck(number, of: folder)
        }
    }

    private init(_ number: Int, of folder: IndexFolder) throws {
        generation = number
        let path = folder.generation(number)
        faults = try Checksums.faults(in: path)
        // An older program's generation has no checksums; a newer one's may have them elsewhere.
        if let schema = try? Manifest.schema(in: path, index: folder.path), schema != Schema.version,
            !faults.contains(where: { $0.hasPrefix(Manifest.file) })
        {
            throw IndexError.schema(path: folder.path, found: schema, ours: Schema.version)
        }
        // Reading a damaged table may do anything.
        hasCheckedTables = faults.isEmpty && access(path + "/xapian/postlist.glass", W_OK) == 0
        guard faults.isEmpty else { return }
        do {
            let tables = hasCheckedTables ? try Database.faults(at: path + "/xapian") : 0
            if tables > 0 { faults.append("its tables have faults: \(tables)") }
            faults += try Generation(number, of: folder, readers: 1).faultyPages()
            faults += try Self.inTemporaryFolder { try SearchMapRemake.faults(in: path, remadeIn: $0) }
        } catch IndexError.damaged(_, let reason) {
            faults.append(reason)
        } catch let error as XapianError {
            throw IndexError.file(path: path, reason: error.message)
        }
    }
}

extension IndexCheck {
    /// Lends a folder of its own, which goes at the end: a check changes nothing of the index.
    private static func inTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.path + "/evidence-check-\(UUID().uuidString)"
        try IndexFolder(path: folder).makeFolder(folder)
        defer { try? Files.remove(folder) }
        return try body(folder)
    }
}

extension Generation {
    /// The pages whose paragraphs differ from the manifest, or aren't found by their own words.
    fileprivate func faultyPages() throws -> [String] {
        let pages = Dictionary(grouping: manifest.pages) { [$0.authority, $0.statement] }
        return try pages.values.flatMap { pages in
            let fault = try fault(of: pages)
            return fault.map { fault in pages.map { "\($0.identity): \(fault)" } } ?? []
        }.sorted()
    }

    /// The fault of the pages of an authority about a statement, which may be one a month.
    private func fault(of pages: [PageRecord]) throws -> String? {
        let wanted = pages.flatMap { page in
            (0..<page.paragraphs).map { "\(page.identity)/\($0 + 1)" }
        }
        let answer = try search("", below: pages[0])
        guard answer.total.n == wanted.count else {
            return "\(answer.total.n) of \(wanted.count) paragraphs are found"
        }
        // An answer shows no more than that.
        guard wanted.count <= 1_000 else { return nil }
        guard Set(answer.hits.map(\.id)) == Set(wanted) else { return "other paragraphs are found" }
        guard
            answer.hits.allSatisfy({ $0.fingerprint == SHA256.hash(data: Array($0.text.utf8)).hex(bytes: 4) })
        else { return "the text of a paragraph is another" }
        guard let last = answer.hits.last else { return nil }
        let words = TextWord.words(of: last.text).prefix(5).map(\.text).joined(separator: " ")
        // A paragraph of signs alone can't be found by words.
        guard !words.isEmpty else { return nil }
        let found = try search("\"\(words)\"", below: pages[0])
        return found.hits.contains { $0.id == last.id } ? nil : "\(last.id) isn't found by its first words"
    }

    private func search(_ query: String, below page: PageRecord) throws -> SearchResponse {
        try search(
            SearchRequest(parameters: [
                ("q", query), ("authority", page.authority), ("statement", page.statement),
                ("limit", "1000"), ("facets", "none"),
            ]), until: .now + .seconds(600))
    }
}
