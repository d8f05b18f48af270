import Foundation
import Support
import Testing

/// Nothing from a page, a file's name or a query drives a terminal, a spreadsheet, a web page or a log.
@Suite struct HostileTextTests {
    /// A title, a rating and paragraphs that try it all; ESC itself makes a page one that no text holds.
    private static let page = Report.page(
        council: "Eve\u{202E}l \u{9B}31m<b>Council</b>",
        paragraphs: [
            "=HYPERLINK(1) lamp \u{9B}31m\u{9D}0;mine\u{9C} Staff told us </script> \u{202E}of \u{2066}it.",
            "\"=1+1\" lamp Partners told us of \u{2028} lines \u{85} and ![marks](javascript:1) & `signs`.",
            "@SUM(1) lamp +1 People told us ~so~ \u{2069}\u{7F}.",
            "lamp \u{200E}of\u{200F} and\u{61C} Leaders \u{E0001}\u{E0041}\u{E007F} said.",
        ])

    private static func daemon() async throws -> TestDaemon {
        let files = try TemporaryFolder()
        try files.write(page, to: "pages/a\u{9B}31m.txt")
        try #require(try files.index(files.path + "/pages").status == 0)
        return try await TestDaemon(files)
    }

    /// What of a text would be a command to a terminal, reorder a line or hide in it.
    private static func commands(in text: String) -> [String] {
        text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
            case 0x61C, 0x200E...0x200F, 0xE0000...0xE007F: true
            default: false
            }
        }.map { String($0.value, radix: 16) }
    }

    /// An output without what stands between the cells and rows of csv and tsv.
    private static func joined(_ output: String) -> String {
        output.replacing("\r\n", with: "\n").replacing("\t", with: " ")
    }

    private static let id = "/safeguarding/1"

    @Test("whatever the command prints, in each of its forms, is inert on a terminal")
    func terminal() async throws {
        let daemon = try await Self.daemon()
        let ids = try Programs.evidence("search", "lamp", "--ids", socket: daemon.socket)
        let id = try #require(ids.lines.first { $0.hasSuffix(Self.id) })
        let forms = ["text", "md", "csv", "tsv", "json", "jsonl"]
        let commands =
            forms.map { ["search", "lamp", "--format", $0] }
            + forms.map { ["list", "pages", "--format", $0] }
            + forms.map { ["facets", "lamp", "--format", $0] }
            + ["text", "md", "bibtex", "csl-json"].map { ["cite", id, "--style", $0] }
            + ["text", "md"].map { ["cite", id, "--quote", "--style", $0] }
            + [
                ["show", id], ["show", id, "--format", "json"], ["similar", id], ["status"],
                ["search", "lamp", "--all", "--cite"], ["search", "lamp", "--context", "1"],
                ["search", "lamp", "-f", "csv", "--fields", "id,text,authority-name,path"],
            ]
        for arguments in commands {
            let outcome = try Programs.run(
                Programs.path("evidence"), arguments, environment: ["EVIDENCE_SOCKET": daemon.socket])

            #expect(outcome.status < 2, "\(arguments): \(outcome.errors)")
            let output = Self.joined(outcome.output)
            #expect(Self.commands(in: output + outcome.errors) == [], "\(arguments)")
        }
    }

    @Test(
        "an error that repeats what was typed, or what a foreign daemon said, is inert too",
        arguments: [
            ["search", "said-by:\u{1B}[31m\u{9B}x"], ["search", "lamp \"\u{202E}\u{1B}]0;x\u{7}"],
            ["sea\u{1B}[2Jrch"], ["search", "--lim\u{9B}31mit"], ["show", "a/\u{1B}[31m/1"],
            ["cite", "a/b/\u{1B}[31m"], ["search", "lamp", "--socket", "/\u{1B}[31m\u{202E}"],
        ])
    func errors(arguments: [String]) async throws {
        let daemon = try await Self.daemon()
        let outcome = try Programs.run(
            Programs.path("evidence"), arguments, environment: ["EVIDENCE_SOCKET": daemon.socket])

        #expect(outcome.status != 0)
        #expect(!outcome.errors.isEmpty)
        #expect(Self.commands(in: outcome.output + outcome.errors) == [])
    }

    @Test(
        "a daemon that isn't ours can't drive the terminal either", arguments: ["text", "md", "csv", "tsv"])
    func foreign(form: String) throws {
        let daemon = try CannedDaemon(.answer(CannedDaemon.search(text: #"\u001b[2J\u009b\u202elamp"#)))
        let outcome = try Programs.evidence("search", "lamp", "--format", form, socket: daemon.path)

        #expect(outcome.output.contains("lamp"))
        #expect(Self.commands(in: Self.joined(outcome.output)) == [])
    }

    @Test("a cell that a spreadsheet would calculate is text to it", arguments: ["csv", "tsv"])
    func spreadsheet(form: String) async throws {
        let daemon = try await Self.daemon()
        let outcome = try Programs.evidence(
            "search", "lamp", "--format", form, "--fields", "text", "--sort", "statement",
            socket: daemon.socket)

        let cells = outcome.output.split(whereSeparator: \.isNewline).dropFirst()
        let formulas = cells.filter { "=+-@".contains($0.drop { $0 == "\"" || $0 == " " }.first ?? " ") }
        #expect(cells.count == 4)
        #expect(form == "csv" ? formulas.count == 1 : formulas.isEmpty, "\(formulas)")
        // In csv the quotation marks are the text's own: doubled, within those of the cell.
        #expect(formulas.allSatisfy { $0.hasPrefix("\"\"\"=1+1\"\"") })
    }

    @Test("JSON stays JSON inside a web page's script, and shows on a terminal what it is")
    func json() async throws {
        let daemon = try await Self.daemon()
        let body = String(decoding: try daemon.search("q=lamp").body, as: UTF8.self)

        #expect(!body.contains { "<>&".contains($0) })
        #expect(body.contains(#"\u003c/script\u003e"#))
        #expect(!body.contains(#"\u202e"#) && body.contains(#"\u009b"#) && body.contains(#"\u2028"#))
        #expect(Self.commands(in: body) == [])
    }

    @Test(
        "signs of Markdown and of BibTeX are escaped",
        arguments: [["--style", "bibtex"], ["--quote", "--style", "md"]])
    func signs(style: [String]) async throws {
        let daemon = try await Self.daemon()
        let ids = try Programs.evidence("search", "lamp", "--ids", socket: daemon.socket).lines
        let id = try #require(ids.first { $0.hasSuffix("/safeguarding/2") })
        let outcome = try Programs.run(
            Programs.path("evidence"), ["cite", id] + style, environment: ["EVIDENCE_SOCKET": daemon.socket])

        let output = outcome.output
        #expect(outcome.status == 0 && !output.contains("<b>") && !output.contains("![marks]"))
        #expect(
            output.contains(style.contains("md") ? "\\[marks\\](javascript:1) \\& \\`signs\\`" : "Council"))
    }

    @Test("names of files can't drive the terminal of who indexes them")
    func fileNames() throws {
        let files = try TemporaryFolder()
        let name = "\u{1B}[31m\u{9B}31m\u{202E}\nevidence-index: all is well.txt"
        try files.write("nothing", to: "pages/" + name)
        var archive = Zip()
        archive.add(name, "nothing")
        try files.write(archive.data, to: "pages/a.zip")

        let outcome = try files.index(files.path + "/pages")

        #expect(outcome.status == 4)
        #expect(outcome.errors.components(separatedBy: "\n").count == 3)
        #expect(Self.commands(in: outcome.output + outcome.errors) == [])
    }

    @Test("a query can't begin a line of the log or drive the terminal that shows it")
    func log() async throws {
        let files = try TemporaryFolder()
        try files.indexLamps(1000)
        let daemon = try await TestDaemon(files, "--log-level", "debug", "--slow-query-ms", "1")
        let query = "lamp%0A2026-11-21%20info%20forged%E2%80%A8%E2%80%AE"

        _ = try daemon.search("q=\(query)&limit=1000")
        _ = try daemon.search("q=\(query)%C2%9B31m&said_by=%1B%5B31m%0A")
        _ = try HTTP.get("/v1/paragraphs/%1B%5B31m%0Aforged", socket: daemon.socket)

        try await eventually { daemon.log.contains("slow search") && daemon.log.contains("/v1/paragraphs") }
        #expect(Self.commands(in: daemon.log) == [])
        #expect(
            daemon.log.split(separator: "\n").allSatisfy {
                $0.contains(#/^2\d{3}-.{14}Z (debug|info|notice) /#)
            })
        #expect(!daemon.log.contains("\n2026-11-21 info forged"))
    }
}
