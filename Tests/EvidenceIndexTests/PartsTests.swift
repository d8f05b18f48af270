import Evidence
import Testing

@testable import EvidenceIndex

@Suite("The small parts of the index")
struct PartsTests {
    @Test(
        "a hyphenated word is indexed in its parts and as one, at the place of its first part",
        arguments: [
            ("stay at home", ["stay 1", "at 2", "home 3"]),
            ("a stay-at-home carer", ["a 1", "stay 2", "at 3", "home 4", "stayathome 2", "carer 5"]),
            ("Co-production", ["co 1", "production 2", "coproduction 1"]),
            ("2023–24 and 2023-24", ["2023 1", "24 2", "and 3", "2023 4", "24 5", "202324 4"]),
            ("", []),
        ])
    func indexedWords(text: String, words: [String]) {
        #expect(IndexedWord.words(of: text).map { "\($0.text) \($0.position)" } == words)
    }

    @Test("a word beyond 64 bytes is not indexed, and keeps its place")
    func longWord() {
        let long = String(repeating: "x", count: 65)

        let words = IndexedWord.words(of: "a \(long) b \(long)-c")

        #expect(words.map(\.text) == ["a", "b", "c"])
        #expect(words.map(\.position) == [1, 3, 5])
    }

    @Test("a column's bytes are big-endian, one value after another, and come back as they were")
    func columns() {
        let values = [
            ColumnValue(page: 1, paragraph: 2, line: 3, section: 4, saidBy: SourceGroups(.people)),
            ColumnValue(
                page: .max - 1, paragraph: 70_000, line: 1 << 24, section: .max,
                saidBy: SourceGroups(.assessor)),
        ]

        let bytes = values.flatMap(\.bytes)

        #expect(bytes.prefix(16) == [0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 4, 0, 1])
        #expect(ColumnValue.values(of: bytes) == values)
        #expect(ColumnValue.values(of: Array(bytes.dropLast())).count == 1)
    }

    @Test("no two of the schema's terms can be taken for one another")
    func terms() {
        let terms =
            [
                Schema.stem("walrus"), Schema.page(1), Schema.authority("a"), Schema.statement("a"),
                Schema.theme("a"),
                Schema.score(1), Schema.section("a"), Schema.published("2025"), Schema.indicative,
            ] + SourceGroup.allCases.map(Schema.saidBy)
            + SourceGroup.allCases.map { Schema.spoken(by: $0) + "a" }

        #expect(Set(terms).count == terms.count)
        #expect(terms.allSatisfy { $0.first?.isUppercase == true })
    }

    @Test(
        "the thesaurus reads both kinds of entries",
        arguments: [
            ("a b = c", ["a b": ["c"], "c": ["a b"]]), ("A > b, c", ["a": ["b", "c"]]),
            ("a = b = c", ["a": ["b", "c"], "b": ["a", "c"], "c": ["a", "b"]]),
        ])
    func thesaurus(line: String, synonyms: [String: [String]]) throws {
        let thesaurus = try Thesaurus(lines: [DataLine(number: 1, text: line)], path: "synonyms.txt")

        #expect(thesaurus.synonyms == synonyms)
    }

    @Test("an entry of neither kind is an error with its line", arguments: ["a", "a >", "= a"])
    func badThesaurus(line: String) {
        let error = #expect(throws: IndexError.self) {
            try Thesaurus(lines: [DataLine(number: 7, text: line)], path: "synonyms.txt")
        }

        #expect(error?.description.contains("line 7 is neither a = b nor a > b: \(line)") == true)
        #expect(error?.exitStatus == 2)
    }

    @Test("data files come from the first folder that holds each, the one given first")
    func dataFolders() {
        let folders = DataFiles.folders(
            given: "/mine", environment: ["EVIDENCE_DATA": "/theirs"], program: "/usr/bin/evidence-index")

        #expect(folders.prefix(4) == ["/mine", "/theirs", "/etc/evidence/data", "/usr/share/evidence"])
        #expect(folders.last?.hasSuffix("/index") == true)
    }

    @Test("a data file that is nowhere is named, with the folders looked in")
    func dataMissing() {
        let error = IndexError.dataFileMissing(name: "statements.yaml", folders: ["/nowhere"])

        #expect(throws: error) { try DataFiles(folders: ["/nowhere"]) }
        #expect(
            error.description == "no statements.yaml in /nowhere; name the folder that holds it with --data")
    }
}
