import Evidence
import EvidenceReading
import Testing

/// Whole pages in each of the CQC's shapes.
struct PageReaderTests {
    @Test("a compact page gives its facts and its findings, line by line")
    func compactPage() throws {
        let page = try Pages.page(Pages.compact)

        #expect(page.authority == "mareham")
        #expect(page.authorityName == "Mareham Borough Council")
        #expect(page.statement == "safeguarding")
        #expect(page.score == 3)
        #expect(page.scoreName == "Evidence shows a good standard")
        #expect(!page.isIndicative)
        #expect(page.published == nil)
        #expect(page.paragraphs.map(\.line) == [10, 11, 12])
        #expect(
            page.paragraphs.first
                == Paragraph(
                    section: "key-findings", sectionName: "Key findings for this quality statement", line: 10,
                    text: "Partners told us that enquiries in Mareham were quick and kind."))
    }

    @Test("a spaced page gives the same findings, and its dates")
    func spacedPage() throws {
        let page = try Pages.page(Pages.spaced)

        #expect(page.published?.description == "2024-05-17")
        #expect(page.updated?.description == "2024-06-03")
        #expect(page.score == 3)
        #expect(page.paragraphs.map(\.line) == [23, 25, 27])
        #expect(page.paragraphs.map(\.text) == (try Pages.page(Pages.compact).paragraphs.map(\.text)))
    }

    @Test("a summary page has no score, and its sections are its headings")
    func summaryPage() throws {
        let page = try Pages.page(Pages.summary)

        #expect(page.statement == "overall-summary")
        #expect(page.score == nil && page.scoreName == nil)
        #expect(page.paragraphs.map(\.line) == [15, 16, 18, 20])
        #expect(
            page.paragraphs.map(\.section) == [
                "summary-of-people-s-experiences", "summary-of-people-s-experiences",
                "summary-of-strengths-areas-for-development-and-next-steps", "areas-for-development",
            ])
        #expect(page.paragraphs[0].sectionName == "Summary of people's experiences")
        #expect(page.paragraphs[3].sectionName == "Areas for development")
    }

    @Test("a compact summary, whose lists are lost, gives its findings alone")
    func compactSummary() throws {
        let page = try Pages.page(
            """
            Mareham Council: local authority assessment
            Overall summary
            Local authority rating and score

            Quality statement scores
            Summary of people's experiences
            People were content.
            """)

        #expect(page.paragraphs.map(\.text) == ["People were content."])
        #expect(page.paragraphs.map(\.line) == [7])
    }

    @Test("a pilot's page is indicative, and its headings lose their colon")
    func pilotPage() throws {
        let page = try Pages.page(Pages.pilot)

        #expect(page.authority == "mareham")
        #expect(page.authorityName == "Mareham City Council")
        #expect(page.isIndicative)
        #expect(page.score == 2)
        #expect(page.scoreName == "Evidence shows some shortfalls")
        #expect(page.paragraphs.map(\.text) == ["Staff said that the queue of concerns was long."])
    }

    @Test("a pilot's summary is indicative and keeps its rating out of the evidence")
    func pilotSummary() throws {
        let page = try Pages.page(
            """
            Mareham City Council: local authority assessment
            Local authority indicative rating
            Good: Evidence shows a good standard
            Summary of people’s experiences:
            People were content.
            """)

        #expect(page.isIndicative)
        #expect(page.paragraphs.map(\.text) == ["People were content."])
        #expect(page.paragraphs[0].sectionName == "Summary of people's experiences")
    }

    @Test("governance pages have no I-statements, and pathways pages have one twice")
    func expectations() throws {
        let governance = Pages.compact.replacing("What people expect\nI feel safe wherever I am.\n", with: "")
        let pathways = Pages.compact.replacing(
            "I feel safe wherever I am.",
            with: "When I move there is a plan. I feel safe wherever I am.\nI feel safe wherever I am.")

        #expect(try Pages.page(governance).paragraphs.count == 3)
        #expect(try Pages.page(pathways).paragraphs.map(\.line) == [11, 12, 13])
    }

    @Test(
        "every family of titles names the authority",
        arguments: [
            ("London Borough of Mareham: local authority assessment", "mareham"),
            ("Mareham Council: local authority assessment", "mareham"),
            ("Mareham County Council: Local Authority Assessment", "mareham"),
            ("County Durham: local authority assessment", "county-durham"),
            ("Durham County Council: local authority assessment", "county-durham"),
            ("Mareham: local authority assessment - Care Quality Commission", "mareham"),
            ("Mareham and Thorpe Council – local authority assessment", "mareham-and-thorpe"),
            ("Mareham City Council assessment", "mareham"),
            ("Mareham County Council:", "mareham"),
            ("Mareham Borough Council", "mareham"),
            ("Mareham Council:\nlocal authority assessment", "mareham"),
            ("County Durham:", "county-durham"),
            ("Skip to main content\nHome\nMareham Council:", "mareham"),
        ])
    func titles(title: String, slug: String) throws {
        let text = Pages.compact.split(separator: "\n").dropFirst().joined(separator: "\n")

        #expect(try Pages.page(title + "\n" + text).authority == slug)
    }

    @Test(
        "a statement is known by any of its names",
        arguments: [
            ("Supporting people to lead healthier lives", "supporting-people-to-live-healthier-lives"),
            ("Safe pathways, systems and transitions", "safe-systems-pathways-and-transitions"),
            ("Equity in experiences and outcomes:", "equity-in-experience-and-outcomes"),
            ("PARTNERSHIPS AND COMMUNITIES", "partnerships-and-communities"),
        ])
    func statements(name: String, slug: String) throws {
        #expect(
            try Pages.page(Pages.compact.replacing("\nSafeguarding\n", with: "\n\(name)\n")).statement == slug
        )
    }

    @Test(
        "the score is read in every form",
        arguments: [
            ("Score: 3", 3), ("Score 3", 3), ("Score:3", 3), ("score: 3 ", 3), ("Score:\u{A0}2", 2),
            ("Score:\n1", 1), ("4 — Evidence shows an exceptional standard", 4),
            ("1 Evidence shows significant shortfalls", 1), ("Indicative score: 2", 2), ("Score: 7", nil),
            ("Score: 2 - Evidence shows some shortfalls", 2), ("Score: 3 out of 4", 3), ("Score: 3/4", 3),
            ("Score 3 – Evidence shows a good standard", 3), ("Score3", 3), ("Overall score: 3", 3),
            ("Score: 2 out of 4 - Evidence shows some shortfalls.", 2), ("Overall score\n2", 2),
            ("Score\n3 out of 4", 3), ("Score: three", 3), ("Score of 2", 2), ("Score - 4", 4),
            ("Score: Evidence shows some shortfalls", 2), ("Score:\n3Evidence shows a good standard", 3),
            ("Score for this quality statement: 1", 1),
            ("Indicative score\n2 – Evidence shows some shortfalls", 2),
        ])
    func scores(lines: String, score: Int?) throws {
        let wording = "3 - Evidence shows a good standard\n"
        let text = Pages.compact.replacing(wording, with: "").replacing("Score: 3", with: lines)

        let page = try Pages.page(text)

        #expect(page.score == score)
        #expect(page.paragraphs.count == 3)
    }

    @Test("a score without its wording takes the catalogue's, and so does one that the wording contradicts")
    func scoreNames() throws {
        let contradicted = Pages.compact.replacing(
            "3 - Evidence shows a good standard", with: "2 - Evidence shows it")

        #expect(try Pages.page(contradicted).score == 3)
        #expect(try Pages.page(contradicted).scoreName == "Evidence shows a good standard")
    }

    @Test(
        "either date may be missing, or in a line of its own",
        arguments: [
            ("Published: 17 May 2024", "2024-05-17", nil),
            ("Page last updated: 3 Jun 2024", nil, "2024-06-03"),
            ("Published: 17 May 2024\nPage last updated: 3 June 2024", "2024-05-17", "2024-06-03"),
            ("Published: 17 May 202 Page last updated: 3 June 2024", nil, "2024-06-03"),
            ("Published on 5th March 2025", "2025-03-05", nil), ("Published: 2025-03-05", "2025-03-05", nil),
            ("Published: 05/03/2025", "2025-03-05", nil), ("Published 5/3/25", "2025-03-05", nil),
            ("Published on: Wednesday 5 March 2025", "2025-03-05", nil),
            ("Published: 05.03.2025", "2025-03-05", nil),
            ("Published: March 5, 2025 | Last updated: 6 March 2025", "2025-03-05", "2025-03-06"),
            ("Date published: 2025-03-05T09:30:00Z", "2025-03-05", nil),
            ("Published: March 2025", "2025-03", nil),
            ("Published\n5 March 2025", "2025-03-05", nil), ("Published:\n05/03/2025", "2025-03-05", nil),
            ("Date of publication: the 5th of March 2025 at 9:30am", "2025-03-05", nil),
            ("5 March 2025", "2025-03-05", nil),
            ("First published 5 March 2025\n6 March 2025", "2025-03-05", nil),
            ("Updated: 2025-03", nil, "2025-03"),
            ("Assessment published: 21st March, 2025", "2025-03-21", nil),
            ("Published: 5March2025", "2025-03-05", nil),
            ("Last updated\n1 March 2025\nPublished\n5 March 2025", "2025-03-05", "2025-03-01"),
        ] as [(String, String?, String?)])
    func dates(line: String, published: String?, updated: String?) throws {
        let page = try Pages.page(Pages.compact.replacing("assessment\n", with: "assessment\n\(line)\n"))

        #expect(page.published?.description == published)
        #expect(page.updated?.description == updated)
        #expect(page.paragraphs.count == 3)
    }

    @Test(
        "a date, a score or a name that is there and isn't understood is named with its line",
        arguments: [
            (
                "Safeguarding\n", "Published: 5 Mrach 2025\nSafeguarding\n", 2,
                .date("Published: 5 Mrach 2025")
            ),
            ("Safeguarding\n", "Published: 31/02/2025\nSafeguarding\n", 2, .date("Published: 31/02/2025")),
            ("Safeguarding\n", "Published 03/25/2025\nSafeguarding\n", 2, .date("Published 03/25/2025")),
            ("Safeguarding\n", "Published\n5 Mrach 2025\nSafeguarding\n", 3, .date("5 Mrach 2025")),
            (
                "Safeguarding\n", "Published: 17 May 202 Page last updated: 3 June 2024\nSafeguarding\n", 2,
                .date("Published: 17 May 202 Page last updated: 3 June 2024")
            ),
            ("Score: 3\n", "Score: 7\n", 3, .score("Score: 7")),
            ("Score: 3\n", "Score: 2.5\n", 3, .score("Score: 2.5")),
            ("Score: 3\n", "Score: n/a\n", 3, .score("Score: n/a")),
            ("Score: 3\n", "Score: 75\n", 3, .score("Score: 75")),
            (
                "Score: 3\n3 - Evidence shows a good standard", "Score:", 3,
                .score("Score: What people expect")
            ),
            ("3 - Evidence", "2 - Evidence", 4, .contradiction(3, "2 - Evidence shows a good standard")),
        ] as [(String, String, Int, PageRemark.Matter)])
    func remarks(old: String, new: String, line: Int, matter: PageRemark.Matter) throws {
        let page = try Pages.page(Pages.compact.replacing(old, with: new))

        #expect(page.remarks == [PageRemark(line: line, matter)])
        #expect(page.paragraphs.count == 3)
    }

    @Test(
        "a page whose facts are understood has no remarks",
        arguments: [Pages.compact, Pages.spaced, Pages.summary, Pages.pilot])
    func noRemarks(text: String) throws {
        #expect(try Pages.page(text).remarks == [])
    }
}
