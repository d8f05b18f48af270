import Evidence
import Foundation
import Support
import Testing
import Xapian

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("The search map is a function of the Xapian database")
struct SearchMapTests {
    @Test("made again from the database alone it has the same bytes, after adding, replacing and removing")
    func remade() throws {
        let index = try TestIndex([
            "a.txt": Report.page(
                "Partners told us that co-production was hard to reach. It rained.", "The cat sat."),
            "b.txt": Report.page(
                statement: "Assessing needs", "It rained (a lot) in 2023–24, for 65+ of us."),
        ])
        try index.write(
            Report.page(statement: "Learning, improvement and innovation", "“The lamp” wasn’t lit."),
            to: "c.txt")
        try index.write(Report.page("People said the lamp was lit."), to: "a.txt")
        try index.index()
        try index.delete("b.txt")
        try index.index()

        let folder = try TemporaryFolder()
        #expect(try SearchMapRemake.faults(in: index.folder.generation(3), remadeIn: folder.path) == [])
        #expect(try index.generation().manifest.paragraphs == 2)
    }

    @Test("each document has the length that the database gives it")
    func lengths() throws {
        let generation = try SampleIndex.sample.get().generation
        let database = try Database(
            path: SampleIndex.sample.get().index.folder.path + "/current/xapian")

        for document in try database.documents {
            let length = try database.length(of: document)
            #expect(length == Int(generation.map.documents.lengths[Int(document)]))
        }
    }

    @Test("a paragraph's data say all that the map holds of it")
    func data() throws {
        let text = "Partners told us. It = rained; once-more 1-2."
        let paragraph = IndexedParagraph(
            stored: StoredParagraph(
                text: text,
                sentences: [
                    Sentence(
                        range: 0..<17, saidBy: [.init(.partners), .init(.staff)], because: [0..<8, 9..<13]),
                    Sentence(range: 18..<45),
                ]),
            column: ColumnValue(
                page: 7, paragraph: 3, line: 40, saidBy: [.init(.partners), .init(.staff)],
                indexed: 20_261_101),
            section: Section(slug: "key-findings", name: "Key = findings"))
        let page = IndexedPage(
            record: PageRecord(
                number: 7, authority: "leeds", authorityName: "Leeds City Council", statement: "safeguarding",
                published: PublicationDate("2025-06-20"), edition: "2025-06", updated: nil, score: 3,
                scoreName: nil,
                isIndicative: false, url: "https://example.org/leeds", path: "a.txt", location: "/a.txt",
                member: nil, sha256: "", supplied: SuppliedDetails(), paragraphs: 1),
            theme: "ensuring-safety", authority: nil, paragraphs: [paragraph])

        let bytes = DocumentData(paragraph).bytes(of: page)

        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                id=leeds/2025-06/safeguarding/3
                text=\(text)
                authority=leeds
                authority_name=Leeds City Council
                statement=safeguarding
                score=3
                said_by=partners,staff
                published=2025-06-20
                url=https://example.org/leeds
                sample=\(text)
                page=7
                line=40
                indexed=20261101
                section=key-findings
                section_name=Key = findings
                sentences=0-17 partners,staff 0-8,9-13;18-45

                """)
        #expect(DocumentData(bytes: bytes)?.paragraph == paragraph)
    }

    @Test(
        "data that were changed are read as none",
        arguments: ["id=a/b/c", "page=x", "indexed=x", "sentences=5-3", "said_by=x"])
    func badData(line: String) {
        let lines = [
            "id=a/b/1", "text=It rained.", "page=1", "line=2", "indexed=20261101", "section=a",
            "section_name=A",
            "sentences=0-10",
            "said_by=people",
        ]
        let name = line.prefix { $0 != "=" } + "="
        let changed = lines.map { $0.hasPrefix(name) ? line : $0 }

        #expect(DocumentData(bytes: Array(lines.joined(separator: "\n").utf8)) != nil)
        #expect(DocumentData(bytes: Array(changed.joined(separator: "\n").utf8)) == nil)
    }

    @Test("more than 65,535 headings are told apart")
    func manyHeadings() throws {
        let stems = try StemCache()
        let phrases = ThesaurusPhrases(terms: [])
        var builder = SearchMapBuilder()
        for number in 0..<65_540 {
            let paragraph = IndexedParagraph(
                stored: StoredParagraph(text: "a", sentences: [], fingerprint: "00000000"),
                column: ColumnValue(page: 1, paragraph: 1, line: 1, saidBy: [.init(.assessor)], indexed: 0),
                section: Section(slug: "s\(number)", name: "S\(number)"))
            builder.add(
                paragraph, words: try ParagraphWords(paragraph.stored, stems: stems, phrases: phrases))
        }
        let folder = try TemporaryFolder()
        try builder.write(to: folder.path)

        let map = try SearchMap(folder: folder.path)

        #expect(map.sections.count == 65_540)
        let last = Int(map.documents.sections[65_540])
        #expect(String(decoding: map.sections[last], as: UTF8.self) == "s65539\nS65539")
    }

    @Test("a heading goes with its last paragraph")
    func headingsGo() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        try index.write(
            String(
                contentsOfFile: Repository.index + "/sample/harrowmere/overall-summary.txt", encoding: .utf8),
            to: "b.txt")
        try index.index()
        let more = try index.generation().sections.count
        try index.delete("b.txt")
        try index.index()

        #expect(more > 1)
        #expect(try index.generation().sections.map(\.slug) == ["key-findings"])
    }
}
