import Evidence
import EvidenceReading
import Testing

/// What one sentence of a paragraph takes from another.
@Suite struct AttributionParagraphTests {
    /// A paragraph and the groups of each of its sentences.
    struct Paragraph: Sendable, CustomTestStringConvertible {
        let text: String
        let saidBy: [[SourceGroup]]

        init(_ text: String, _ saidBy: [SourceGroup]...) { (self.text, self.saidBy) = (text, saidBy) }

        var testDescription: String { text }
    }

    @Test(
        "a sentence that opens with a pronoun has the source before",
        arguments: [
            Paragraph(
                "People told us the service was kind. They said it had helped them.", [.people], [.people]),
            Paragraph(
                "Some residents told us the form was easy. Others found it hard.", [.people], [.people]),
            Paragraph(
                "Staff told us training was good. For example, one course covered autism. They told us it was full.",
                [.staff], [], [.staff]),
            Paragraph(
                "Leaders told us funding was tight. However, they were confident that it would be enough.",
                [.leaders], [.leaders]),
            Paragraph(
                "The housing plan set out four aims. It identified three sites.", [.documents], [.documents]),
            Paragraph(
                "ASCS data showed 70% of people felt safe. This data showed 60% of people had a choice.",
                [.nationalData], [.nationalData]),
        ])
    func pronouns(paragraph: Paragraph) throws { try check(paragraph) }

    @Test(
        "letters of other alphabets and signs of any kind are read, and are no obstacle",
        arguments: [
            Paragraph("Staff told us that Łukasz and Zoë had helped. Šárka agreed.", [.staff], []),
            Paragraph("Partners told us “naïve” was 中文 for 😀. Staff said no.", [.partners], [.staff]),
            Paragraph("Staff told us of \u{61C}and \u{202E}it \u{FEFF}and \u{D7FF}.", [.staff]),
            Paragraph("People told us of a€b, x™ and ﬁre – and½.", [.people]),
        ])
    func letters(paragraph: Paragraph) throws { try check(paragraph) }

    @Test(
        "a pronoun may stand for the subject of a sentence that nobody told",
        arguments: [
            Paragraph(
                "Partners told us the list was long. Councillors had kept the budget. They told us why.",
                [.partners], [], [.leaders]),
            Paragraph("Young adults had waited for a year. Many felt let down.", [], [.people]),
            Paragraph(
                "Carers had access to breaks. They told us these were short. “It is an hour,” one said.", [],
                [.carers], [.carers]),
            Paragraph("We spoke with a carer of two sons. She told us she was tired.", [], [.carers]),
            Paragraph("A move was planned. He told us he was glad.", [], [.people]),
            Paragraph("Those who had moved in said they were glad.", [.people]),
            Paragraph("Partners met weekly. Those we spoke with said it helped.", [], [.partners]),
            Paragraph("We raised this with leaders. They told us it was in hand.", [], [.leaders]),
            Paragraph("We asked staff about risk and they told us it was read weekly.", [.staff]),
            Paragraph(
                "ASCS data showed 70% of people felt safe. The same survey found 60% had a choice.",
                [.nationalData], [.nationalData]),
            Paragraph("Staff told us of a course. One of the tutors was a carer.", [.staff], []),
        ])
    func subjects(paragraph: Paragraph) throws { try check(paragraph) }

    @Test(
        "a sentence without a source of its own is nobody’s",
        arguments: [
            Paragraph("Partners told us the hub worked. It was open every day.", [.partners], []),
            Paragraph("There was a new team. They worked closely with the hospital.", [], []),
            Paragraph("People told us calls were answered. They could also write.", [.people], []),
            Paragraph(
                "Carers told us breaks were rare. This had been raised with the council.", [.carers], []),
            Paragraph("It set out the aims. It identified three sites.", [], []),
        ])
    func silence(paragraph: Paragraph) throws { try check(paragraph) }

    @Test("a pronoun does not reach back over three sentences")
    func distance() throws {
        let text = "People told us of delays. The list was long. It was read daily. It fell. They said so."

        let sentences = try Attributor.repository.get().sentences(of: text)

        #expect(sentences.map(\.saidBy.groups) == [[.people], [], [], [], []])
    }

    private func check(_ paragraph: Paragraph) throws {
        let sentences = try Attributor.repository.get().sentences(of: paragraph.text)

        #expect(sentences.map(\.saidBy.groups) == paragraph.saidBy)
    }
}
