import Evidence
import EvidenceReading
import Testing

@Suite struct SentenceSplitterTests {
    /// A paragraph and the sentences it falls into.
    struct Split: Sendable, CustomTestStringConvertible {
        let text: String
        let sentences: [String]

        init(_ text: String, _ sentences: String...) { (self.text, self.sentences) = (text, sentences) }

        var testDescription: String { text }
    }

    @Test(
        "a paragraph falls into its sentences",
        arguments: [
            Split("One ended. Two began.", "One ended.", "Two began."),
            Split("Is it one? It is two!", "Is it one?", "It is two!"),
            Split("One; not two: still one - and one.", "One; not two: still one - and one."),
            Split("No mark at the end", "No mark at the end"),
            Split("  Space around.  \u{A0}More of it. ", "Space around.", "More of it."),
            Split("It ended…  ", "It ended…"),
            Split(""),
        ])
    func plain(split: Split) { check(split) }

    @Test(
        "a full stop inside a sentence does not end it",
        arguments: [
            Split("It rose by 4.5% in a year.", "It rose by 4.5% in a year."),
            Split("Some aids, e.g. rails, were quick.", "Some aids, e.g. rails, were quick."),
            Split("One form, i.e. the short one, was used.", "One form, i.e. the short one, was used."),
            Split("We met Dr. Oak at St. Anne’s.", "We met Dr. Oak at St. Anne’s."),
            Split("There were approx. 40 staff.", "There were approx. 40 staff."),
            Split("Form No. 5 was long.", "Form No. 5 was long."),
            Split("Cllr. J. Ash chaired it.", "Cllr. J. Ash chaired it."),
            Split("Rails, ramps etc. were free.", "Rails, ramps etc. were free."),
            Split("They call it ‘home first.’ in the plan.", "They call it ‘home first.’ in the plan."),
        ])
    func inside(split: Split) { check(split) }

    @Test(
        "a quotation mark behind a full stop stays with its sentence",
        arguments: [
            Split("It was ‘good.’ The rest was not.", "It was ‘good.’", "The rest was not."),
            Split("It was “good.” The rest was not.", "It was “good.”", "The rest was not."),
            Split("It was \"good.\" The rest was not.", "It was \"good.\"", "The rest was not."),
            Split("It closed. ‘Home First’ went on.", "It closed.", "‘Home First’ went on."),
            Split("(It closed.) The rest went on.", "(It closed.)", "The rest went on."),
        ])
    func quotations(split: Split) { check(split) }

    @Test(
        "slips of the page are survived",
        arguments: [
            Split("The team was small.Staff were busy.", "The team was small.", "Staff were busy."),
            Split("The team was small . It grew.", "The team was small .", "It grew."),
            Split(
                "They followed the law. comprehensive plans were kept.", "They followed the law.",
                "comprehensive plans were kept."),
            Split("They went home Staff told us it helped.", "They went home", "Staff told us it helped."),
            Split("They went home However, some stayed.", "They went home", "However, some stayed."),
            Split("It rose by 5%.People were glad.", "It rose by 5%.", "People were glad."),
            Split("It was low (ASCS).People were glad.", "It was low (ASCS).", "People were glad."),
            Split("They used the MCA.Staff were clear.", "They used the MCA.", "Staff were clear."),
            Split("It was ‘good.’People were glad.", "It was ‘good.’", "People were glad."),
            Split(
                "It grew in June The local authority paid.", "It grew in June", "The local authority paid."),
            Split(
                "It grew in June National data showed why.", "It grew in June", "National data showed why."),
            Split("The Director of People said so.", "The Director of People said so."),
            Split("It opens at 9 a.m. on most days.", "It opens at 9 a.m. on most days."),
            Split("They joined the People Board in May.", "They joined the People Board in May."),
            Split("The 2024.Then", "The 2024.Then"),
        ])
    func slips(split: Split) { check(split) }

    private func check(_ split: Split) {
        let utf8 = Array(split.text.utf8)

        let ranges = SentenceSplitter().ranges(of: split.text)

        #expect(ranges.map { String(decoding: utf8[$0], as: UTF8.self) } == split.sentences)
    }
}
