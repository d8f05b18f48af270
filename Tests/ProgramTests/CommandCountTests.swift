import Foundation
import Testing

extension CommandTests {
    @Suite struct Facets {
        @Test("two facets make a table whose cells and totals are those of single searches")
        func cross() throws {
            let table = try Programs.evidence(
                "facets", "discharge", "--by", "said-by,score", "--format", "csv")

            let rows = table.output.components(separatedBy: "\r\n").map { $0.components(separatedBy: ",") }
            let partners = try #require(rows.first { $0[0] == "partners" })
            let single = try ["1", "2", "3", "4"].map { score in
                try Programs.evidence("search", "discharge", "--count", "-s", "partners", "--score", score)
                    .lines.first
            }
            #expect(table.status == 0)
            #expect(rows[0] == ["said_by", "label", "1", "2", "3", "4", "none", "total"])
            #expect(partners[2..<6].map(Optional.some) == single)
            #expect(rows.count == 13)
            #expect(rows[11].last == "48")
        }

        @Test("in their words, a cell counts where the words are in that source's sentences")
        func ownWords() throws {
            let table = try Programs.evidence(
                "facets", "discharge", "--by", "said-by,score", "--in-their-words", "-f", "csv")
            let single = try Programs.evidence(
                "search", "discharge", "--count", "-s", "leaders", "--score", "3", "--in-their-words")

            let leaders = try #require(
                table.output.components(separatedBy: "\r\n").first { $0.hasPrefix("leaders,") })
            #expect(leaders.components(separatedBy: ",")[4] + "\n" == single.output)
        }

        @Test("one facet lists every value, zeros included")
        func single() throws {
            let outcome = try Programs.evidence(
                "facets", "discharge", "--council", "wexcombe", "--by", "statement", "--format", "tsv")

            #expect(outcome.lines.count == 11)
            #expect(outcome.output.contains("safeguarding\tSafeguarding\t"))
            #expect(
                outcome.lines.contains { $0.hasPrefix("statement\tassessing-needs\tAssessing needs\t0\t") })
        }

        @Test("json is the daemon's answer with its cross member")
        func json() throws {
            let outcome = try Programs.evidence(
                "facets", "discharge", "--by", "authority,score", "--format", "json")

            let json = try #require(
                try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
            let cross = try #require(json["cross"] as? [String: Any])
            #expect(cross["rows"] as? String == "authority")
            #expect((cross["counts"] as? [[Int]])?.count == 2)
            #expect((cross["column_totals"] as? [Int])?.count == 5)
        }

        @Test("a chart has bars, and what can't be counted by ends with 2")
        func chart() throws {
            let chart = try Programs.evidence("facets", "--by", "said-by,score", "--chart")
            let wrong = try Programs.evidence("facets", "--by", "said-by,colour")

            #expect(chart.output.contains("█"))
            #expect(wrong.status == 2)
            #expect(wrong.errors.contains("there is said-by, score"))
        }

        @Test(
            "a table wider than the screen comes in parts, each with the labels of its rows",
            arguments: [60, 80, 200], [false, true])
        func width(_ width: Int, isChart: Bool) throws {
            let outcome = try Programs.shell(
                "\"$evidence\" facets care --by statement,said-by \(isChart ? "--chart" : "")",
                environment: ["COLUMNS": "\(width)"])

            #expect(outcome.lines.allSatisfy { $0.count <= width && !$0.hasSuffix(" ") })
            #expect(outcome.lines.count { $0.hasPrefix("Assessing") } > (width < 200 ? 1 : 0))
        }

        @Test("statements have short headings, so that a table of them takes two parts of 80 columns")
        func headings() throws {
            let outcome = try Programs.evidence(
                "facets", "care", "--by", "council,statement", "--width", "80")

            let headings = outcome.lines.filter { $0.hasPrefix("      ") }.map { $0.split(separator: " ") }
            #expect(
                headings == [
                    ["Needs", "Healthy", "Equity", "Care", "Partners", "Pathways"],
                    ["Safeguarding", "Governance", "Learning", "Summary", "total"],
                ])
        }

        @Test("nothing found ends with 1, and the table is printed")
        func nothing() throws {
            let outcome = try Programs.evidence(
                "facets", "xqzwvkj", "--match", "all", "--by", "score,said-by")

            #expect(outcome.status == 1)
            #expect(outcome.output.contains("score 4"))
        }
    }

    @Suite struct List {
        @Test(
            "what is in the index is listed with counts",
            arguments: [
                ("authorities", 2, "harrowmere,Harrowmere Borough Council,10,217"),
                ("councils", 2, "wexcombe,Wexcombe City Council,3,29"),
                ("statements", 10, "safeguarding,Safeguarding,2,32"),
                ("sources", 10, "partners,Partners,72"),
            ])
        func lists(what: String, count: Int, line: String) throws {
            let outcome = try Programs.evidence("list", what, "--format", "csv")

            let lines = outcome.output.components(separatedBy: "\r\n").dropFirst().dropLast()
            #expect(outcome.status == 0)
            #expect(lines.count == count)
            #expect(lines.contains(line))
        }

        @Test("a pilot's score is marked as indicative on any screen", arguments: ["60", "80", "160"])
        func indicative(width: String) throws {
            let outcome = try Programs.evidence("list", "pages", "--width", width)

            let words = outcome.lines.map { $0.split(separator: " ").prefix(3) }
            #expect(words.contains(["wexcombe/2024-05/safeguarding", "3", "indicative"]))
            #expect(words.contains { $0.starts(with: ["harrowmere/safeguarding", "1", "22"]) })
            #expect(words.contains { $0.starts(with: ["wexcombe/2024-05/overall-summary"]) })
            #expect(!words.contains { $0.starts(with: ["wexcombe/2024-05/overall-summary", "indicative"]) })
        }

        @Test("pages have their ids and never an absolute path")
        func pages() throws {
            let outcome = try Programs.evidence("list", "pages", "--council", "wex", "--format", "json")

            let json = try #require(
                try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
            let pages = try #require(json["pages"] as? [[String: Any]])
            #expect(pages.compactMap { $0["id"] as? String }.last == "wexcombe/2024-05/safeguarding")
            #expect(pages.allSatisfy { ($0["path"] as? String)?.hasPrefix("sample/") == true })
        }
    }

    @Suite struct Similar {
        @Test(
            "similar paragraphs come with the words that they were searched by, and never the paragraph itself"
        )
        func similar() throws {
            let id = "harrowmere/safeguarding/9"
            let outcome = try Programs.evidence("similar", id, "-n", "5", "--format", "json")

            let json = try #require(
                try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
            let ids = (json["hits"] as? [[String: Any]])?.compactMap { $0["id"] as? String } ?? []
            let words = (json["terms"] as? [[String: Any]])?.compactMap { $0["word"] as? String } ?? []
            #expect(ids.count == 5)
            #expect(!ids.contains(id))
            #expect(words.contains("discharge"))
            #expect(!words.contains("the"))
        }

        @Test("filters keep out what is not wanted; an unknown id is nothing found")
        func filters() throws {
            let others = try Programs.evidence(
                "similar", "harrowmere/safeguarding/9", "--not-council", "harrowmere", "-f", "csv",
                "--fields",
                "authority")

            #expect(!others.output.contains("harrowmere"))
            #expect(try Programs.evidence("similar", "harrowmere/safeguarding/999").status == 1)
        }
    }
}
