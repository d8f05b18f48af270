import Foundation
import Support
import Testing

extension CommandTests {
    /// The scripts that the README shows answer one question in two ways, so they must agree.
    @Suite struct Scripts {
        @Test("the shell script and the Python script count the same, and the first quotes with citations")
        func agree() throws {
            let (shell, python) = try (Self.run("who-says-discharge.sh"), Self.run("who-says-discharge.py"))

            #expect(shell.status == 0, "\(shell.errors)")
            #expect(python.status == 0, "\(python.errors)")
            #expect(python.lines.count == 3)
            #expect(Array(shell.lines.prefix(3)) == python.lines)
            #expect(python.lines.contains { $0.wholeMatch(of: #/partners\t\d+\t[1-9]\d*\t\d+\t\d+/#) != nil })
            #expect(shell.lines.count { $0.hasPrefix("> — Care Quality Commission") } == 2)
        }

        @Test("words that nobody says end the shell script with 1 and a sentence")
        func nothing() throws {
            let outcome = try Self.run("who-says-discharge.sh", "xqzwvkj")

            #expect(outcome.status == 1)
            #expect(outcome.errors == "nobody speaks of xqzwvkj\n")
        }

        @Test(
            "without a daemon both end with 3", arguments: ["who-says-discharge.sh", "who-says-discharge.py"])
        func noDaemon(script: String) throws {
            let outcome = try Self.run(script, socket: "/nowhere")

            #expect(outcome.status == 3)
            #expect(outcome.errors.hasPrefix("evidence: no daemon"))
        }

        private static func run(
            _ script: String, _ arguments: String..., socket: String = SampleDaemon.socket
        ) throws -> Outcome {
            try Programs.run(
                Programs.root.appending(path: "Tests/ProgramTests/Scripts/\(script)").path, arguments,
                environment: [
                    "PATH": "\(Programs.folder):/usr/bin:/bin", "EVIDENCE_SOCKET": socket,
                ])
        }
    }

    @Suite struct Manual {
        @Test("every command has a page with its options, and every page is well formed")
        func pages() throws {
            let folder = try TemporaryFolder()
            let made = try Programs.shell(
                """
                for program in evidence evidence-index evidenced; do
                  "$programs/$program" --experimental-dump-help | "$programs/EvidenceManual" \(folder.path) 1 2026-11-21
                done
                """,
                environment: ["programs": Programs.folder])

            let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            let search = try String(contentsOfFile: folder.path + "/evidence-search.1", encoding: .utf8)
            #expect(made.status == 0, "\(made.errors)")
            #expect(pages.contains("evidence.1") && pages.contains("evidenced.1"))
            #expect(pages.contains("evidence-index.1") && pages.contains("evidence-cite.1"))
            #expect(search.contains(#".It Fl \-said\-by , Fl s Ar who"#))
            #expect(search.contains(".Sh EXIT STATUS\n.Bd -literal\n0   done, found\n"))
        }

        @Test("completions are made for every shell", arguments: ["bash", "zsh", "fish"])
        func completions(shell: String) throws {
            let outcome = try Programs.evidence("--generate-completion-script", shell)

            #expect(outcome.status == 0)
            #expect(outcome.output.contains("in-their-words"))
            #expect(outcome.output.contains("---completion"))
        }
    }
}
