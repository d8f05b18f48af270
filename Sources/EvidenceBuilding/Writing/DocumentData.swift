internal import Evidence
internal import EvidenceSearch

/// The data of a paragraph's document: `field=value` lines, as Omega reads them.
///
/// A field without a value is left out. The last fields are what only `search.map` needs: `page`, the page's number in
/// the manifest, `line`, `indexed`, `section`, `section_name`, and `sentences`, where each sentence is `START-END`, its source
/// groups, and the ranges of the words that decided them, all in bytes of `text`:
/// `0-53 partners,staff 0-13,20-25;54-130`. A sentence without such ranges was decided by `lead_in`, the words of the
/// paragraph that announces a list.
struct DocumentData {
    let paragraph: IndexedParagraph

    init(_ paragraph: IndexedParagraph) { self.paragraph = paragraph }

    /// The bytes to store.
    func bytes(of page: IndexedPage) -> [UInt8] {
        let stored = paragraph.stored
        let fields: [(name: String, value: String?)] = [
            ("id", paragraph.id(on: page)), ("text", stored.text), ("authority", page.record.authority),
            ("authority_name", page.record.authorityName), ("statement", page.record.statement),
            ("score", page.record.score.map(String.init)),
            ("said_by", paragraph.column.saidBy.groups.map(\.rawValue).joined(separator: ",")),
            ("published", page.record.published?.description), ("url", page.record.url),
            ("sample", Self.sample(of: stored.text)), ("page", String(paragraph.column.page)),
            ("line", String(paragraph.column.line)), ("indexed", String(paragraph.column.indexed)),
            ("section", paragraph.section.slug),
            ("section_name", paragraph.section.name), ("sentences", Self.sentences(stored.sentences)),
            ("lead_in", stored.leadIn),
        ]
        var bytes: [UInt8] = []
        bytes.reserveCapacity(stored.text.utf8.count * 2)
        for case (let name, let value?) in fields {
            bytes += name.utf8
            bytes.append(UInt8(ascii: "="))
            // A line feed would begin another field.
            bytes += value.utf8.lazy.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    /// The bytes of a text that Omega's pages show of a document.
    private static let longestSample = 200

    private static func sample(of text: String) -> String {
        guard text.utf8.count > longestSample else { return text }
        let cut = text.utf8.prefix(longestSample).lastIndex(of: UInt8(ascii: " ")) ?? text.startIndex
        return text[..<cut] + "…"
    }

    private static func sentences(_ sentences: [Sentence]) -> String {
        sentences.map { sentence in
            guard !sentence.saidBy.isEmpty else { return words(sentence.range) }
            let groups = sentence.saidBy.groups.map(\.rawValue).joined(separator: ",")
            let because = sentence.because.map(words).joined(separator: ",")
            return "\(words(sentence.range)) \(groups) \(because)"
        }.joined(separator: ";")
    }

    private static func words(_ range: Range<Int>) -> String { "\(range.lowerBound)-\(range.upperBound)" }
}

extension DocumentData {
    /// Reads the data of a document; `nil` if the data are not what `bytes(of:)` writes.
    init?(bytes: [UInt8]) {
        var fields: [Substring: Substring] = [:]
        for line in String(decoding: bytes, as: UTF8.self).utf8.split(separator: UInt8(ascii: "\n")) {
            guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            fields[Substring(line[..<equals])] = Substring(line[line.index(after: equals)...])
        }
        guard let id = fields["id"], let number = id.split(separator: "/").last.flatMap({ UInt32($0) }),
            let page = fields["page"].flatMap({ UInt32($0) }),
            let line = fields["line"].flatMap({ UInt32($0) }),
            let indexed = fields["indexed"].flatMap({ UInt32($0) }),
            let text = fields["text"], let section = fields["section"], let name = fields["section_name"],
            let sentences = Self.sentences(fields["sentences"] ?? ""),
            let saidBy = Self.groups(fields["said_by"] ?? "")
        else { return nil }
        paragraph = IndexedParagraph(
            stored: StoredParagraph(
                text: String(text), sentences: sentences, leadIn: fields["lead_in"].map(String.init)),
            column: ColumnValue(
                page: page, paragraph: number, line: line, saidBy: saidBy, indexed: indexed),
            section: Section(slug: String(section), name: String(name)))
    }

    private static func sentences(_ field: Substring) -> [Sentence]? {
        var sentences: [Sentence] = []
        for entry in field.split(separator: ";") {
            let parts = entry.split(separator: " ", omittingEmptySubsequences: false)
            guard let range = range(parts[0]), parts.count == 1 || parts.count == 3 else { return nil }
            guard parts.count == 3 else {
                sentences.append(Sentence(range: range))
                continue
            }
            let because = parts[2].split(separator: ",").map(Self.range)
            guard let groups = groups(parts[1]), !because.contains(nil) else { return nil }
            sentences.append(Sentence(range: range, saidBy: groups, because: because.compactMap(\.self)))
        }
        return sentences
    }

    private static func range(_ words: Substring) -> Range<Int>? {
        let ends = words.split(separator: "-").map { Int($0) }
        guard ends.count == 2, let start = ends[0], let end = ends[1], start <= end else { return nil }
        return start..<end
    }

    private static func groups(_ words: Substring) -> SourceGroups? {
        let groups = words.split(separator: ",").map { SourceGroup(rawValue: String($0)) }
        guard !groups.contains(nil) else { return nil }
        return groups.compactMap(\.self).reduce(into: []) { $0.insert(SourceGroups($1)) }
    }
}
