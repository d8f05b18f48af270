import Foundation
import Testing

extension CommandTests {
    @Suite struct Errors {
        @Test("words that are in no paragraph end with 1")
        func nothingFound() throws {
            let outcome = try Programs.evidence("search", "xqzwvkj", "--match", "all")

            #expect(outcome.status == 1)
            #expect(outcome.output.contains("none of "))
            #expect(outcome.errors.isEmpty)
        }

        @Test(
            "what can't be understood ends with 2 and one clear line",
            arguments: [
                (["search"], "evidence: "),
                (["search", "the", "of"], "evidence: "),
                (["search", "hospital (discharge"], "evidence: "),
                (["search", "hospital", "--said-by", "partnrs"], "partners"),
                (["search", "hospital", "--score", "7"], "evidence: "),
                (["search", "hospital", "--limit", "1001"], "1000"),
                (["search", "hospital", "--limit", "ten"], "evidence: the value 'ten' is invalid"),
                (["search", "hospital", "--colours", "always"], "evidence: unknown option '--colours'"),
                (["search", "hospital", "--statement", "and"], "evidence: "),
                (["hospital", "discharge"], "perhaps: evidence search hospital discharge"),
                (["serach", "hospital"], "perhaps: evidence search hospital"),
                (["show"], "evidence: missing expected argument"),
                (["search", "care", "--format", "xml"], "the following: text, json, jsonl, csv, tsv, md\n"),
                (["list", "scores"], "following: authorities, councils, statements, sources, themes"),
            ])
        func usage(arguments: [String], message: String) throws {
            let outcome = try Programs.run(
                Programs.path("evidence"), arguments, environment: ["EVIDENCE_SOCKET": SampleDaemon.socket])

            #expect(outcome.status == 2)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.hasPrefix("evidence: "))
            #expect(outcome.errors.contains(message))
        }

        @Test("an error in the query has a caret under its place")
        func caret() throws {
            let outcome = try Programs.evidence("search", "hospital", "said-by:partnrs")

            let lines = outcome.errors.components(separatedBy: "\n")
            try #require(lines.count > 3)
            #expect(outcome.status == 2)
            #expect(lines[1] == "  hospital said-by:partnrs")
            #expect(lines[2] == "                   ^")
            #expect(lines[3...].contains { $0.contains("partners") })
        }

        @Test("a part of a name that fits several councils or statements lists them")
        func ambiguous() throws {
            let outcome = try Programs.evidence("search", "hospital", "--statement", "and")

            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("partnerships-and-communities"))
        }

        @Test("a word that begins with - goes behind --, and the error says so")
        func dash() throws {
            let wrong = try Programs.evidence("search", "hospital", "-discharge")
            let right = try Programs.evidence("search", "--", "hospital", "-discharge")
            let quoted = try Programs.evidence("search", "hospital -discharge")

            #expect(wrong.status == 2)
            #expect(wrong.errors.contains("goes behind -- or inside one quoted argument"))
            #expect(right.status == 0)
            #expect(right.output == quoted.output)
        }

        @Test("help and version go to the output and end with 0")
        func help() throws {
            let (help, version) = try (Programs.evidence("search", "--help"), Programs.evidence("--version"))

            #expect(help.status == 0)
            #expect(help.output.contains("EXIT STATUS:"))
            #expect(help.output.contains("--said-by"))
            #expect(version.status == 0)
            #expect(version.output.hasPrefix("evidence 0."))
        }
    }

    @Suite struct Streams {
        @Test("a closed output ends the command quietly, as if all had been read")
        func closedPipe() throws {
            let outcome = try Programs.shell(
                "\"$evidence\" search care --limit 200 | head -n 1; exit ${PIPESTATUS[0]}")

            #expect(outcome.status == 0)
            #expect(outcome.lines.count == 1)
            #expect(outcome.errors.isEmpty)
        }

        @Test("an output that can't be written is told of")
        func fullDisk() throws {
            let outcome = try Programs.shell("\"$evidence\" search care > /dev/full")

            #expect(outcome.status == 4)
            #expect(outcome.errors.hasPrefix("evidence: can't write the answer: "))
        }

        @Test(
            "colour is on a terminal alone, unless asked for",
            arguments: [
                ("\"$evidence\" search care", false),
                ("\"$evidence\" search care --color always", true),
                ("script -qec '\"$evidence\" search care' /dev/null", true),
                ("script -qec '\"$evidence\" search care --color never' /dev/null", false),
                ("export NO_COLOR=1; script -qec '\"$evidence\" search care' /dev/null", false),
                ("export TERM=dumb; script -qec '\"$evidence\" search care' /dev/null", false),
            ])
        func colour(line: String, hasColour: Bool) throws {
            let outcome = try Programs.shell(line)

            #expect(outcome.status == 0)
            #expect(outcome.output.contains("\u{1B}[") == hasColour)
        }
    }
}
