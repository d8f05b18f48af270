import Evidence
import EvidenceReading
import Testing

/// Speakers: the many names under which a group speaks.
@Suite struct AttributionSpeakerTests {
    @Test(
        "partners and others outside the authority speak under many names",
        arguments: [
            Row("The ICB told us the joint fund had grown.", [.partners], "The ICB told us"),
            Row("Advocates told us they were called in late.", [.partners], "Advocates told us"),
            Row(
                "Ambulance service colleagues told us the line was often engaged.", [.partners],
                "Ambulance service colleagues told us"),
            Row(
                "A manager at the hospice told us referrals were simple.", [.partners],
                "A manager at the hospice told us"),
            Row("The carers’ centre told us demand had doubled.", [.partners], "The carers’ centre told us"),
            Row(
                "Voluntary, community and social enterprise (VCSE) organisations told us grants were short.",
                [.partners], "Voluntary, community and social enterprise (VCSE) organisations told us"),
            Row(
                "The chair of a local charity described long delays.", [.partners],
                "The chair of a local charity described"),
            Row(
                "Therapists from the community health trust told us they shared rooms.", [.partners],
                "Therapists from the community health trust told us"),
            Row(
                "Colleagues in health told us the daily call helped.", [.partners],
                "Colleagues in health told us"),
            Row(
                "Fire and rescue colleagues felt that home visits had risen.", [.partners],
                "Fire and rescue colleagues felt"),
            Row(
                "The community safety partnership told us data sharing was slow.", [.partners],
                "The community safety partnership told us"),
            Row("Managers of care homes said visits were fair.", [.providers], "Managers of care homes said"),
            Row(
                "Supported living staff told us rotas were late.", [.providers],
                "Supported living staff told us"),
        ])
    func outside(row: Row) throws { try row.check() }

    @Test(
        "leaders, staff and the public speak under many names",
        arguments: [
            Row(
                "The Corporate Director for Adults, Health and Housing told us budgets were tight.",
                [.leaders], "The Corporate Director for Adults, Health and Housing told us"),
            Row(
                "The Chair of the Overview and Scrutiny Committee explained how topics were chosen.",
                [.leaders], "The Chair of the Overview and Scrutiny Committee explained"),
            Row("The senior team told us a restructure was planned.", [.leaders], "The senior team told us"),
            Row(
                "Members of the committee told us papers came late.", [.leaders],
                "Members of the committee told us"),
            Row(
                "The Director of People said the plan was on course.", [.leaders],
                "The Director of People said"),
            Row(
                "Public health staff told us they ran walking groups.", [.staff],
                "Public health staff told us"),
            Row("Team members felt that rotas were fair.", [.staff], "Team members felt"),
            Row("Brokers told us beds were scarce.", [.staff], "Brokers told us"),
            Row("Asylum seekers told us letters were hard to read.", [.people], "Asylum seekers told us"),
            Row(
                "Co-production group members told us their expenses were paid.", [.people],
                "Co-production group members told us"),
            Row("One gentleman told us the ramp had changed his week.", [.people], "One gentleman told us"),
            Row(
                "People who draw on services felt that buses were poor.", [.people],
                "People who draw on services felt"),
        ])
    func inside(row: Row) throws { try row.check() }
}
