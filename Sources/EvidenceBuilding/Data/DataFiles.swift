internal import Crypto
public import Evidence
public import EvidenceReading
public import EvidenceSearch
internal import FoundationEssentials
internal import Yams

/// The files that define what goes into an index, read from the first folder that holds each.
public struct DataFiles: Sendable {
    /// The statements, themes and scores.
    public let catalogue: StatementCatalogue
    /// The names of authorities and the exceptions to the slug rule.
    public let authorities: AuthorityNames
    /// The lexicon of who-said-it.
    public let lexicon: Lexicon
    /// The words that queries ignore in their folded form, in the file's order.
    public let stopWords: [String]
    /// The thesaurus.
    public let synonyms: Thesaurus
    /// The SHA-256 of each file by its name.
    public let hashes: [String: String]

    /// Reads the files; each is looked for in `folders` in order.
    public init(folders: [String]) throws(IndexError) {
        var files = DataFolder(folders: folders)
        catalogue = try files.yaml("statements.yaml", fault: \.fault)
        authorities = try files.yaml("authorities.yaml", fault: \.fault)
        lexicon = try files.yaml("speakers.yaml")
        stopWords = try files.lines("stopwords.txt").map { Folding.folded($0.text) }
        synonyms = try Thesaurus(lines: files.lines("synonyms.txt"), path: files.path(of: "synonyms.txt"))
        hashes = files.hashes
    }

    /// The folders to look in: `--data`, `$EVIDENCE_DATA`, `/etc/evidence/data`, `PREFIX/share/evidence`, and the
    /// copy that the program was built from.
    public static func folders(given: String?, environment: [String: String], program: String) -> [String] {
        let prefix = URL(filePath: program).deletingLastPathComponent().deletingLastPathComponent()
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return [given, environment["EVIDENCE_DATA"], "/etc/evidence/data"].compactMap(\.self)
            + [prefix.appending(path: "share/evidence").path, sources.appending(path: "index").path]
    }
}

/// A line of a data file that isn't empty, without its comment.
struct DataLine {
    let number: Int
    let text: String
}

/// Finds and reads data files, and keeps the hash of each.
private struct DataFolder {
    let folders: [String]
    var hashes: [String: String] = [:]

    func path(of name: String) throws(IndexError) -> String {
        guard
            let path = folders.map({ $0 + "/" + name }).first(where: FileManager.default.fileExists(atPath:))
        else { throw .dataFileMissing(name: name, folders: folders) }
        return path
    }

    mutating func text(_ name: String) throws(IndexError) -> String {
        let path = try path(of: name)
        guard let data = FileManager.default.contents(atPath: path),
            let text = String(bytes: data, encoding: .utf8)
        else { throw .dataFileBad(path: path, reason: "it can't be read as UTF-8") }
        hashes[name] = SHA256.hash(data: data).hex(bytes: 32)
        return text
    }

    /// Decodes a file; `fault` gives the reason why its content can't be used.
    mutating func yaml<File: Decodable>(
        _ name: String, fault: (File) -> String? = { _ in nil }
    ) throws(IndexError) -> File {
        let text = try text(name)
        let file: File
        do {
            file = try YAMLDecoder().decode(File.self, from: text)
        } catch {
            throw .dataFileBad(path: try path(of: name), reason: "\(error)")
        }
        if let fault = fault(file) { throw .dataFileBad(path: try path(of: name), reason: fault) }
        return file
    }

    mutating func lines(_ name: String) throws(IndexError) -> [DataLine] {
        try text(name).split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
            index, line in
            let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
            return words.isEmpty ? nil : DataLine(number: index + 1, text: words.joined(separator: " "))
        }
    }
}
