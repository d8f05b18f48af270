import EvidenceReading
import Testing

@Suite("A paragraph of more than 64 KiB is split at its sentences")
struct PageLongParagraphTests {
    private func page(_ paragraph: String) throws -> Page {
        try Pages.page(
            "Mareham Borough Council: local authority assessment\nSafeguarding\nScore: 3\n"
                + "Key findings for this quality statement\n\(paragraph)\nThe last paragraph is short.\n")
    }

    @Test("each piece holds whole sentences, as many as fit, and the page names the line")
    func sentences() throws {
        let sentence = "Partners told us that \(String(repeating: "very ", count: 1_000))good work was done."

        let page = try page(Array(repeating: sentence, count: 30).joined(separator: " "))

        let pieces = page.paragraphs.map(\.text)
        #expect(pieces.map { $0.components(of: "Partners") } == [12, 12, 6, 0])
        #expect(pieces.allSatisfy { $0.utf8.count <= 65_536 && $0.hasSuffix(".") })
        #expect(page.paragraphs.map(\.line) == [5, 5, 5, 6])
        #expect(page.remarks == [PageRemark(line: 5, .split)])
    }

    @Test(
        "a sentence that is too long is cut between words, or between characters if it has one word",
        arguments: [
            (String(repeating: "word ", count: 20_000) + "end.", [65_534, 34_469, 28]),
            (String(repeating: "é", count: 40_000) + ".", [65_536, 14_465, 28]),
            (String(repeating: "% ", count: 40_000) + "%", [65_535, 14_465, 28]),
        ])
    func longSentence(text: String, counts: [Int]) throws {
        #expect(try page(text).paragraphs.map(\.text.utf8.count) == counts)
    }

    @Test("a paragraph of 64 KiB stays whole")
    func whole() throws {
        let page = try page(String(repeating: "word ", count: 13_106) + "words.")

        #expect(page.paragraphs.map(\.text.utf8.count) == [65_536, 28])
        #expect(page.remarks == [])
    }
}

extension String {
    fileprivate func components(of word: String) -> Int { split(separator: " ").count { $0 == word } }
}
