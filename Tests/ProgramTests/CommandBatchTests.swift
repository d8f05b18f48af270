import Foundation
import Support
import Testing

extension CommandTests {
    @Suite struct Batch {
        @Test("a csv file gives a row its query and filters; some that fail end with 4")
        func csv() throws {
            let folder = try TemporaryFolder()
            try folder.write(
                "query,council,score\r\n\"hospital discharge\",harrow,1..2\r\nfalls (,,\r\n,wexcombe,\r\n",
                to: "q.csv")

            let outcome = try Programs.evidence("batch", folder.path + "/q.csv", "--format", "csv")

            let lines = outcome.output.components(separatedBy: "\r\n")
            #expect(outcome.status == 4)
            #expect(lines[0] == "row,status,query,n,all_words,of,match,error")
            #expect(lines[1].hasPrefix("1,0,hospital discharge,"))
            #expect(lines[2].hasPrefix("2,2,falls (,,,,,"))
            #expect(lines[3].hasPrefix("3,0,,29,"))
            #expect(outcome.errors == "evidence: 1 of 3 rows failed\n")
        }

        @Test("every row answered ends with 0, hits or not")
        func lines() throws {
            let outcome = try Programs.shell(
                #"printf 'discharge\n# a remark\n\nxqzwvkj\n' | "$evidence" batch - --format jsonl -n 1"#)

            let types = outcome.lines.map { $0.prefix { $0 != "," } }
            #expect(outcome.status == 0)
            #expect(types == [#"{"type":"begin""#, #"{"type":"row""#, #"{"type":"row""#, #"{"type":"end""#])
            #expect(outcome.lines[1].contains(#""hits":[{"id":"#))
        }

        @Test("the counts are those of single searches")
        func counts() throws {
            let outcome = try Programs.shell(#"echo discharge | "$evidence" batch -"#)

            #expect(outcome.output == "   1      48 of 246       discharge\n")
        }

        @Test(
            "a file that can't be understood ends with 2",
            arguments: [
                ("query,colour\na,b\n", "there is no column “colour”"),
                ("query\n\"a\n", ":2: a quote is never"),
                ("query,score\na\n", ":2: 1 cell under 2 columns"),
            ])
        func faults(file: String, message: String) throws {
            let folder = try TemporaryFolder()
            try folder.write(file, to: "q.csv")

            let outcome = try Programs.evidence("batch", folder.path + "/q.csv")

            #expect(outcome.status == 2)
            #expect(outcome.errors.contains(message))
        }

        @Test("no file ends with 2, no daemon with 3")
        func absent() throws {
            #expect(try Programs.evidence("batch", "/no/such/file").status == 2)
            #expect(
                try Programs.shell("echo a | \"$evidence\" batch - --socket /tmp/no-such.sock").status == 3)
        }
    }
}
