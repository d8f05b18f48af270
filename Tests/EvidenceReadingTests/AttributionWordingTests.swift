import Evidence
import EvidenceReading
import Testing

/// Wordings that are rarer than “told us”, and sentences in which several could be the source.
@Suite struct AttributionWordingTests {
    @Test(
        "whom we met need no verb of telling",
        arguments: [
            Row(
                "People we spoke with did not know whom to ring at night.", [.people],
                "People we spoke with did not know"),
            Row("Most carers we met had never been offered a break.", [.carers], "Most carers we met"),
            Row("Not everyone we spoke to knew about the directory.", [.people], "Not everyone we spoke"),
            Row(
                "Unpaid carers who we spoke with, said the course was useful.", [.carers],
                "Unpaid carers who we spoke with, said"),
            Row("When asked, staff could explain the duty of care.", [.staff], "staff could explain"),
            Row(
                "Staff, when asked, could explain the duty of care.", [.staff],
                "Staff, when asked, could explain"),
            Row("What people told us matched the records.", [.people], "people told us"),
        ])
    func met(row: Row) throws { try row.check() }

    @Test(
        "a form in “ed” behind a noun describes it where another verb follows",
        arguments: [
            Row(
                "Residents consulted on the new centre told us it was too far away.", [.people],
                "Residents consulted on the new centre told us"),
            Row(
                "Families consulted about the closure felt that it had been settled.", [.people],
                "Families consulted about the closure felt"),
            Row(
                "People who had complained told us they had an apology.", [.people],
                "People who had complained told us"),
            Row(
                "Staff who had joined recently felt that the course was good.", [.staff],
                "Staff who had joined recently felt"),
        ])
    func formsInEd(row: Row) throws { try row.check() }

    @Test(
        "verbs of opinion and of telling",
        arguments: [
            Row("As one carer put it, “nobody rang”.", [.carers], "one carer put it"),
            Row("Partners saw the council as a fair host.", [.partners], "Partners saw the council as"),
            Row("Providers warned that fees had fallen behind.", [.providers], "Providers warned that"),
            Row("Leaders conceded that reviews were late.", [.leaders], "Leaders conceded that"),
            Row(
                "Staff found their managers approachable.", [.staff],
                "Staff found their managers approachable"),
            Row(
                "People had nothing but praise for the night team.", [.people],
                "People had nothing but praise"),
            Row("Carers raised transport as a barrier.", [.carers], "Carers raised transport as a"),
            Row(
                "Partners gave a mixed picture of the new hub.", [.partners], "Partners gave a mixed picture"),
            Row("Leaders drew attention to gaps in nursing care.", [.leaders], "Leaders drew attention to"),
            Row("People rated the day service highly.", [.people], "People rated the day service highly"),
        ])
    func verbs(row: Row) throws { try row.check() }

    @Test(
        "sources behind a noun of opinion",
        arguments: [
            Row(
                "There was a view from partners that meetings were long.", [.partners],
                "There was a view from partners"),
            Row(
                "There were concerns from unpaid carers about the respite house.", [.carers],
                "There were concerns from unpaid carers"),
            Row(
                "Positive feedback was received from people about the lunch club.", [.people],
                "feedback was received from people"),
            Row(
                "The club was well regarded by people who went to it.", [.people],
                "was well regarded by people"),
            Row(
                "In one example given by staff, a person was moved too soon.", [.staff],
                "In one example given by staff"),
            Row(
                "There was an acknowledgement from senior leaders that records were thin.", [.leaders],
                "There was an acknowledgement from senior leaders"),
        ])
    func nouns(row: Row) throws { try row.check() }

    @Test(
        "who tells it, where another is named in it",
        arguments: [
            Row(
                "Staff told us about a person who said they were no longer alone.", [.staff], "Staff told us"),
            Row("Leaders told us they had been praised by partners.", [.leaders], "Leaders told us"),
            Row(
                "National data showed turnover was high and the workforce plan identified 3 causes.",
                [.nationalData, .documents], "National data showed", "the workforce plan identified"),
        ])
    func tellers(row: Row) throws { try row.check() }
}
