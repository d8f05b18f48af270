import Evidence
import EvidenceReading
import Testing

/// Groups that speak as the subject of a verb.
///
/// To add a case, add a row: the sentence, who said it, and the words that decide it.
@Suite struct AttributionTests {
    @Test(
        "people speak under many names",
        arguments: [
            Row(
                "1 person told us the phone line was hard to get through to.",
                [.people], "1 person told us"),
            Row("One relative said the wait for a ramp had been too long.", [.people], "One relative said"),
            Row("People had mixed views on the new directory.", [.people], "People had mixed views"),
            Row(
                "People had mixed experiences of moving between services.",
                [.people], "People had mixed experiences"),
            Row("Not everyone felt safe at home.", [.people], "Not everyone felt"),
            Row("People did not always feel listened to.", [.people], "People did not always feel"),
            Row("People found it hard to get through on the telephone.", [.people], "People found it hard"),
            Row("Families said they were kept informed throughout the enquiry.", [.people], "Families said"),
            Row("People reported mixed experiences of the contact centre.", [.people], "People reported"),
            Row("People spoke positively about the reablement team.", [.people], "People spoke positively"),
            Row("A relative told us, “They have been wonderful.”", [.people], "A relative told us"),
            Row("One person said ‘I feel safe now.’", [.people], "One person said"),
            Row("Local people told us transport was a problem.", [.people], "Local people told us"),
            Row("Older people said they preferred the telephone.", [.people], "Older people said"),
            Row("People were happy with their personal assistants.", [.people], "People were happy with"),
            Row("People trusted the social workers who supported them.", [.people], "People trusted"),
            Row("Two people told us their care had been cut.", [.people], "Two people told us"),
            Row("People said that staff listened and leaders cared.", [.people], "People said"),
        ])
    func people(row: Row) throws { try row.check() }

    @Test(
        "unpaid carers are a group of their own",
        arguments: [
            Row("Some unpaid carers felt they were not listened to.", [.carers], "Some unpaid carers felt"),
            Row(
                "A carer told us they had waited a year, and the local authority apologised.",
                [.carers], "A carer told us"),
            Row("Young carers told us about the support at school.", [.carers], "Young carers told us"),
            Row(
                "One unpaid carer told us that the carers assessment had helped them to think about their own needs.",
                [.carers], "One unpaid carer told us"),
            Row(
                "Unpaid carers were not always aware of the support available to them.",
                [.carers], "Unpaid carers were not always aware"),
            Row(
                "Unpaid carers had mixed views on the quality of assessments.",
                [.carers], "Unpaid carers had mixed views"),
            Row("Parent carers said transition planning started too late.", [.carers], "Parent carers said"),
            Row("Carers wanted more flexible breaks.", [.carers], "Carers wanted"),
        ])
    func carers(row: Row) throws { try row.check() }

    @Test(
        "the NHS, the voluntary sector and the police are partners",
        arguments: [
            Row(
                "Health partners told us the discharge hub had reduced delays.",
                [.partners], "Health partners told us"),
            Row(
                "Voluntary sector partners said contracts were too short.",
                [.partners], "Voluntary sector partners said"),
            Row(
                "Voluntary and community sector organisations told us they were treated as equals.",
                [.partners], "Voluntary and community sector organisations told us"),
            Row(
                "Healthwatch told us residents struggled with the website.",
                [.partners], "Healthwatch told us"),
            Row("One partner explained how the panel worked.", [.partners], "One partner explained"),
            Row("ICB leaders told us relationships were mature.", [.partners], "ICB leaders told us"),
            Row("Partners felt that the board could challenge more.", [.partners], "Partners felt"),
            Row("Faith leaders told us they wanted to do more.", [.partners], "Faith leaders told us"),
            Row("One health partner said \"we work as one team\".", [.partners], "One health partner said"),
        ])
    func partners(row: Row) throws { try row.check() }

    @Test(
        "care homes and their managers are providers",
        arguments: [
            Row(
                "Care providers told us fees did not cover their costs.",
                [.providers], "Care providers told us"),
            Row("Providers felt the forum was useful.", [.providers], "Providers felt"),
            Row(
                "Registered managers said visits from the quality team were helpful.",
                [.providers], "Registered managers said"),
            Row(
                "A care home manager told us the team was responsive.",
                [.providers], "A care home manager told us"),
            Row(
                "Home care providers reported that communication had improved.",
                [.providers], "Home care providers reported"),
            Row("Providers described commissioners as fair.", [.providers], "Providers described"),
        ])
    func providers(row: Row) throws { try row.check() }

    @Test(
        "social workers and teams are staff",
        arguments: [
            Row("Staff were positive about the training on offer.", [.staff], "Staff were positive about"),
            Row(
                "Frontline staff all confirmed supervision took place each month.",
                [.staff], "Frontline staff all confirmed"),
            Row(
                "Occupational therapists and social workers said their caseloads were manageable.",
                [.staff], "Occupational therapists and social workers said"),
            Row(
                "An approved mental health professional told us beds were hard to find.",
                [.staff], "An approved mental health professional told us"),
            Row("AMHPs felt well supported by their managers.", [.staff], "AMHPs felt"),
            Row(
                "Staff talked about the pressure in the team and told us recruitment was slow.",
                [.staff], "Staff talked about"),
            Row("Staff told us people valued the new service.", [.staff], "Staff told us"),
            Row("Staff told us they felt supported by managers and colleagues.", [.staff], "Staff told us"),
            Row("Staff described their managers as approachable.", [.staff], "Staff described"),
            Row("Staff did not feel there were enough reviewing officers.", [.staff], "Staff did not feel"),
            Row("Council staff felt that morale had risen.", [.staff], "Council staff felt"),
            Row("The review team told us there was no backlog.", [.staff], "The review team told us"),
            Row("Staff at all levels told us they had a voice.", [.staff], "Staff at all levels told us"),
            Row("Staff said leaders were visible.", [.staff], "Staff said"),
            Row("Teams told us they were fully staffed.", [.staff], "Teams told us"),
            Row("Both teams told us of their close working.", [.staff], "Both teams told us"),
            Row("Out-of-hours staff told us handovers were clear.", [.staff], "Out-of-hours staff told us"),
            Row("Staff could describe learning from a recent review.", [.staff], "Staff could describe"),
        ])
    func staff(row: Row) throws { try row.check() }

    @Test(
        "directors and councillors are leaders",
        arguments: [
            Row("Leaders told us staff felt supported.", [.leaders], "Leaders told us"),
            Row(
                "One senior leader described how the budget had been protected.",
                [.leaders], "One senior leader described"),
            Row(
                "The director of adult social services told us the council had invested in prevention.",
                [.leaders], "The director of adult social services told us"),
            Row(
                "The cabinet member for adult social care explained how they held officers to account.",
                [.leaders], "The cabinet member for adult social care explained"),
            Row("Councillors said they received regular briefings.", [.leaders], "Councillors said"),
            Row(
                "The principal social worker told us audits had improved practice.",
                [.leaders], "The principal social worker told us"),
            Row("Leaders acknowledged there was more to do.", [.leaders], "Leaders acknowledged"),
            Row("Heads of service explained the new structure.", [.leaders], "Heads of service explained"),
            Row("The lead member said scrutiny had become stronger.", [.leaders], "The lead member said"),
            Row("The DASS told us their priority was prevention.", [.leaders], "The DASS told us"),
            Row("Leaders expressed confidence in the new model.", [.leaders], "Leaders expressed"),
            Row("Managers told us they had oversight of the waiting list.", [.leaders], "Managers told us"),
            Row("Leaders said staff were their greatest asset.", [.leaders], "Leaders said"),
        ])
    func leaders(row: Row) throws { try row.check() }
}
