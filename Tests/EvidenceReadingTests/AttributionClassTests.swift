import Evidence
import EvidenceReading
import Testing

/// Data, documents and joined subjects: what a class of nouns may do, under names that no list holds too.
@Suite struct AttributionClassTests {
    @Test(
        "data say, state, record and are, and may be cited beside a figure",
        arguments: [
            Ending("Data supplied by the council in May 2025 stated 12 people were waiting.", .localData),
            Ending("Figures supplied by the council, but as yet unaudited, recorded a fall.", .localData),
            Ending("National data for 2023/24 said 61% of people had a choice.", .nationalData),
            Ending("Themes in the Survey of Adult Carers suggested tiredness.", .nationalData),
            Ending("Nationally published data showed a rise.", .nationalData),
            Ending("The share was 8% at the 2021 census.", .nationalData),
            Ending("The ward was among the poorest (Index of Multiple Deprivation, 2019).", .nationalData),
            Ending("ASCOF data showed 60% felt safe. The same data recorded a fall.", .nationalData),
            Ending("National data showed 91% of people said they felt safe.", .nationalData),
            Ending("80% of people who used a service said they felt safe (ASCS 2024).", .nationalData),
            Ending("Waits had fallen, as evidenced by the council’s own figures.", .localData),
            Ending("Waits had fallen, as evidenced by a survey panel."),
            Ending("Audits they carried out found 8 in 10 cases were good.", .localData),
            Ending("The council’s equality data suggested a gap.", .localData),
            Ending("Our own review of records found a gap."),
            Ending("In its self-assessment, the council rated its work on falls as strong.", .localData),
            Ending("The council took part in the census."),
        ])
    func data(ending: Ending) throws { try ending.check() }

    @Test(
        "a document speaks under any name, by its parts and as “it”",
        arguments: [
            Ending("The Annual Fairness Statement highlighted slow lifts.", .documents),
            Ending("The Wexcombe Tenants Promise set out five rights.", .documents),
            Ending("The Homes for Later Life Plan forecast a need for ramps.", .documents),
            Ending("The Housing Strategy 2023 – 2026 named 4 aims and recognised a gap.", .documents),
            Ending("The corporate risk register listed the loss of a care home.", .documents),
            Ending("Risks were held in a risk register that showed who owned them."),
            Ending(
                "One of the aims of the council’s falls plan (2025-2027) was to teach balance.", .documents),
            Ending("Key actions identified in the plan included a walking group.", .documents),
            Ending("The strategy’s priorities were work and homes.", .documents),
            Ending("The plan included targets for repairs.", .documents),
            Ending("There was a commitment in the housing plan to build ramps.", .documents),
            Ending("The Housing Plan was long. It identified 3 sites.", .documents),
            Ending("The Housing Plan named 3 sites. Among its priorities was a ramp.", .documents),
            Ending("The aims of the club were met."),
            Ending("A plan focused on lifts was due in June."),
        ])
    func documents(ending: Ending) throws { try ending.check() }

    @Test(
        "joined subjects are all named, and each by its employer",
        arguments: [
            Ending("Tenants and debt charities told us it was slow.", .people, .partners),
            Ending("Parish councils and village wardens said the bus was late.", .partners),
            Ending("Health and adult social care leaders said the board worked.", .partners, .leaders),
            Ending("Social care and health leaders said the board worked.", .partners, .leaders),
            Ending("Health leaders said the board worked.", .partners),
            Ending("Council and NHS leaders said the board worked.", .partners, .leaders),
            Ending("A husband caring for his wife said the board worked.", .carers),
            Ending("Leaders from across health and social care said the board worked.", .partners, .leaders),
            Ending("The Director of Nursing at the hospital said the board worked.", .partners),
            Ending("The Director of Housing said the board worked.", .leaders),
            Ending(
                "The new form was liked by nurses, carers and reviewing officers.", .carers, .partners, .staff
            ),
            Ending("In its report the council named staff, and leaders met."),
        ])
    func joined(ending: Ending) throws { try ending.check() }

    @Test(
        "the rule that is explained names class and position",
        arguments: [
            ("Staff told us it was good.", "voice, subject"),
            ("It was valued by staff.", "voice, by-phrase"),
            ("We heard concerns from staff.", "account, from-phrase"),
            ("There were staff concerns.", "account, possessive"),
            ("Leaders met weekly and told us why.", "voice, subject of a later verb"),
            ("It was shut, with staff describing a leak.", "voice, with … describing"),
            ("“It leaks,” said one carer.", "voice, said X"),
            ("17% were born abroad in the 2021 census.", "data, in-phrase"),
            ("The ward is poor (ONS 2021).", "data, bracket"),
            ("According to the plan, it leaks.", "document, according to"),
        ])
    func explained(text: String, rule: String) throws {
        #expect(try Attributor.repository.get().sentences(of: text).last?.rule == rule)
    }
}
