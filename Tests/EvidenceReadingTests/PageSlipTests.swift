import Evidence
import EvidenceReading
import Testing

/// What saved pages carry beside their text, and the slips in it.
struct PageSlipTests {
    @Test(
        "bytes that a save adds change nothing but the line ends",
        arguments: [
            "\u{FEFF}" + Pages.compact,
            Pages.compact.replacing("\n", with: "\r\n"),
            Pages.compact.replacing("\n", with: "\r"),
            Pages.compact.replacing("\n", with: " \u{A0}\t\n\u{A0} "),
            Pages.compact + "\n\u{C}",
        ])
    func surroundings(text: String) throws {
        #expect(try Pages.page(text) == Pages.page(Pages.compact))
    }

    @Test(
        "markup that stands in the text goes",
        arguments: [
            ("Staff said so./p>", "Staff said so."), ("Staff said so.</p>", "Staff said so."),
            ("Staff said so. /p>", "Staff said so."),
            ("<p>Staff said so.<br />", "Staff said so."),
            ("Staff said so./p>Leaders agreed.", "Staff said so. Leaders agreed."),
            ("See our plan (opens in a new tab).", "See our plan."),
            ("See our plan, Opens in new window", "See our plan"),
            ("Staff said 5 > 4 and/or b>c.", "Staff said 5 > 4 and/or b>c."),
            ("The shop opens in May.", "The shop opens in May."),
        ])
    func markup(text: String, expected: String) throws {
        #expect(try Pages.excerpt(text) == [expected])
    }

    @Test("a figure alone is left out and named, and the lines below Related content are left out")
    func leftOut() throws {
        let page = try Pages.page(
            Pages.compact
                + ".\n32.1%\nRelated content\nWhat people told us about care\nHow we assess councils\nStaff said so."
        )

        #expect(page.paragraphs.count == 4)
        #expect(page.remarks == [PageRemark(line: 13, .figure("32.1%"))])
    }

    @Test("the text inside a paragraph stays as it is")
    func verbatim() throws {
        let text = "Staff ‘knew’ \"it\" .They\u{A0}said  so in 202  –  twice"

        #expect(try Pages.excerpt(text + " \n") == [text])
    }

    @Test(
        "headings, names, scores, ratings and links among the findings are no evidence",
        arguments: [
            "Safeguarding", "Learning, improvement and innovation", "Score: 3",
            "2 - Evidence shows some shortfalls", "Evidence shows a good standard", "Good",
            "• Requires improvement", "scored 78 out of 100 overall",
            "Overall rating for Mareham Borough Council: 75%", "Assessing needs Score: 3", "75%",
            "Mareham Council: local authority assessment", "Published: 17 May 2024", "Downloads",
            "Strengths and challenges", "Support for carers:", "Mareham Borough Council",
            "- What people expect", "Previous", "Next: Assessing needs", "Back to top",
            "Print this page", "On this page", "Page 3 of 10", "Download the report (PDF, 300KB)",
            "© Care Quality Commission", "------",
        ])
    func noEvidence(line: String) throws {
        #expect(
            try Pages.excerpt("Staff said so.\n\(line)\nLeaders agreed.") == [
                "Staff said so.", "Leaders agreed.",
            ])
    }

    @Test(
        "a sentence is evidence though it looks like a heading, a score or a link",
        arguments: [
            "Score 3 was given by 4 people in 10.", "Safeguarding was everybody’s business.",
            "Good.. but slow.", "Staff told us this worked well",
            "Published data showed a rise since 17 May 2024.",
            "Published in May 2024 the strategy had 3 aims", "Next year’s budget was agreed.",
            "Mareham Borough Council had plans", "Print was offered in 4 languages.",
            "The council scored 78 out of 100 overall.",
            "Leaders were glad of the local authority assessment",
            "Summary of care plans were sent within 5 days.", "2 people said so",
        ])
    func evidence(line: String) throws {
        #expect(try Pages.excerpt("Staff said so.\n\(line)\nLeaders agreed.").count == 3)
    }

    @Test("items of a list are evidence without their bullets, and without bullets after a colon")
    func lists() throws {
        let text =
            "The aims were:\n• Fewer falls\n- More choice\n* Shorter waits\nStaff said so.\nAims\nLeaders agreed."

        #expect(
            try Pages.excerpt(text) == [
                "The aims were:", "Fewer falls", "More choice", "Shorter waits", "Staff said so.",
                "Leaders agreed.",
            ])
        #expect(
            try Pages.excerpt(
                "The aims were:\nFewer falls\nMore choice\nStaff said so.\nAims\nLeaders agreed.") == [
                    "The aims were:", "Fewer falls", "More choice", "Staff said so.", "Leaders agreed.",
                ])
    }

    @Test(
        "apostrophes of either kind, and one in the wrong place, make one section with one name",
        arguments: ["people's", "people’s", "peoples’", "Peoples'"])
    func apostrophes(word: String) throws {
        let page = try Pages.page(
            "Mareham Council: local authority assessment\nSummary of \(word) experiences:\nPeople felt heard."
        )

        #expect(page.paragraphs[0].section == "summary-of-people-s-experiences")
        #expect(page.paragraphs[0].sectionName == "Summary of people's experiences")
    }

    @Test("a menu of the ten pages above the statement, or below the findings, doesn't name it")
    func menus() throws {
        let menu =
            "On this page\nOverall summary\nAssessing needs\nSafeguarding\nLearning, improvement and innovation\n"
        let above = Pages.compact.replacing("assessment\nSafeg", with: "assessment\n\(menu)Safeg")
        let below = Pages.compact + ".\n" + menu + "Back to top"

        #expect(try Pages.page(above).statement == "safeguarding")
        #expect(try Pages.page(above).paragraphs.count == 3)
        #expect(try Pages.page(below).statement == "safeguarding")
        #expect(try Pages.page(below).paragraphs.count == 3)
    }

    @Test("text before the title and the headings, such as a notice of cookies, is no evidence")
    func notices() throws {
        let notice = "We use some essential cookies to make this website work, and others if you let us.\n"

        #expect(try Pages.page(notice + Pages.compact).paragraphs.map(\.line) == [11, 12, 13])
        #expect(try Pages.page(notice + Pages.summary).paragraphs.map(\.line) == [16, 17, 19, 21])
    }
}
