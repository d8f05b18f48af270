import Evidence
import EvidenceReading
import Testing

@Suite("Who said it is found in the folded form, and quoted as it stands")
struct AttributionFoldingTests {
    @Test(
        "a noun or a verb in another form of its letters",
        arguments: [
            Row("Staﬀ told us that waits were long.", [.staff], "Staﬀ told us"),
            Row("Ｓｔａｆｆ told us, that waits were long.", [.staff], "Ｓｔａｆｆ told us"),
            Row("Ｓｔａｆｆ， when asked， ｔｏｌｄ us.", [.staff], "Ｓｔａｆｆ， when asked， ｔｏｌｄ us"),
            Row("Unpaid cárers told us of delays.", [.carers], "Unpaid cárers told us"),
            Row("Unpaid ca\u{301}rers told us of delays.", [.carers], "Unpaid ca\u{301}rers told us"),
            Row("Partners¹ told us of delays.", [.partners], "Partners¹ told us"),
            Row(
                "Partners² and staﬀ³ told us of delays.", [.partners, .staff], "Partners² and staﬀ³ told us"),
            Row("The beneﬁts team staﬀ felt rushed.", [.staff], "The beneﬁts team staﬀ felt"),
            Row("N.H.S. staff told us of delays.", [.partners], "N.H.S. staff told us"),
            Row("The N.H.S. told us of delays.", [.partners], "The N.H.S. told us"),
            Row("Delays were, according to the N.H.S., rare.", [.partners], "according to the N.H.S."),
        ])
    func nouns(row: Row) throws { try row.check() }

    @Test("every apostrophe ties and owns alike", arguments: ["’", "'", "ʼ", "＇"])
    func apostrophes(mark: String) throws {
        let text = "The people\(mark)s charity didn\(mark)t wait: providers\(mark) staff told us so."
        let plain = try Attributor.repository.get().sentences(of: text.replacing(mark, with: "’"))

        let sentences = try Attributor.repository.get().sentences(of: text)

        #expect(sentences.map(\.saidBy) == plain.map(\.saidBy))
        #expect(sentences[0].because.count == plain[0].because.count)
        #expect(!sentences[0].saidBy.isEmpty)
    }

    @Test("initials end a sentence only before a capital")
    func initials() {
        let text =
            "Staff met the N.H.S. in May. Leaders met the U.S. team. They left the D.H.S.C. Others stayed."

        let ranges = SentenceSplitter().ranges(of: text)

        let sentences = ranges.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
        #expect(
            sentences == [
                "Staff met the N.H.S. in May.", "Leaders met the U.S. team.", "They left the D.H.S.C.",
                "Others stayed.",
            ])
    }

    @Test(
        "invisible characters leave a page as it is read",
        arguments: [
            "Part\u{AD}ners told us.", "Part\u{200B}ners told\u{200D} us.",
            "\u{FEFF}Partners\u{FE0F} told us.",
            "Partners t\u{2060}old us\u{200E}.",
        ])
    func invisible(line: String) throws {
        #expect(try Pages.excerpt(line) == ["Partners told us."])
    }
}
