import Evidence
import EvidenceReading
import Testing

/// Pages that start or stop anywhere, and what the caller supplies for them.
struct PageExcerptTests {
    @Test("what the page says comes before what is supplied")
    func pageComesFirst() throws {
        let details = PageDetails(
            authority: "Thorpe", statement: "assessing-needs", published: PublicationDate("2023-01"))

        let page = try Pages.page(Pages.spaced, supplying: details)

        #expect(page.authority == "mareham")
        #expect(page.statement == "safeguarding")
        #expect(page.published?.description == "2024-05-17")
    }

    @Test("an excerpt takes authority, statement and date from the caller, and the name from the known ones")
    func supplied() throws {
        let details = PageDetails(
            authority: "mareham", statement: "assessing-needs", published: PublicationDate("2023-01"))

        let page = try Pages.page("Partners told us a thing.", supplying: details)

        #expect(page.authority == "mareham")
        #expect(page.authorityName == "Mareham Borough Council")
        #expect(page.statement == "assessing-needs")
        #expect(page.published?.month == "2023-01")
        #expect(page.score == nil)
    }

    @Test(
        "the evidence of an excerpt is what stands in the findings",
        arguments: [
            (
                "older people.\nStaff said so.\nLeaders wanted more ti",
                ["older people.", "Staff said so.", "Leaders wanted more ti"]
            ),
            ("is quality statement\nStaff said so.", ["Staff said so."]),
            ("Borough Council: local authority assessment\nStaff said so.", ["Staff said so."]),
            ("ham Council: local authority assessment\nStaff said so.", ["Staff said so."]),
            ("Score: 2\n2 - Evidence shows some shortfalls\nStaff said so.", ["Staff said so."]),
            (
                "We act when things go wrong.\nKey findings for this quality statement\nStaff said so.",
                ["Staff said so."]
            ),
            (
                "The local authority commitment\nWe act.\nStaff said so.\nLeaders agreed.",
                ["Staff said so.", "Leaders agreed."]
            ),
            ("What people expect\nI feel safe.\nMy wishes count.\nStaff said so.", ["Staff said so."]),
            (
                "What people expect\n“I feel safe.”\n1 person said, “I waited.”",
                ["1 person said, “I waited.”"]
            ),
            ("I feel safe.\nThe local authority commitment\nWe act.\nStaff said so.", ["Staff said so."]),
            (
                "“I feel safe,” 1 person told us. Others agreed.",
                ["“I feel safe,” 1 person told us. Others agreed."]
            ),
            ("Staff said so.\nSafeguar", ["Staff said so.", "Safeguar"]),
            ("Staff said so.\nMareham Borough Council", ["Staff said so.", "Mareham Borough Council"]),
        ])
    func excerpts(text: String, evidence: [String]) throws {
        #expect(try Pages.excerpt(text) == evidence)
    }

    @Test(
        "an excerpt cut before the findings has no evidence",
        arguments: [
            "Safeguarding\nScore: 3",
            "What people expect\nI feel safe wherever I am.",
            "What people expect\nI feel safe.\nThe local authority comm",
            "The local authority commitment\nWe keep people from harm",
            "We keep people from harm.\nKey findings for this quality statement",
        ])
    func noEvidence(text: String) {
        #expect(throws: PageError.noEvidence) { try Pages.excerpt(text) }
    }

    @Test(
        "a summary's paragraphs above its first heading are evidence in an excerpt, under the summary's name")
    func summaryExcerpt() throws {
        let details = PageDetails(authority: "Mareham Council")

        let page = try Pages.page(
            "People felt heard.\nSummary of strengths, areas for development and next steps\nTeams were steady.",
            supplying: details)

        #expect(page.statement == "overall-summary")
        #expect(page.paragraphs.map(\.text) == ["People felt heard.", "Teams were steady."])
        #expect(page.paragraphs[0].section == "overall-summary")
        #expect(page.paragraphs[0].sectionName == "Overall summary")
    }

    @Test(
        "a summary without a heading takes its sections from the headings below, once it is called a summary")
    func suppliedSummary() throws {
        let details = PageDetails(authority: "mareham", statement: "overall-summary")

        let page = try Pages.page("People felt heard.\nNext steps\nTeams were to grow.", supplying: details)

        #expect(page.paragraphs.map(\.section) == ["overall-summary", "next-steps"])
    }
}
