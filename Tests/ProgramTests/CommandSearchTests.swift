import Foundation
import Testing

extension CommandTests {
    @Suite struct Search {
        @Test("a search prints what was understood, how much was found, hits with their ids, and facets")
        func text() throws {
            let outcome = try Programs.evidence("search", "hospital", "discharge", "delays")

            #expect(outcome.status == 0)
            #expect(outcome.errors.isEmpty)
            #expect(outcome.output.contains("Harrowmere Borough Council · "))
            #expect(outcome.output.contains("said by "))
            #expect(outcome.lines.contains { $0.wholeMatch(of: #/    harrowmere/[a-z/-]+/\d+/#) != nil })
            #expect(outcome.lines.contains { $0.hasPrefix("Who said it  --said-by") })
            #expect(
                outcome.lines.contains { $0.wholeMatch(of: #/  Partners +█[^ ]* +\d+.* of \d+.*/#) != nil })
            #expect(
                outcome.lines.contains { $0.wholeMatch(of: #/  evidence show harrowmere.* -C 1/#) != nil })
        }

        @Test("lines are no longer than the screen", arguments: [60, 80, 119, 120, 200])
        func width(_ width: Int) throws {
            let outcome = try Programs.evidence(
                "search", "hospital", "discharge", "--said-by", "partners",
                environment: ["COLUMNS": "\(width)"])

            let long = outcome.lines.filter { $0.count > width && !$0.contains(#/[a-z-]+\/\d+/#) }
            #expect(outcome.status == 0)
            #expect(long.isEmpty)
        }

        @Test("from 120 columns on the facets stand beside the hits")
        func beside() throws {
            let outcome = try Programs.evidence("search", "hospital", "--width", "120")

            #expect(outcome.lines.contains { $0.hasPrefix("1 ") && $0.contains("Who said it  --said-by") })
        }

        @Test(
            "paragraphs with all the words are said to come first, though not of a question",
            arguments: [
                (false, "2 of 10 paragraphs; 1 with all the words, which come first (the first shown)"),
                (true, "2 of 10 paragraphs; 1 with all the words (the first shown)"),
            ])
        func allWords(isQuestion: Bool, line: String) throws {
            let body = CannedDaemon.search(total: 2)
                .replacing(#""all_words":2"#, with: #""all_words":1"#)
                .replacing(#""match":"all""#, with: #""match":"some","question":\#(isQuestion)"#)
            let daemon = try CannedDaemon(.answer(body))

            let outcome = try Programs.evidence("search", "care", socket: daemon.path)

            #expect(outcome.lines.contains(line))
        }

        @Test("words and filters go to the daemon as they were typed")
        func filters() throws {
            let outcome = try Programs.evidence(
                "search", "discharge", "-s", "partners,staff", "--council", "harrow", "--score", "1..2",
                "--not-statement", "safeguarding", "--match", "any", "--sort", "-score", "-n", "3",
                "--facets", "none", "--format", "json")

            let json = try #require(
                try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
            let hits = try #require(json["hits"] as? [[String: Any]])
            #expect(outcome.status == 0)
            #expect(hits.count == 3)
            #expect(hits.allSatisfy { [1, 2].contains($0["score"] as? Int) })
            #expect(
                hits.allSatisfy {
                    !Set(["partners", "staff"]).isDisjoint(with: $0["said_by"] as? [String] ?? [])
                })
            #expect(outcome.output.hasSuffix("}\n"))
        }

        @Test("a limit of 0 without words gives the counts of the whole index")
        func wholeIndex() throws {
            let outcome = try Programs.evidence("search", "--limit", "0", "--facets", "said-by")

            #expect(outcome.status == 0)
            #expect(outcome.output.contains("Who said it  --said-by"))
            #expect(!outcome.output.contains("evidence show"))
        }
    }

    @Suite struct Show {
        @Test("show prints each sentence behind its source, and the words that decided it")
        func sentences() throws {
            let outcome = try Programs.evidence("show", Self.id)

            #expect(outcome.status == 0)
            #expect(outcome.output.contains("Partners  Partners told us this was the single largest cause"))
            #expect(outcome.output.contains("because of “Partners told us”"))
        }

        @Test("the context is the paragraphs before and after")
        func context() throws {
            let outcome = try Programs.evidence("show", Self.id, "-C", "1")

            let ids = outcome.lines.compactMap {
                $0.prefixMatch(of: #/harrowmere\/[a-z\/-]+\/(\d+)(?!@)\b/#)?.1
            }
            #expect(ids == ["4", "5", "6"])
        }

        @Test("a fingerprint that is no longer the text's is told of")
        func changed() throws {
            let outcome = try Programs.evidence("show", Self.id + "@00000000")

            #expect(outcome.status == 0)
            #expect(outcome.errors.hasPrefix("evidence: the text of \(Self.id) has changed"))
        }

        @Test("an id that is in no index is nothing found; what is no id is a usage error")
        func unknown() throws {
            #expect(try Programs.evidence("show", "harrowmere/safeguarding/999").status == 1)
            #expect(try Programs.evidence("show", "harrowmere").status == 2)
        }

        private static let id = "harrowmere/care-provision-integration-and-continuity/5"
    }

    @Test("status tells the index and how many paragraphs it holds")
    func status() throws {
        let outcome = try Programs.evidence("status")

        #expect(outcome.status == 0)
        #expect(outcome.output.contains("generation 1 of "))
        #expect(outcome.output.contains(" paragraphs on "))
    }
}
