import Foundation
import Testing

extension CommandTests {
    @Suite struct Formats {
        @Test("csv is a header and a row a hit, in lines that end in CR LF")
        func csv() throws {
            let outcome = try Programs.evidence(
                "search", "discharge", "-n", "3", "--format", "csv", "--fields", "rank,id,said-by,score")

            let lines = outcome.output.components(separatedBy: "\r\n")
            #expect(outcome.status == 0)
            #expect(lines.count == 5)
            #expect(lines[0] == "rank,id,said_by,score")
            #expect(lines[1].hasPrefix("1,harrowmere/"))
        }

        @Test(
            "a cell that a spreadsheet would calculate begins with an apostrophe",
            arguments: [
                ("=1+1", "'=1+1"), ("+44", "'+44"), ("-1", "'-1"), ("@x", "'@x"), ("a=1", "a=1"),
                (#"=\"a\",b"#, #""'=""a"",b""#),
            ])
        func formula(text: String, cell: String) throws {
            let daemon = try CannedDaemon(.answer(CannedDaemon.search(text: text)))

            let outcome = try Programs.evidence(
                "search", "care", "-f", "csv", "--fields", "rank,text", socket: daemon.path)

            #expect(outcome.output == "rank,text\r\n1,\(cell)\r\n")
        }

        @Test("tsv has no tab, no line feed and no formula in a cell, and leaves the text alone otherwise")
        func tsv() throws {
            let daemon = try CannedDaemon(.answer(CannedDaemon.search(text: #"=a\tb\nc \"d\""#)))

            let outcome = try Programs.evidence(
                "search", "care", "-f", "tsv", "--fields", "id,text", socket: daemon.path)

            #expect(outcome.output == "id\ttext\na/b/1\t'=a b c \"d\"\n")
        }

        @Test("jsonl is typed: begin, hits, facets, and an end with the totals")
        func jsonl() throws {
            let outcome = try Programs.evidence("search", "discharge", "-n", "3", "--format", "jsonl")

            let objects = try outcome.lines.map {
                try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
            }
            let types = objects.compactMap { $0["type"] as? String }
            #expect(types.prefix(5) == ["begin", "hit", "hit", "hit", "facet"])
            #expect(types.last == "end")
            #expect(objects[0]["schema"] as? String == "evidence/1")
            #expect(objects[1]["id"] as? String != nil)
            #expect((objects.last?["total"] as? [String: Any])?["n"] as? Int == 48)
            #expect(objects.last?["hits"] as? Int == 3)
        }

        @Test("json and jsonl hold only the fields chosen, in their order")
        func fields() throws {
            let outcome = try Programs.evidence(
                "search", "discharge", "-n", "1", "-f", "jsonl", "--fields", "score,id", "--facets", "none")

            #expect(outcome.lines.count == 3)
            #expect(outcome.lines[1].hasPrefix(#"{"type":"hit","score":"#))
            #expect(outcome.lines[1].contains(#","id":"harrowmere/"#))
        }

        @Test("md is quotations, each with its citation and the licence")
        func markdown() throws {
            let outcome = try Programs.evidence("search", "discharge", "-n", "2", "--format", "md")

            #expect(outcome.lines.count { $0.hasPrefix("> — Care Quality Commission, *") } == 2)
            #expect(outcome.lines.count { $0.contains("Open Government Licence v3.0") } == 2)
            #expect(outcome.errors.isEmpty)
        }

        @Test(
            "--all prints every hit, in every form", arguments: ["text", "json", "jsonl", "csv", "tsv", "md"])
        func all(format: String) throws {
            let count = try Programs.evidence("search", "discharge", "--count")
            let outcome = try Programs.evidence("search", "discharge", "--all", "--format", format)
            let ids = try Programs.evidence("search", "discharge", "--all", "--ids").lines

            #expect(outcome.status == 0)
            #expect(outcome.errors.isEmpty)
            #expect(ids.count == 48)
            #expect(count.output == "48\n")
            #expect(ids.allSatisfy { outcome.output.contains($0) })
        }

        @Test("--all asks page after page of one generation")
        func pages() throws {
            let page = CannedDaemon.search(total: 3)
            let daemon = try CannedDaemon(.answer(page), .answer(page), .answer(page))

            let outcome = try Programs.evidence(
                "search", "care", "--all", "--format", "json", "--fields", "id", socket: daemon.path)

            #expect(outcome.status == 0)
            #expect(outcome.output.contains(#""hits":[{"id":"a/b/1"},{"id":"a/b/1"},{"id":"a/b/1"}],"#))
        }

        @Test("an answer that breaks off has no end, and ends with 75")
        func truncated() throws {
            let daemon = try CannedDaemon(
                .answer(CannedDaemon.search(total: 3)), .error(410, "generation_gone", "gone"))

            let outcome = try Programs.evidence(
                "search", "care", "--all", "--format", "jsonl", socket: daemon.path)

            #expect(outcome.status == 75)
            #expect(outcome.output.contains(#""type":"hit""#))
            #expect(!outcome.output.contains(#""type":"end""#))
        }

        @Test("a form without totals says on standard error what it leaves out, unless that was asked for")
        func notice() throws {
            let first = try Programs.evidence("search", "discharge", "--format", "csv")
            let asked = try Programs.evidence("search", "discharge", "--format", "csv", "-n", "10")

            #expect(first.errors == "evidence: the first 10 of 48; --all prints every one\n")
            #expect(asked.errors.isEmpty)
            #expect(first.output == asked.output)
        }

        @Test("-0 ends ids with NUL, for xargs")
        func null() throws {
            let outcome = try Programs.shell(
                "\"$evidence\" search discharge --ids -0 -n 2 | xargs -0 \"$evidence\" cite")

            #expect(outcome.status == 0)
            #expect(outcome.lines.count == 2)
        }

        @Test(
            "a byte order mark stands where --bom or the defaults ask for it",
            arguments: [
                (["-f", "csv", "--bom"], [:], true), (["-f", "csv"], [:], false),
                (["-f", "csv"], ["EVIDENCE_CSV_BOM": "true"], true),
                (["-f", "tsv"], ["EVIDENCE_CSV_BOM": "true"], false),
            ])
        func mark(arguments: [String], environment: [String: String], hasMark: Bool) throws {
            let environment = environment.merging(["EVIDENCE_SOCKET": SampleDaemon.socket]) { $1 }
            let outcome = try Programs.run(
                Programs.path("evidence"), ["search", "discharge", "-n", "1"] + arguments,
                environment: environment)

            #expect(outcome.output.hasPrefix("\u{FEFF}rank") == hasMark)
        }

        @Test(
            "the exit status says whether something was found, whatever is printed",
            arguments: [
                (["discharge", "-q"], 0, ""), (["xqzwvkj", "-q", "--match", "all"], 1, ""),
                (["xqzwvkj", "--count", "--match", "all"], 1, "0\n"),
                (["xqzwvkj", "--ids", "--match", "all"], 1, ""),
                (["xqzwvkj", "--ids", "--match", "all", "--no-fail-on-empty"], 0, ""),
            ])
        func statuses(arguments: [String], status: Int32, output: String) throws {
            let outcome = try Programs.run(
                Programs.path("evidence"), ["search"] + arguments,
                environment: ["EVIDENCE_SOCKET": SampleDaemon.socket])

            #expect(outcome.status == status)
            #expect(outcome.output == output)
            #expect(outcome.errors.isEmpty)
        }

        @Test(
            "what doesn't go together ends with 2 and says so",
            arguments: [
                (["--schema", "evidence/9"], "this version knows evidence/1"),
                (["--fields", "nonsense"], "the fields are rank, id"),
                (["--all", "--limit", "3"], "leave --limit out"),
                (["--count", "--ids"], "go with no other"),
                (["-0"], "-0 goes with --ids"),
                (["--fields", "id"], "--fields goes with csv"),
                (["--context", "1", "--format", "csv"], "--context goes with text"),
            ])
        func usage(arguments: [String], message: String) throws {
            let outcome = try Programs.run(
                Programs.path("evidence"), ["search", "discharge"] + arguments,
                environment: ["EVIDENCE_SOCKET": SampleDaemon.socket])

            #expect(outcome.status == 2)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains(message))
        }

        @Test("--context prints the paragraphs before and after each hit with their sources")
        func context() throws {
            let id = "harrowmere/care-provision-integration-and-continuity/"
            let text = try Programs.evidence(
                "search", "nursing beds closed", "-n", "1", "-C", "1", "--width", "119")
            let json = try Programs.evidence(
                "search", "nursing beds closed", "-n", "1", "-C", "1", "-f", "jsonl", "--fields", "id")

            #expect(text.output.contains("    \(id)4 · said by "))
            #expect(text.output.contains("    \(id)6 · said by "))
            #expect(json.lines[1].contains(#""before":[{"id":"\#(id)4""#))
        }
    }
}
