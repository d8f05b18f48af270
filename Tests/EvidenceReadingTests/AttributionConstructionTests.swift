import Evidence
import EvidenceReading
import Testing

/// Constructions: where in a sentence its source may stand, and by what words.
@Suite struct AttributionConstructionTests {
    @Test(
        "a description between noun and verb hides no source",
        arguments: [
            Row(
                "Most people we spoke with were happy with the support they had.",
                [.people], "Most people we spoke with were happy with"),
            Row(
                "Carers who had received an assessment told us it had been helpful.",
                [.carers], "Carers who had received an assessment told us"),
            Row(
                "Staff across teams spoke highly of their managers.",
                [.staff], "Staff across teams spoke highly"),
            Row(
                "Social workers in the hospital team described good links with the wards.",
                [.staff], "Social workers in the hospital team described"),
        ])
    func described(row: Row) throws { try row.check() }

    @Test(
        "a source may stand late in its sentence",
        arguments: [
            Row("The move to neighbourhoods was slow, partners told us.", [.partners], "partners told us"),
            Row("The hub, which partners said was well run, opened in May.", [.partners], "partners said"),
            Row(
                "Whilst carers appreciated the cafe, it was open one day a week.",
                [.carers], "carers appreciated"),
            Row(
                "However, a small number of carers told us they felt alone.",
                [.carers], "a small number of carers told us"),
            Row(
                "We spoke with 10 people who told us the process was easy to follow.",
                [.people], "10 people who told us"),
            Row(
                "For example, one person explained how a small grant had changed their life.",
                [.people], "one person explained"),
            Row("In the hospital team, staff described daily huddles.", [.staff], "staff described"),
            Row("As a result, carers felt unsupported.", [.carers], "carers felt"),
            Row("Contact centre staff told us they had a script.", [.staff], "staff told us"),
        ])
    func latePosition(row: Row) throws { try row.check() }

    @Test(
        "sources joined by “and” or told apart are all named",
        arguments: [
            Row(
                "People and their carers described long waits for equipment.",
                [.people, .carers], "People and their carers described"),
            Row(
                "People who used services and unpaid carers told us about their experience of reviews.",
                [.people, .carers], "People who used services and unpaid carers told us"),
            Row(
                "Leaders told us morale was good, however staff felt tired.",
                [.staff, .leaders], "Leaders told us", "staff felt"),
            Row(
                "Both staff and leaders gave examples of joint working with housing.",
                [.staff, .leaders], "Both staff and leaders gave examples"),
        ])
    func several(row: Row) throws { try row.check() }

    @Test(
        "a late verb still names its source",
        arguments: [
            Row(
                "Staff attended weekly huddles and told us these helped them to manage risk.",
                [.staff], "Staff", "told us"),
            Row(
                "Staff demonstrated their knowledge and told us how they applied it.",
                [.staff], "Staff", "told us"),
            Row(
                "Senior leaders were open about the challenges and told us where they needed to improve.",
                [.leaders], "Senior leaders", "told us"),
            Row(
                "Leaders gave assurance and told us the plan was on track.",
                [.leaders], "Leaders", "told us"),
        ])
    func lateVerb(row: Row) throws { try row.check() }

    @Test(
        "feedback speaks for those who gave it",
        arguments: [
            Row(
                "Feedback from people and unpaid carers about assessments was mostly positive.",
                [.people, .carers],
                "Feedback from people and unpaid carers about assessments was mostly positive"),
            Row(
                "Feedback from people on the quality of support from staff was mixed.",
                [.people], "Feedback from people on the quality of support from staff was mixed"),
            Row(
                "People's feedback about the front door was mixed.",
                [.people], "People's feedback about the front door was mixed"),
            Row(
                "Feedback from providers was that payments were often late.",
                [.providers], "Feedback from providers was that"),
            Row("Overall, feedback from people was good.", [.people], "feedback from people was good"),
        ])
    func feedback(row: Row) throws { try row.check() }

    @Test(
        "what we heard from a group is theirs",
        arguments: [
            Row(
                "We heard positive feedback from people about their social workers.",
                [.people], "We heard positive feedback from people"),
            Row("We heard from partners that referrals were slow.", [.partners], "We heard from partners"),
            Row(
                "We heard mixed feedback about hospital discharge from people.",
                [.people], "We heard mixed feedback about hospital discharge from people"),
            Row(
                "We were told by partners that the board worked well.",
                [.partners], "We were told by partners"),
            Row(
                "There was mixed feedback from unpaid carers about short breaks.",
                [.carers], "There was mixed feedback from unpaid carers"),
        ])
    func heard(row: Row) throws { try row.check() }

    @Test(
        "the agent of a passive is the source",
        arguments: [
            Row("This view was echoed by partners.", [.partners], "view was echoed by partners"),
            Row(
                "Concerns were raised by partners about the length of contracts.",
                [.partners], "Concerns were raised by partners"),
            Row("The service was seen by people as friendly.", [.people], "was seen by people"),
            Row("The service was valued by people who used it.", [.people], "was valued by people"),
            Row("It was felt by people that the system was complex.", [.people], "was felt by people"),
            Row(
                "Information was described by people as hard to find.",
                [.people], "was described by people"),
            Row(
                "The culture was described as positive by staff.",
                [.staff], "was described as positive by staff"),
            Row("The new model was welcomed by staff.", [.staff], "was welcomed by staff"),
            Row(
                "Relationships were described as strong by partners.",
                [.partners], "were described as strong by partners"),
            Row("This was a view shared by partners.", [.partners], "view shared by partners"),
        ])
    func passive(row: Row) throws { try row.check() }

    @Test(
        "a feeling among a group is theirs",
        arguments: [
            Row(
                "A strong theme from staff was that they felt valued.",
                [.staff], "A strong theme from staff was that"),
            Row(
                "There was a sense of pride among staff.", [.staff], "There was a sense of pride among staff"),
            Row(
                "There was a clear message from leaders that prevention came first.",
                [.leaders], "There was a clear message from leaders"),
            Row(
                "There was recognition from leaders that more was needed.",
                [.leaders], "There was recognition from leaders"),
            Row(
                "There was consensus among staff and partners that the pathway worked.",
                [.partners, .staff], "There was consensus among staff and partners"),
            Row("Waiting times were the main area of people's concern.", [.people], "people's concern"),
            Row("\"They never gave up on me,\" said one person.", [.people], "said one person"),
        ])
    func among(row: Row) throws { try row.check() }

    @Test(
        "a pronoun points back within its sentence",
        arguments: [
            Row("Of the people we spoke with, most told us they were happy.", [.people], "most told us"),
            Row("Where people had used the service, they told us it was good.", [.people], "they told us"),
            Row(
                "Staff had received training in trauma, which they said had changed how they worked.",
                [.staff], "they said"),
            Row(
                "For one person, the service had meant they could work; they told us it was excellent.",
                [.people], "they told us"),
            Row(
                "In a meeting with providers, they told us that commissioners were responsive.",
                [.providers], "they told us"),
        ])
    func pronouns(row: Row) throws { try row.check() }
}
