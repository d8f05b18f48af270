import Evidence
import EvidenceReading
import Testing

/// Sources that are data, documents or the authority itself.
@Suite struct AttributionDataTests {
    @Test(
        "surveys and statistics of the country are national data",
        arguments: [
            Row(
                "Data from the Adult Social Care Survey 2023/24 showed 62% of people were satisfied.",
                [.nationalData], "Data from the Adult Social Care Survey 2023/24 showed"),
            Row(
                "The Survey of Adult Carers in England 2023/24 showed 35% of carers felt informed.",
                [.nationalData], "The Survey of Adult Carers in England 2023/24 showed"),
            Row("National data showed 70% of people felt safe.", [.nationalData], "National data showed"),
            Row(
                "ASCOF data for 2023 indicates that 80% of people were still at home after reablement.",
                [.nationalData], "ASCOF data for 2023 indicates"),
            Row(
                "Skills for Care data showed a vacancy rate of 9%.",
                [.nationalData], "Skills for Care data showed"),
            Row("ONS census data shows the population is ageing.", [.nationalData], "ONS census data shows"),
        ])
    func national(row: Row) throws { try row.check() }

    @Test(
        "figures of the authority are local data",
        arguments: [
            Row(
                "Data provided by the local authority showed 120 people were waiting.",
                [.localData], "Data provided by the local authority showed"),
            Row(
                "Local authority data showed 120 people were waiting.",
                [.localData], "Local authority data showed"),
            Row(
                "Data for the borough shows a rise in referrals.",
                [.localData], "Data for the borough shows"),
            Row(
                "The council's own figures showed waiting times had halved.",
                [.localData], "The council's own figures showed"),
            Row("Performance data indicated reviews were late.", [.localData], "Performance data indicated"),
            Row("Local data indicated a rise in homelessness.", [.localData], "Local data indicated"),
        ])
    func local(row: Row) throws { try row.check() }

    @Test(
        "a survey may be cited without a verb",
        arguments: [
            Row(
                "In the 2023/24 Adult Social Care Survey, 61% of people said they felt safe.",
                [.nationalData], "the 2023/24 Adult Social Care Survey"),
            Row("70% of people felt as safe as they wanted (ASCS, 2024).", [.nationalData], "ASCS"),
            Row(
                "61.1% of people were satisfied with their care (ASCS 2023/24), which was below the England average.",
                [.nationalData], "ASCS"),
            Row(
                "In a survey carried out by the council, 80% of providers rated the forum as good.",
                [.localData], "a survey"),
            Row(
                "According to the ASCS, 65% of people had control over their daily life.",
                [.nationalData], "According to the ASCS"),
        ])
    func cited(row: Row) throws { try row.check() }

    @Test(
        "a statement of the authority is local data",
        arguments: [
            Row(
                "The local authority told us there were 40 vacancies.",
                [.localData], "The local authority told us"),
            Row(
                "The local authority reported that 90% of reviews were in date.",
                [.localData], "The local authority reported"),
            Row(
                "The local authority provided data which showed waits had fallen.",
                [.localData], "The local authority provided data which"),
            Row("The council said it planned to open a new centre.", [.localData], "The council said"),
            Row(
                "The local authority stated there were no waiting lists for homecare.",
                [.localData], "The local authority stated"),
        ])
    func authority(row: Row) throws { try row.check() }

    @Test(
        "a strategy that sets out is a document",
        arguments: [
            Row(
                "The Joint Strategic Needs Assessment identified a growing older population.",
                [.documents], "The Joint Strategic Needs Assessment identified"),
            Row(
                "The Carers Strategy 2022-2027 set out four priorities.",
                [.documents], "The Carers Strategy 2022-2027 set out"),
            Row(
                "The market position statement sets out what providers should expect.",
                [.documents], "The market position statement sets out"),
            Row(
                "The Safeguarding Adults Board annual report stated referrals had doubled.",
                [.documents], "The Safeguarding Adults Board annual report stated"),
            Row("The equality policy explained how staff should respond.", [.documents], "policy explained"),
        ])
    func documents(row: Row) throws { try row.check() }

    @Test(
        "data under many names",
        arguments: [
            Row(
                "Adult Social Care Survey (ASCS) data for 2023/24 showed 70% of people felt safe.",
                [.nationalData], "Adult Social Care Survey (ASCS) data for 2023/24 showed"),
            Row(
                "The Adult Social Care Workforce Estimates (ASCWE) showed 1 post in 10 was vacant.",
                [.nationalData], "The Adult Social Care Workforce Estimates (ASCWE) showed"),
            Row(
                "Data from the Adult Social Care Finance Report (ASCFR) showed spending had risen.",
                [.nationalData], "Data from the Adult Social Care Finance Report (ASCFR) showed"),
            Row(
                "The English Indices of Deprivation 2019 placed the town in the poorest tenth.",
                [.nationalData], "The English Indices of Deprivation 2019 placed"),
            Row(
                "The ombudsman annual review letter showed 7 complaints were upheld.", [.nationalData],
                "The ombudsman annual review letter showed"),
            Row("Quality of life for carers was 7.3 (SACE 2023/24).", [.nationalData], "SACE"),
            Row(
                "When asked in the Adult Social Care Survey, 81% of people said they felt safe.",
                [.nationalData], "the Adult Social Care Survey"),
            Row(
                "According to data from NHS England, 12% of people waited for a month.", [.nationalData],
                "According to data"),
            Row("England-level data showed the same trend.", [.nationalData], "data showed"),
            Row(
                "The SALT return for 2023/24 showed half of all reviews were done.", [.nationalData],
                "The SALT return for 2023/24 showed"),
            Row(
                "Performance data shared with us by the local authority indicated a wait of 3 weeks.",
                [.localData], "Performance data shared with us by the local authority indicated"),
            Row(
                "Data held by the local authority showed a wait of 3 weeks.", [.localData],
                "Data held by the local authority showed"),
            Row(
                "The local authority’s self-reported figures showed fewer agency workers.", [.localData],
                "The local authority’s self-reported figures showed"),
            Row(
                "The local authority shared that a new team had started.", [.localData],
                "The local authority shared that"),
            Row(
                "The carers strategy, launched in 2024, set out 5 promises.", [.documents],
                "The carers strategy, launched in 2024, set out"),
            Row(
                "A Safeguarding Adults Review found that agencies had not met.", [.documents],
                "A Safeguarding Adults Review found"),
            Row("The annual plan set a target of 70%.", [.documents], "The annual plan set a target"),
        ])
    func manyNames(row: Row) throws { try row.check() }
}
