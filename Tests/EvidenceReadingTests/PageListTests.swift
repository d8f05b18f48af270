import Evidence
import EvidenceReading
import Testing

/// Items of a list, and the paragraph that announces it.
struct PageListTests {
    private static let lead = "Carers told us the main problems were:"

    private func leads(_ text: String) throws -> [String?] {
        try Pages.page(text, supplying: PageDetails(authority: "mareham", statement: "safeguarding"))
            .paragraphs.map(\.leadIn)
    }

    @Test(
        "items of every form have their lead-in",
        arguments: [
            "• long waits\n• few breaks", "- Long waits.\n- Few breaks.", "long waits\nfew breaks",
            "1. Long waits\n2. Few breaks", "(a) long waits\n(b) few breaks.",
            "Long waits for assessments;\nFew breaks were offered",
        ])
    func items(list: String) throws {
        #expect(try leads("\(Self.lead)\n\(list)\nStaff said so.") == [nil, Self.lead, Self.lead, nil])
    }

    @Test(
        "a paragraph without a stop, or with the word, announces bullets too",
        arguments: ["Carers told us the main problems were", "Carers told us of the following."])
    func noColon(lead: String) throws {
        #expect(try leads("\(lead)\n- Long waits\n- Few breaks") == [nil, lead, lead])
    }

    @Test("a sentence, a heading and what follows bullets are no items")
    func noItems() throws {
        #expect(try leads("\(Self.lead)\nThe council had a plan.") == [nil, nil])
        #expect(try leads("Carers told us so.\n- Long waits\n- Few breaks") == [nil, nil, nil])
        #expect(try leads("\(Self.lead)\n- Long waits\nCarers\nStaff said so.") == [nil, Self.lead, nil])
    }
}
