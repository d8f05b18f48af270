import Foundation
import Testing

extension CommandTests {
    @Suite struct Cite {
        @Test(
            "a citation tells council, statement, indicative score, section, source, date, index and licence")
        func text() throws {
            let outcome = try Programs.evidence("cite", Self.pilot)

            let expected = [
                "Care Quality Commission, Wexcombe City Council: local authority assessment. Safeguarding",
                "(indicative score 3: Evidence shows a good standard)", "section “Key findings",
                "paragraph 6",
                "Said by: partners, staff.", "Published 17 May 2024.",
                "\(Self.pilot)@747fdf47 in evidence index ",
                "generation 1 of 20", "Open Government Licence v3.0.",
            ]
            #expect(outcome.status == 0)
            #expect(outcome.lines.count == 1)
            for part in expected { #expect(outcome.output.contains(part)) }
        }

        @Test("a score that is no pilot's is not indicative, and a summary page has none")
        func scores() throws {
            let scored = try Programs.evidence("cite", "harrowmere/safeguarding/9")
            let summary = try Programs.evidence("cite", "harrowmere/overall-summary/4")

            #expect(scored.output.contains("(score 1: Evidence shows significant shortfalls)"))
            #expect(!summary.output.contains("score"))
        }

        @Test("md quotes the paragraph and links the licence")
        func markdown() throws {
            let outcome = try Programs.evidence("cite", "--style", "md", "--quote", Self.pilot)

            #expect(outcome.lines[0].hasPrefix("> Concerns relating to discharge from hospital"))
            #expect(outcome.lines[1] == ">")
            #expect(
                outcome.output.contains("[Open Government Licence v3.0](https://www.nationalarchives.gov.uk/")
            )
        }

        @Test("bibtex is an entry for each id")
        func bibtex() throws {
            let outcome = try Programs.evidence(
                "cite", "--style", "bibtex", Self.pilot, "harrowmere/safeguarding/9")

            #expect(outcome.output.hasPrefix("@techreport{wexcombe-2024-05-safeguarding-6,\n"))
            #expect(outcome.output.contains("  year = {2024},\n  month = may,\n"))
            #expect(outcome.output.contains("\n@techreport{harrowmere-safeguarding-9,\n"))
        }

        @Test("csl-json is one array that a reference manager reads")
        func csl() throws {
            let outcome = try Programs.evidence("cite", "--style", "csl-json", Self.pilot)

            let items = try #require(
                try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
            let issued = items[0]["issued"] as? [String: [[Int]]]
            #expect(items[0]["id"] as? String == "wexcombe-2024-05-safeguarding-6")
            #expect(issued?["date-parts"] == [[2024, 5, 17]])
            #expect((items[0]["note"] as? String)?.hasPrefix("Indicative score 3") == true)
        }

        @Test("some ids unknown end with 4, all of them with 1, and a changed text is told of")
        func unknown() throws {
            let some = try Programs.evidence("cite", Self.pilot, "harrowmere/safeguarding/999")
            let none = try Programs.evidence("cite", "harrowmere/safeguarding/999")
            let changed = try Programs.evidence("cite", Self.pilot + "@00000000")

            #expect(some.status == 4)
            #expect(some.lines.count == 1)
            #expect(some.errors.contains("harrowmere/safeguarding/999"))
            #expect(none.status == 1)
            #expect(changed.status == 0)
            #expect(changed.errors.contains("has changed"))
        }

        @Test(
            "--cite adds the citation to every form of a search", arguments: ["text", "json", "jsonl", "csv"])
        func search(format: String) throws {
            let outcome = try Programs.evidence(
                "search", "discharge", "-n", "1", "--cite", "--format", format, "--width", "1000")

            #expect(outcome.output.contains("in evidence index"))
        }

        private static let pilot = "wexcombe/2024-05/safeguarding/6"
    }
}
