import Evidence
import EvidenceReading
import Testing

/// Files that are no page, each with its reason.
struct PageErrorTests {
    @Test("a file without text is empty", arguments: ["", "\n", " \r\n\t\u{A0}\n", "\u{FEFF}"])
    func empty(text: String) {
        #expect(throws: PageError.empty) { try Pages.page(text) }
    }

    @Test("a control character makes a file binary", arguments: ["\0", "\u{1}", "\u{B}", "\u{1B}"])
    func binary(character: String) {
        #expect(throws: PageError.binary) { try Pages.page(Pages.compact + character) }
    }

    @Test("text in another encoding is refused with the line of the first foreign byte")
    func notUTF8() throws {
        let bytes = Array("Mareham Council\r\nSafeguarding\r\nPartners".utf8) + [0x92] + Array("s views".utf8)

        #expect(throws: PageError.notUTF8(line: 3)) { try Pages.reader().page(from: bytes) }
    }

    @Test("8 MiB is read, and a byte more is too large")
    func tooLarge() throws {
        let start = Array((Pages.compact + "\n").utf8)
        let largest =
            start + [UInt8](repeating: UInt8(ascii: "a"), count: PageReader.largestPage - start.count)

        // Three paragraphs, and the last one in 128 pieces of 64 KiB at most.
        #expect(try Pages.reader().page(from: largest).paragraphs.count == 131)
        #expect(throws: PageError.tooLarge(bytes: 8_388_609)) {
            try Pages.reader().page(from: largest + [0x61])
        }
    }

    @Test("a page without an authority, a statement or evidence says which")
    func missing() {
        #expect(throws: PageError.noAuthority) { try Pages.page("Safeguarding\nScore: 3\nStaff said so.") }
        #expect(throws: PageError.noStatement(nil)) {
            try Pages.page("Mareham Council: local authority assessment\nStaff said so.")
        }
        #expect(throws: PageError.noAuthority) { try Pages.page("Dear all,\nthe meeting is on Friday.") }
        #expect(throws: PageError.noEvidence) {
            try Pages.page("Mareham Council: local authority assessment\nSafeguarding\nScore: 3")
        }
    }

    @Test("the name above a score that is no statement's is named with its line")
    func unknownStatement() throws {
        let remark = PageRemark(line: 2, .statement("Safe everything"))
        let page = "Mareham Council: local authority assessment\nSafe everything\nScore: 3\nStaff said so."

        #expect(throws: PageError.noStatement(remark)) { try Pages.page(page) }
        #expect(
            PageError.noStatement(remark).description
                == "line 2, above a score, names no quality statement that is known: “Safe everything”; "
                + "give it with --statement, or add the name to statements.yaml")
    }

    @Test("two pages in one file are refused with the line of the second statement")
    func severalPages() {
        let learning = Pages.compact.replacing(
            "\nSafeguarding\n", with: "\nLearning, improvement and innovation\n")
        let long = " It took them less than two weeks to do all that was asked of them."

        #expect(throws: PageError.severalPages(line: 14)) {
            try Pages.page(Pages.compact.replacing("kind.", with: "kind." + long) + "\n" + learning)
        }
    }

    @Test(
        "an error says what to do",
        arguments: [
            (
                PageError.noAuthority,
                "not an assessment: no title names a local authority; give it with --authority"
            ),
            (
                .noStatement(nil),
                "not an assessment: no line names a quality statement; give one with --statement"
            ),
            (.notUTF8(line: 3), "not UTF-8 at line 3; save the page as plain text in UTF-8"),
            (.tooLarge(bytes: 9_000_000), "over 8 MiB: 9000000 bytes; save each page by itself"),
        ])
    func descriptions(error: PageError, text: String) {
        #expect(error.description == text)
    }
}
