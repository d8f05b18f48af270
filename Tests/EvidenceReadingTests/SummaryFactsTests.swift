import Evidence
import EvidenceReading
import Testing

/// The rating, the percentage and the scores that a summary states, and the profile beside it.
struct SummaryFactsTests {
    private static func summary(_ lines: String) -> String {
        """
        Mareham Borough Council: local authority assessment
        Overall summary
        Local authority rating and score
        \(lines)
        Summary of people's experiences
        People were content.
        """
    }

    @Test(
        "the rating and the percentage are read in every wording",
        arguments: [
            (
                "- Mareham Borough Council\n    Good\nMareham Borough Council scored 78 out of 100 overall",
                .good, 78
            ),
            ("The council scored 78 out of 100 overall, indicating a good standard.", .good, 78),
            ("Mareham scored 47 out of 100 overall, indicating some shortfalls", .requiresImprovement, 47),
            ("scored 78 out of 100 overall", nil, 78), ("Score: 75", nil, 75), ("Score: 56%", nil, 56),
            ("Overall score: 62", nil, 62), ("Overall score\n62%", nil, 62),
            ("Score: 91 out of 100", nil, 91),
            ("Overall rating for Mareham Borough Council: 64%", nil, 64),
            ("Overall rating for Mareham: Good", .good, nil),
            ("Overall rating: Requires improvement", .requiresImprovement, nil),
            ("Rating: Inadequate", .inadequate, nil), ("Rated outstanding", .outstanding, nil),
            ("Requires Improvement\n53%", .requiresImprovement, 53), ("Good (75%)", .good, 75),
            ("Mareham Borough Council: Good", .good, nil), ("Overall: Good", .good, nil),
            ("Good: Evidence shows a good standard", .good, nil), ("Not rated", nil, nil), ("", nil, nil),
        ] as [(String, Rating?, Int?)])
    func stated(lines: String, rating: Rating?, percentage: Int?) throws {
        let page = try Pages.page(Self.summary(lines))

        #expect(page.statedRating == rating)
        #expect(page.statedPercentage == percentage)
        #expect(page.statement == "overall-summary" && page.score == nil)
    }

    @Test("only the council's sentence is evidence")
    func evidence() throws {
        let page = try Pages.page(
            Self.summary("Good\nScore: 75\nOverall rating for Mareham: 75%\n- Safeguarding\n  Score: 3"))

        #expect(page.paragraphs.map(\.text) == ["People were content."])
    }

    @Test(
        "the scores of the nine are read, in lists and lines, and none for the whole",
        arguments: [
            "• Assessing needs\n    Score: 3\n• Safe pathways, systems and transitions\n    Score: 2",
            "Score: 75\nAssessing needs\nScore: 3\nSafe pathways, systems and transitions\nScore: 2",
            "Assessing needs: 3\nSafe systems, pathways and transitions: 2",
            "- Assessing needs: Score: 3\n- Safe systems, pathways and transitions Score 2",
            "Assessing needs: 3 - Evidence shows a good standard\nSafe systems, pathways and transitions: 2 out of 4",
            "Assessing needs\nScore: 3 - Evidence shows a good standard\nSafe systems, pathways and transitions\nScore:\n2",
        ])
    func scores(lines: String) throws {
        let page = try Pages.page(Self.summary("Quality statement scores\n\(lines)"))

        #expect(page.statedScores == ["assessing-needs": 3, "safe-systems-pathways-and-transitions": 2])
        #expect(page.paragraphs.map(\.text) == ["People were content."])
    }

    @Test("a page of a statement states none of them")
    func statementPage() throws {
        let page = try Pages.page(Pages.compact)

        #expect(page.statedRating == nil && page.statedPercentage == nil && page.statedScores.isEmpty)
    }

    @Test(
        "a council's profile is no page and no loss",
        arguments: [
            "About Mareham\nMareham has 4 towns.\nDemographics\nIt has 210,000 people.\nFinancial facts\nIt spent £98 million.",
            "Downloads\nHow we assess local authorities\nAssessment published: 17 May 2024\nAbout Mareham Borough Council\nMareham has towns.\nDemographics:\nIt has people.",
            "Overall summary\nAssessing needs\nSafeguarding\nDemographics\nIt has people.\nFinancial facts\nIt spent money.",
        ])
    func profile(text: String) {
        let title =
            "Mareham Borough Council: local authority assessment\nPublished: 17 May 2024 Page last updated: 17 May 2024\n"

        #expect(throws: PageError.profile) { try Pages.page(title + text) }
        #expect(throws: PageError.profile) {
            try Pages.page(title + text, supplying: PageDetails(statement: "safeguarding"))
        }
    }

    @Test("findings about demographics are evidence")
    func noProfile() throws {
        let page = try Pages.page(
            Pages.compact + ".\nDemographics\nStaff said so.\nFinancial facts\nLeaders agreed.")

        #expect(page.paragraphs.count == 5)
    }

    @Test("a rating that isn't that of its own nine scores is remarked, and so is a percentage")
    func differences() throws {
        let names = [
            "Assessing needs", "Supporting people to live healthier lives",
            "Equity in experience and outcomes",
            "Care provision, integration and continuity", "Partnerships and communities",
            "Safe systems, pathways and transitions", "Safeguarding",
            "Governance, management and sustainability",
            "Learning, improvement and innovation",
        ]
        let scores = names.map { "- \($0)\n  Score: 3" }.joined(separator: "\n")

        #expect(try Pages.page(Self.summary("Good\nScore: 75\n\(scores)")).remarks == [])
        #expect(
            try Pages.page(Self.summary("Outstanding\nScore: 78\n\(scores)")).remarks == [
                PageRemark(line: 4, .rating(stated: .outstanding, computed: .good, percentage: 75)),
                PageRemark(line: 5, .percentage(stated: 78, computed: 75)),
            ])
        #expect(try Pages.page(Self.summary("Outstanding\n- Safeguarding\n  Score: 3")).remarks == [])
    }

    @Test(
        "what a summary's lists hold and isn't understood is named",
        arguments: [
            ("- Safe everything\n  Score: 3", 4, .statement("Safe everything")),
            ("- Safeguarding\n  Score: 7", 5, .score("Score: 7")), ("Score: 3", 4, .score("Score: 3")),
            ("Overall rating for Mareham: to follow", 4, .score("Overall rating for Mareham: to follow")),
        ] as [(String, Int, PageRemark.Matter)])
    func remarks(lines: String, line: Int, matter: PageRemark.Matter) throws {
        #expect(try Pages.page(Self.summary(lines)).remarks == [PageRemark(line: line, matter)])
    }
}
