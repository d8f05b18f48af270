import Evidence
import Testing

@testable import EvidenceSearch

@Suite(
    "A posting says in four bytes how often a term stands in a document, in whose sentences, and how long it is"
)
struct PostingTests {
    @Test(
        "each of them is told from the others, up to the most that is told",
        arguments: [
            (1, UInt16(0), 0, UInt16(1), UInt16(0)),
            (1, 0b1_1111_1111, 1, 1, 1),
            (127, 0b1_0000_0001, 65_535, 127, 65_535),
            (128, 0b0_1000_0000, 65_536, 127, 65_535),
            (1_000, 0b1_0101_0101, 1_000_000, 127, 65_535),
        ])
    func details(times: Int, groups: UInt16, length: Int, frequency: UInt16, told: UInt16) {
        var posting = Posting(document: 7, position: 3, groups: 0, length: length)
        for _ in 1..<times { posting.add(groups: groups) }
        let first = Posting(document: 7, position: 3, groups: groups, length: length)
        let details = times == 1 ? first.details : posting.details
        #expect(details.frequency == frequency)
        #expect(details.groups == groups)
        #expect(details.length == told)
    }

    @Test("there is a bit for each group that a sentence can have")
    func width() {
        #expect(PostingDetails.groupBits == SourceGroup.allCases.count - 1)
        #expect(SourceGroup.assessor.bit == SourceGroup.allCases.count - 1)
    }

    @Test("a group without a bit stops the run and changes no frequency")
    func noRoom() async {
        await #expect(processExitsWith: .failure) {
            _ = Posting(document: 1, position: 1, groups: 1 << 9, length: 10)
        }
    }

    @Test(
        "a place that is too far is said to be so",
        arguments: [(0, UInt16(0)), (65_534, 65_534), (65_535, .max), (90_000, .max)])
    func places(place: Int, told: UInt16) {
        #expect(Posting(document: 1, position: place, groups: 0, length: 1).position == told)
    }
}
