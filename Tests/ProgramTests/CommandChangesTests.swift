import Evidence
import Foundation
import Support
import Testing

@Suite("evidence changes prints what came, went and changed, in every form")
struct CommandChangesTests {
    private static let old = Report.page(
        score: 2, published: "3 March 2023", paragraphs: ["Partners told us the kettle was cold."])
    private static let new = Report.page(
        published: "1 May 2025", paragraphs: ["Partners told us the kettle was warm.", "It rained."])

    /// A daemon over an index of three generations: two pages that came, one worded anew, one that went.
    private func daemon() async throws -> TestDaemon {
        let files = try TemporaryFolder()
        try files.write(Self.old, to: "pages/old.txt")
        try files.write(Self.new, to: "pages/new.txt")
        try files.index(files.path + "/pages")
        try files.write(Self.new.replacing("was warm", with: "was hot"), to: "pages/new.txt")
        try files.index(files.path + "/pages")
        try files.index("--remove", "pages/old.txt")
        return try await TestDaemon(files)
    }

    @Test("people see each page with its sentences before and after, the newest first")
    func text() async throws {
        let daemon = try await daemon()
        let today = try #require(
            try Programs.evidence("changes", "--since", "2", socket: daemon.socket).lines.first)
        let outcome = try Programs.evidence("changes", "--since", "1", socket: daemon.socket)

        #expect(today.hasPrefix("generation 3 of 20"))
        #expect(outcome.status == 0)
        #expect(
            outcome.lines.filter { !$0.hasPrefix("generation") } == [
                "", "removed  harrowmere/2023-03/safeguarding", "         score 2 · 1 paragraph gone",
                "         harrowmere/2023-03/safeguarding/1#1",
                "           - Partners told us the kettle was cold.", "", "",
                "changed  harrowmere/2025-05/safeguarding",
                "         score 3 · 1 paragraph new, 1 gone, 1 as before",
                "         harrowmere/2025-05/safeguarding/1#1",
                "           - Partners told us the kettle was warm.",
                "           + Partners told us the kettle was hot.",
            ])
    }

    @Test("programs get JSON, lines and tables")
    func forms() async throws {
        let daemon = try await daemon()
        func run(_ arguments: String...) throws -> Outcome {
            try Programs.run(
                Programs.path("evidence"), ["changes"] + arguments,
                environment: ["EVIDENCE_SOCKET": daemon.socket])
        }
        let json = try ChangesResponse(json: Array(run("--format", "json").output.utf8))
        #expect(json.changes.map(\.kind) == [.removed, .changed, .added, .added])

        let lines = try run("--format", "jsonl").lines
        #expect(lines.count == 6)
        #expect(lines.first?.hasPrefix("{\"type\":\"begin\",\"schema\":\"evidence/1\"") == true)
        #expect(lines.last == "{\"type\":\"end\",\"changes\":4}")
        #expect(try ChangesResponse.Change(json: Array(lines[1].utf8)) == json.changes[0])

        let csv = try run("--format", "csv", "--edition", "2025", "--since", "1").output
        let rows = csv.components(separatedBy: "\r\n")
        #expect(
            rows[0] == """
                generation,when,kind,page,authority,statement,edition,score_from,score_to,rating_from,rating_to,\
                paragraphs_added,paragraphs_removed,paragraphs_kept,sentences
                """)
        #expect(rows[1].hasPrefix("2,"))
        #expect(
            rows[1].hasSuffix(
                ",changed,harrowmere/2025-05/safeguarding,harrowmere,safeguarding,2025-05,3,3,,,1,1,1,1"))
        #expect(try run("--format", "md", "--score", "2").lines.count == 4)
    }

    @Test("the exit status is 1 where nothing changed, 2 for a moment that is none")
    func statuses() async throws {
        let daemon = try await daemon()
        let nothing = try Programs.evidence("changes", "--since", "3", socket: daemon.socket)
        let fault = try Programs.evidence("changes", "--since", "yesterday", socket: daemon.socket)

        #expect((nothing.status, nothing.output) == (1, "nothing changed\n"))
        #expect(
            try Programs.evidence("changes", "--since", "3", "--no-fail-on-empty", socket: daemon.socket)
                .status == 0)
        #expect(fault.status == 2)
        #expect(fault.errors.contains("since is a date or the number of a generation, not \"yesterday\""))
    }

    @Test("show and cite say which edition an id without one means")
    func resolved() async throws {
        let files = try TemporaryFolder()
        try files.write(Self.old, to: "pages/old.txt")
        try files.write(Self.new, to: "pages/new.txt")
        try files.index(files.path + "/pages")
        let daemon = try await TestDaemon(files)
        let notice =
            "evidence: harrowmere/safeguarding/1 names no edition; this is the latest of 2 editions, "
            + "harrowmere/2025-05/safeguarding/1\n"

        let shown = try Programs.evidence("show", "harrowmere/safeguarding/1", socket: daemon.socket)
        #expect(shown.errors == notice)
        #expect(shown.output.contains("harrowmere/2025-05/safeguarding/1@"))
        let cited = try Programs.evidence("cite", "harrowmere/safeguarding/1", socket: daemon.socket)
        #expect(cited.errors == notice)
        #expect(cited.output.contains("Published 1 May 2025. harrowmere/2025-05/safeguarding/1@"))
        let exact = try Programs.evidence("show", "harrowmere/2023-03/safeguarding/1", socket: daemon.socket)
        #expect(exact.errors == "")
    }

    @Test("an edition that only an address names is cited as the month of publication")
    func cited() async throws {
        let files = try TemporaryFolder()
        try files.write(
            Report.page("Partners told us."), to: "pages/www.cqc.org.uk/harrowmere-0525/safeguarding.txt")
        try files.index(files.path + "/pages")
        let daemon = try await TestDaemon(files)
        let outcome = try Programs.evidence("cite", "harrowmere/safeguarding/1", socket: daemon.socket)

        #expect(outcome.errors.contains("this is the only edition, harrowmere/2025-05/safeguarding/1"))
        #expect(
            outcome.output.contains(
                "Published May 2025. https://www.cqc.org.uk/harrowmere-0525/safeguarding."))
    }
}
