import Evidence
import Foundation
import Support
import Testing

@Suite("evidence-index takes standard input, web pages and archives")
struct IndexInputTests {
    private let text = Report.page("Partners told us that beds were blocked in June.")

    /// Runs a line of the shell in a folder, in which `$index` is the program with an index of its own.
    private func shell(_ line: String, in folder: TemporaryFolder) throws -> Outcome {
        let program = "\(Programs.path("evidence-index")) --index \(folder.path)/index"
        return try Programs.run(
            "/bin/bash", ["-c", "cd \(folder.path) && \(line)"], environment: ["index": program])
    }

    @Test("a page on standard input has the name it is given, and its own address if it is HTML")
    func input() throws {
        let folder = try TemporaryFolder()
        let address = "https://www.cqc.example/mareham/safeguarding"
        try folder.write(WebPage.page(text, canonical: address), to: "page")

        let dry = try shell("cat page | $index --dry-run --name reports/page.html -", in: folder)
        #expect(dry.status == 0)
        #expect(dry.output.contains("\"path\":\"reports/page.html\""))
        #expect(dry.output.contains("\"url\":\"\(address)\""))

        let first = try shell("$index --name page.html - <page", in: folder)
        #expect(first.lines.first == "indexed 1, replaced 0, unchanged 0, removed 0, left out 0")
        let again = try shell("$index --name page.html - <page", in: folder)
        #expect(again.lines.first == "indexed 0, replaced 0, unchanged 1, removed 0, left out 0")
        let removed = try shell("$index --remove page.html", in: folder)
        #expect(removed.lines.first == "indexed 0, replaced 0, unchanged 0, removed 1, left out 0")
    }

    @Test(
        "standard input stays in the index when folders are indexed, and says so where it can't be read again"
    )
    func inputStays() throws {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "page.txt")
        try folder.write(Report.page(statement: "Assessing needs", "Staff told us."), to: "pages/needs.txt")
        _ = try shell("$index --name page.txt - <page.txt", in: folder)

        #expect(try shell("$index pages", in: folder).lines.last?.contains(" of 2 pages in ") == true)

        let changed = try shell(
            "cp -r '\(Repository.index)' data && echo the >data/stopwords.txt && $index --data data pages",
            in: folder)
        #expect(changed.status == ExitStatus.partial)
        #expect(
            changed.errors.contains("page.txt left out: came on standard input, which can't be read again"))
        #expect(changed.lines.last?.contains(" of 2 pages in ") == true)
    }

    @Test(
        "standard input needs a name that is no absolute path",
        arguments: ["-", "--name page.txt page.txt", "--name /etc/x -", "--name '' -"])
    func names(arguments: String) throws {
        let outcome = try shell("$index \(arguments) </dev/null", in: try TemporaryFolder())

        #expect(outcome.status == ExitStatus.usage)
        #expect(outcome.errors.contains("name"))
    }

    @Test("standard input that is no page has its reason", arguments: ["x.zip", "x.pdf", "x.txt", "x.html"])
    func reasons(name: String) throws {
        let outcome = try shell("$index --name \(name) - </dev/null", in: try TemporaryFolder())

        #expect(outcome.status == ExitStatus.partial)
        #expect(outcome.errors.hasPrefix("evidence-index: \(name) left out: "))
    }

    @Test("folders, archives and files that aren't understood, in one run")
    func mixed() throws {
        let folder = try TemporaryFolder()
        var zip = Zip()
        zip.add("care.html", WebPage.page(text))
        try folder.write(zip.data, to: "all/pages.zip")
        try folder.write(Report.page(statement: "Assessing needs", "Staff told us."), to: "all/needs.txt")
        try folder.write("%PDF-1.7", to: "all/report.pdf")

        let outcome = try shell("$index all", in: folder)

        #expect(outcome.status == ExitStatus.partial)
        #expect(outcome.lines.first == "indexed 2, replaced 0, unchanged 0, removed 0, left out 1")
        #expect(outcome.errors.hasPrefix("evidence-index: all/report.pdf left out: not understood: a PDF; "))
    }
}
