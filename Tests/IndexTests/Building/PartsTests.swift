import Evidence
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("The small parts of the index")
struct PartsTests {
    @Test(
        "a hyphenated word is one word besides, at the place of its first part",
        arguments: [
            ("stay at home", [nil, nil, nil]), ("a stay-at-home carer", [nil, "stayathome", nil, nil, nil]),
            ("Co-production", ["coproduction", nil]),
            ("2023–24 and 2023-24", [nil, nil, nil, "202324", nil]),
            (String(repeating: "x", count: 64) + "-ray", [nil, nil]),
        ])
    func joins(text: String, joins: [String?]) {
        let words = TextWord.words(of: text)

        #expect(words.indices.map(words.join(beginningAt:)) == joins)
    }

    @Test("no two of the schema's prefixes or slots can be taken for one another")
    func schema() {
        let prefixes = Schema.Field.allCases.map(\.prefix) + [Schema.stem(""), Schema.id("")]
        let slots = Schema.Slot.all.map(\.number)

        #expect(Set(prefixes).count == 14)
        #expect(prefixes.allSatisfy { $0.first?.isUppercase == true })
        #expect(slots == Array(1...12) + Array(20...29))
    }

    @Test(
        "the thesaurus reads both kinds of entries",
        arguments: [
            ("a b = c", ["a b": ["c"], "c": ["a b"]]), ("RAG > b, c", ["RAG": ["b", "c"]]),
            ("a = b = c", ["a": ["b", "c"], "b": ["a", "c"], "c": ["a", "b"]]),
        ])
    func thesaurus(line: String, synonyms: [String: [String]]) throws {
        let thesaurus = try Thesaurus(lines: [DataLine(number: 1, text: line)], path: "synonyms.txt")

        #expect(
            Dictionary(uniqueKeysWithValues: thesaurus.entries.map { ($0.term, $0.synonyms) }) == synonyms)
    }

    @Test(
        "an entry of neither kind is an error with its line",
        arguments: ["a", "a >", "= a", "a > b,", "! > b"])
    func badThesaurus(line: String) {
        let error = #expect(throws: IndexError.self) {
            try Thesaurus(lines: [DataLine(number: 7, text: line)], path: "synonyms.txt")
        }

        #expect(error?.description.contains("line 7 is neither a = b nor a > b, c: \(line)") == true)
        #expect(error?.exitStatus == 2)
    }

    @Test("data files come from the first folder that holds each, the one given first")
    func dataFolders() {
        let folders = DataFiles.folders(
            given: "/mine", environment: ["EVIDENCE_DATA": "/theirs"], program: "/usr/bin/evidence-index")

        #expect(folders.prefix(4) == ["/mine", "/theirs", "/etc/evidence/data", "/usr/share/evidence"])
        #expect(folders.last == Repository.index)
    }

    @Test("a data file that is nowhere is named, with the folders looked in")
    func dataMissing() {
        let error = IndexError.dataFileMissing(name: "statements.yaml", folders: ["/nowhere"])

        #expect(throws: error) { try DataFiles(folders: ["/nowhere"]) }
        #expect(error.description == "no statements.yaml in /nowhere")
    }

    @Test(
        "a long name keeps its beginning and its end, and another long name becomes another",
        arguments: [
            ("page.txt", "page.txt"),
            (String(repeating: "a", count: 40) + ".txt", "aaaaaaa~268bda28.txt"),
            (String(repeating: "é", count: 40), "ééééé~84fe2e03"),
        ])
    func shortened(name: String, short: String) {
        #expect(name.shortened(toBytes: 20) == short)
    }
}
