import Evidence
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("A paragraph comes back from its bytes as it went in")
struct StoredParagraphTests {
    @Test("text, sentences and fingerprint survive")
    func roundTrip() throws {
        let paragraph = StoredParagraph(
            text: "Partners told us of “delays”. It was so.",
            sentences: [
                Sentence(range: 0..<33, saidBy: SourceGroups(.partners), because: [0..<16]),
                Sentence(range: 34..<44),
            ])

        #expect(paragraph.bytes.withUnsafeBufferPointer { StoredParagraph(bytes: $0) } == paragraph)
        #expect(paragraph.fingerprint.count == 8)
    }

    @Test("cut bytes are no paragraph", arguments: [0, 7, 8, 9, 10])
    func truncated(count: Int) {
        let bytes = StoredParagraph(text: "Staff felt safe.", sentences: [Sentence(range: 0..<16)]).bytes

        #expect(bytes.prefix(count).withUnsafeBufferPointer { StoredParagraph(bytes: $0) } == nil)
    }
}
