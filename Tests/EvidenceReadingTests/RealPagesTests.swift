import Evidence
import EvidenceReading
import Foundation
import Testing

/// The CQC's own pages, where `../shared/reports` holds them; their text is not ours to keep here.
@Suite(
    .enabled(if: FileManager.default.fileExists(atPath: Pages.reports.path), "../shared/reports is not here"))
struct RealPagesTests {
    // Counted by hand: the lines below `Key findings…`, and those below the two `Summary of…` headings.
    @Test(
        "every paragraph below the headings is read, and nothing else",
        arguments: [
            ("care-provision-integration-and-continuity", 37, 10...46, 2),
            ("governance-management-and-sustainability", 21, 8...28, 3),
            ("learning-improvement-and-innovation", 19, 8...26, 3),
            ("partnerships-and-communities", 32, 10...41, 3),
            ("overall-summary", 20, 7...27, nil),
        ] as [(String, Int, ClosedRange<Int>, Int?)])
    func counts(statement: String, count: Int, lines: ClosedRange<Int>, score: Int?) throws {
        let page = try Self.page(statement)

        #expect(page.authority == "st-helens")
        #expect(page.authorityName == "St Helens Borough Council")
        #expect(page.statement == statement)
        #expect(page.score == score)
        #expect(page.paragraphs.count == count)
        #expect(page.paragraphs.first?.line == lines.lowerBound)
        #expect(page.paragraphs.last?.line == lines.upperBound)
        #expect(page.paragraphs.allSatisfy { $0.text.utf8.count > 100 })
    }

    @Test("the summary has 9 paragraphs of people's experiences and 11 of strengths")
    func sections() throws {
        let sections = try Self.page("overall-summary").paragraphs.map(\.section)

        #expect(sections.filter { $0 == "summary-of-people-s-experiences" }.count == 9)
        #expect(sections.filter { $0.hasPrefix("summary-of-strengths") }.count == 11)
    }

    @Test(
        "a page cut off anywhere gives its first paragraphs, the last of them cut, or none",
        arguments: statements)
    func cutAtTheEnd(statement: String) throws {
        let reader = try Pages.reader()
        let bytes = try Self.bytes(statement)
        let whole = try Self.page(statement).paragraphs

        for end in stride(from: 0, to: bytes.count, by: 41) {
            guard let page = try? reader.page(from: Array(bytes[..<end])) else { continue }
            let last = page.paragraphs.count - 1
            try #require(last < whole.count)
            #expect(page.paragraphs.dropLast().elementsEqual(whole.prefix(last)))
            #expect(whole[last].text.hasPrefix(page.paragraphs[last].text))
        }
    }

    @Test(
        "a page that starts anywhere gives its last paragraphs, the first of them cut", arguments: statements)
    func cutAtTheStart(statement: String) throws {
        let reader = try Pages.reader()
        let bytes = try Self.bytes(statement)
        let whole = try Self.page(statement).paragraphs.map(\.text)
        let details = PageDetails(authority: "st-helens", statement: statement)

        for start in stride(from: 0, to: bytes.count, by: 41) {
            guard let page = try? reader.page(from: Array(bytes[start...]), supplying: details) else {
                continue
            }
            let texts = page.paragraphs.map(\.text)
            try #require(texts.count <= whole.count, "\(start) \(texts[0])")
            #expect(texts.dropFirst().elementsEqual(whole.suffix(texts.count - 1)))
            #expect(whole[whole.count - texts.count].hasSuffix(texts[0]))
        }
    }

    private static let statements = [
        "care-provision-integration-and-continuity", "governance-management-and-sustainability",
        "learning-improvement-and-innovation", "partnerships-and-communities", "overall-summary",
    ]

    private static func bytes(_ statement: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: Pages.reports.appending(path: "st-helens-\(statement).txt")))
    }

    private static func page(_ statement: String) throws -> Page {
        try Pages.reader().page(from: try bytes(statement))
    }
}
