import Evidence
import Foundation
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("The history says what came, what went and what is worded anew; a text keeps the day on which it came")
struct HistoryTests {
    /// An index that a run on a day of November 2026 changes.
    private struct Diary {
        var index: TestIndex

        mutating func run(day: Int, rebuild: Bool = false) throws {
            index.options.now = Date(timeIntervalSince1970: 1_793_491_200 + Double(day - 1) * 86_400)
            _ =
                rebuild
                ? try index.indexer.rebuild(paths: []) { _, _ in }
                : try index.indexer.index(paths: [index.path("pages")]) { _, _ in }
        }

        func changes(_ parameters: KeyValuePairs<String, String> = [:]) throws -> [ChangesResponse.Change] {
            try index.generation().changes(
                ChangesRequest(parameters: parameters.map { ($0.key, $0.value) })
            ).changes
        }

        /// Each text with the day on which it came.
        func days() throws -> [String: String] {
            let hits = try index.search("indicative:true,false", ["limit": "1000"]).hits
            return Dictionary(hits.map { ($0.text, $0.indexed ?? "") }, uniquingKeysWith: { $1 })
        }
    }

    private func diary(_ pages: [String: String]) throws -> Diary {
        var diary = Diary(index: try TestIndex())
        for (name, text) in pages { try diary.index.write(text, to: name) }
        try diary.run(day: 1)
        return diary
    }

    @Test("pages that come are added, newest first, since a day or a generation")
    func added() throws {
        var diary = try diary(["1.txt": Report.page("The kettle is on.", "The door is open.")])
        try diary.index.write(
            Report.page(
                council: "Leeds City Council", score: 2, published: "1 May 2025", paragraphs: ["Tea."]),
            to: "2.txt")
        try diary.run(day: 3)

        let all = try diary.changes()
        #expect(all.map(\.page) == ["leeds/2025-05/safeguarding", "harrowmere/safeguarding"])
        #expect(all.map(\.generation) == [2, 1])
        #expect(
            all[0]
                == ChangesResponse.Change(
                    generation: 2, when: "2026-11-03T00:00:00Z", kind: .added,
                    page: "leeds/2025-05/safeguarding", authority: "leeds", statement: "safeguarding",
                    edition: "2025-05", score: .init(from: nil, to: 2), rating: .init(from: nil, to: nil),
                    paragraphs: .init(added: 1, removed: 0, kept: 0), sentences: []))
        #expect(try diary.changes(["since": "2026-11-03"]).map(\.generation) == [2])
        #expect(try diary.changes(["since": "2026-11"]).count == 2)
        #expect(try diary.changes(["since": "2026-11-04"]) == [])
        #expect(try diary.changes(["since": "1"]).map(\.generation) == [2])
        #expect(try diary.changes(["since": "2"]) == [])
        #expect(
            try diary.days() == [
                "The kettle is on.": "2026-11-01", "The door is open.": "2026-11-01", "Tea.": "2026-11-03",
            ])
    }

    @Test("a sentence worded anew stands beside the old one; what only moved is no change")
    func reworded() throws {
        var diary = try diary([
            "1.txt": Report.page(
                "The kettle is on. Staff said it whistles.", "The door is open.", "It rains.")
        ])
        try diary.index.write(
            Report.page(
                "It rains.", "The door is open.", "The kettle is on. Staff said it whistles loudly.",
                "New tea."),
            to: "1.txt")
        try diary.run(day: 2)

        let change = try #require(try diary.changes(["since": "1"]).first)
        #expect(change.kind == .changed)
        #expect(change.paragraphs == .init(added: 2, removed: 1, kept: 2))
        #expect(
            change.sentences == [
                .init(
                    id: "harrowmere/safeguarding/3#2", from: "Staff said it whistles.",
                    to: "Staff said it whistles loudly."),
                .init(id: "harrowmere/safeguarding/4#1", from: nil, to: "New tea."),
            ])
        #expect(try diary.days()["It rains."] == "2026-11-01")
        #expect(try diary.days()["New tea."] == "2026-11-02")

        // The same sentences in other paragraphs.
        try diary.index.write(
            Report.page(
                "It rains. The door is open.", "The kettle is on.", "Staff said it whistles loudly.",
                "New tea."),
            to: "1.txt")
        try diary.run(day: 3)
        #expect(try diary.changes(["since": "2"]) == [])
        #expect(try diary.days()["It rains. The door is open."] == "2026-11-01")
        #expect(try diary.days()["Staff said it whistles loudly."] == "2026-11-02")
    }

    @Test("the history keeps the sentences that went; a page that comes back unchanged isn't new")
    func removed() throws {
        let page = Report.page("The kettle is on. It whistles.")
        var diary = try diary(["1.txt": page, "2.txt": Report.page(council: "Leeds City Council", "Tea.")])
        try diary.index.delete("1.txt")
        try diary.run(day: 2)

        let change = try #require(try diary.changes(["since": "1"]).first)
        #expect((change.kind, change.page) == (.removed, "harrowmere/safeguarding"))
        #expect(change.score == .init(from: 3, to: nil))
        #expect(change.paragraphs == .init(added: 0, removed: 1, kept: 0))
        #expect(
            change.sentences == [
                .init(id: "harrowmere/safeguarding/1#1", from: "The kettle is on.", to: nil),
                .init(id: "harrowmere/safeguarding/1#2", from: "It whistles.", to: nil),
            ])

        try diary.index.write(page, to: "again.txt")
        try diary.run(day: 5)
        let back = try #require(try diary.changes(["since": "2"]).first)
        #expect(back.kind == .added)
        #expect(back.paragraphs == .init(added: 0, removed: 0, kept: 1))
        #expect(try diary.days()["The kettle is on. It whistles."] == "2026-11-01")
    }

    @Test("neither a rebuild, nor another lexicon, nor the same page elsewhere makes text new")
    func keeps() throws {
        var diary = try diary([
            "1.txt": Report.page("The kettle is on."), "2.txt": Report.page(statement: "Governance", "Tea."),
        ])
        let days = try diary.days()
        try diary.run(day: 2, rebuild: true)
        #expect(try diary.index.generation().number == 2)
        #expect(try diary.days() == days)

        let data = try TemporaryFolder()
        for name in ["statements.yaml", "authorities.yaml", "stopwords.txt", "synonyms.txt", "speakers.yaml"]
        {
            let text = try String(contentsOfFile: Repository.index + "/" + name, encoding: .utf8)
            try data.write(text + (name == "speakers.yaml" ? "\n# Another.\n" : ""), to: name)
        }
        diary.index.dataFolder = data.path
        try diary.run(day: 3)
        #expect(try diary.index.generation().number == 3)
        #expect(try diary.days() == days)

        try diary.index.delete("1.txt")
        try diary.index.write(Report.page("The kettle is on."), to: "moved.txt")
        try diary.run(day: 4)
        #expect(try diary.days() == days)
        #expect(try diary.changes(["since": "1"]) == [])
    }

    @Test("an edition that only comes from an address makes nothing new or changed")
    func address() throws {
        var diary = try diary(["1.txt": Report.page("The kettle is on.")])
        diary.index.options.supplied.url = "https://www.cqc.org.uk/harrowmere-0525/safeguarding"
        try diary.run(day: 2)

        #expect(try diary.index.ids() == ["harrowmere/2025-05/safeguarding/1"])
        #expect(try diary.changes(["since": "1"]) == [])
        #expect(try diary.days() == ["The kettle is on.": "2026-11-01"])
    }

    @Test("a changed score is a change, with the rating that it makes")
    func scored() throws {
        var diary = try diary(Council.pages(scores: [2, 3, 3, 2, 3, 2, 3, 2, 3]))
        try diary.index.write(
            try #require(Council.pages(scores: [1, 3, 3, 2, 3, 2, 3, 2, 3])["h/1.txt"]), to: "h/1.txt")
        try diary.run(day: 2)

        let changes = try diary.changes(["since": "1"])
        #expect(changes.map(\.page) == ["harrowmere/assessing-needs"])
        #expect(changes[0].score == .init(from: 2, to: 1))
        #expect(changes[0].rating == .init(from: "good", to: "requires-improvement"))
        #expect(changes[0].paragraphs == .init(added: 0, removed: 0, kept: 1))
        #expect(changes[0].sentences == [])
    }

    @Test(
        "the filters of pages keep changes",
        arguments: [
            ("authority", "leeds", ["leeds/safeguarding"]), ("authority", "gone", ["wexcombe/safeguarding"]),
            ("region", "none", ["harrowmere/2025-05/assessing-needs", "wexcombe/safeguarding"]),
            ("region", "humber", ["leeds/safeguarding"]),
            ("score", "2", ["harrowmere/2025-05/assessing-needs"]),
            ("statement", "safeguarding", ["leeds/safeguarding", "wexcombe/safeguarding"]),
            ("not_theme", "ensuring-safety", ["harrowmere/2025-05/assessing-needs"]),
            ("edition", "2025", ["harrowmere/2025-05/assessing-needs"]),
            ("published", "none", ["leeds/safeguarding", "wexcombe/safeguarding"]),
            (
                "rating", "none",
                ["harrowmere/2025-05/assessing-needs", "leeds/safeguarding", "wexcombe/safeguarding"]
            ),
            ("indicative", "true", []),
            ("editions", "latest", ["harrowmere/2025-05/assessing-needs", "leeds/safeguarding"]),
        ])
    func filters(name: String, value: String, pages: [String]) throws {
        var diary = try diary(["3.txt": Report.page(council: "Wexcombe City Council", "Tea.")])
        try diary.index.delete("3.txt")
        try diary.index.write(Report.page(council: "Leeds City Council", "Tea."), to: "1.txt")
        try diary.index.write(
            Report.page(
                statement: "Assessing needs", score: 2, published: "1 May 2025", paragraphs: ["Tea."]),
            to: "2.txt")
        try diary.run(day: 2)
        let value = value == "gone" ? "Wexcombe" : value

        #expect(try diary.changes(["since": "1", name == "" ? "since" : name: value]).map(\.page) == pages)
    }

    @Test("dates are filtered by, and facets stay as they are")
    func indexed() throws {
        var diary = try diary(["1.txt": Report.page("The kettle is on.")])
        try diary.index.write(Report.page(statement: "Governance", "Tea."), to: "2.txt")
        try diary.run(day: 20)

        for (value, count) in [
            ("2026-11-01..", 2), ("2026-11-02..", 1), ("..2026-11-19", 1), ("2026-11-20", 1), ("2026", 2),
            ("2026-12", 0),
        ] {
            #expect(try diary.index.search("indexed:\(value)").total.n == count, "\(value)")
            #expect(try diary.index.search("", ["not_indexed": value]).total.n == 2 - count, "\(value)")
        }
        let error = #expect(throws: RequestError.self) { try diary.index.search("indexed:none") }
        #expect(error?.message == "indexed is a date or a range of dates, not \"none\" at byte 8")
    }

    @Test("the history is carried on byte by byte, with its hash")
    func carried() throws {
        var diary = try diary(["1.txt": Report.page("The kettle is on.")])
        func history(_ generation: Int) throws -> String {
            try String(
                contentsOfFile: diary.index.folder.generation(generation) + "/history.jsonl", encoding: .utf8)
        }
        let first = try history(1)
        try diary.index.delete("1.txt")
        try diary.index.write(Report.page(statement: "Governance", "Tea."), to: "2.txt")
        try diary.run(day: 2)

        #expect(try history(2).hasPrefix(first) && history(2).split(separator: "\n").count == 3)
        let sums = try String(
            contentsOfFile: diary.index.folder.generation(2) + "/SHA256SUMS", encoding: .utf8)
        #expect(sums.contains("  history.jsonl\n"))
        #expect(try IndexCheck(diary.index.folder, waits: false).faults == [])
    }
}
