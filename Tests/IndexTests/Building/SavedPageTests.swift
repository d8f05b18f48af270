import Evidence
import Foundation
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("Saved web pages are indexed as the text of them would be")
struct SavedPageTests {
    static let text = Report.page(
        "Partners told us that “discharge” was slow & that people’s beds were kept.",
        "Staff said the hub had cleared a backlog of 71 referrals by June.",
        "Leaders told us they were confident that this would be sustained for years.")

    @Test("the same page as HTML and as text gives the same paragraphs")
    func samePage() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.text, to: "text/page.txt")
        try folder.write(WebPage.page(Self.text), to: "html/page.html")

        let (text, html) = (try hits(folder.path + "/text"), try hits(folder.path + "/html"))

        #expect(html.map(\.text) == text.map(\.text))
        #expect(html.map(\.sentences) == text.map(\.sentences))
        #expect(html.map(\.id) == text.map(\.id))
        #expect(html.map(\.score) == [3, 3, 3])
        #expect(html.map(\.source.path) == ["html/page.html", "html/page.html", "html/page.html"])
    }

    @Test("the sample reports read the same as web pages", arguments: ["harrowmere", "wexcombe"])
    func sampleReports(council: String) throws {
        let folder = try TemporaryFolder()
        let sample = Repository.index + "/sample/" + council
        for name in try FileManager.default.contentsOfDirectory(atPath: sample) {
            let text = try String(contentsOfFile: "\(sample)/\(name)", encoding: .utf8)
            try folder.write(WebPage.page(text), to: "\(council)/\(name.replacing(".txt", with: ".html"))")
        }

        let html = try hits(folder.path + "/" + council)

        #expect(html.map(\.text) == (try hits(sample)).map(\.text))
        #expect(html.map(\.section) == (try hits(sample)).map(\.section))
    }

    @Test("a page's own address is cited, before the one supplied")
    func address() throws {
        let folder = try TemporaryFolder()
        let address = "https://www.cqc.example/mareham-0524/theme3/safeguarding"
        let supplied = SuppliedDetails(url: "https://supplied.example/")
        try folder.write(WebPage.page(Self.text, canonical: address), to: "a.html")
        try folder.write(WebPage.page(Self.text), to: "b.html")

        #expect(Set(try hits(folder.path + "/a.html", supplied).map(\.url)) == [address])
        #expect(Set(try hits(folder.path + "/b.html", supplied).map(\.url)) == ["https://supplied.example/"])
    }

    @Test("a page in a mirror of the CQC's site has the address of its place, unless one was supplied")
    func mirror() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.text, to: "mirror/www.cqc.org.uk/reports/mareham-0525/safeguarding.txt")
        try folder.write(Self.text, to: "mirror/www.other.org.uk/reports/safeguarding.txt")
        let supplied = SuppliedDetails(url: "https://supplied.example/")
        let mirror = folder.path + "/mirror/www.cqc.org.uk"

        #expect(
            Set(try hits(mirror).map(\.url)) == ["https://www.cqc.org.uk/reports/mareham-0525/safeguarding"])
        #expect(Set(try hits(mirror, supplied).map(\.url)) == ["https://supplied.example/"])
        #expect(Set(try hits(folder.path + "/mirror/www.other.org.uk").map(\.url)) == [nil])
    }

    @Test(
        "items of a list are said by those whom its lead-in names, unless they name their own",
        arguments: [true, false])
    func leadIns(isHTML: Bool) throws {
        let items = ["Long waits.", "Staff said they were rushed. It was so.", "Few breaks"]
        let lead = "Carers told us the main problems were:"
        let list =
            isHTML
            ? "<main><h1>Leeds City Council: local authority assessment</h1><h2>Safeguarding</h2><h2>Key findings</h2><p>\(lead)</p><ul>"
                + items.map { "<li>\($0)</li>" }.joined() + "</ul><p>The council had a plan.</p></main>"
            : Report.page(
                council: "Leeds City Council",
                paragraphs: [lead] + items.map { "- " + $0 } + ["The council had a plan."])
        let index = try TestIndex(["page.\(isHTML ? "html" : "txt")": list])

        let hits = try index.search("authority:leeds").hits

        #expect(hits.map(\.saidBy) == [[.carers], [.carers], [.staff], [.carers], [.assessor]])
        #expect(
            hits.map { $0.sentences.map(\.because) } == [
                ["Carers told us"], ["Carers told us"], ["Staff said", nil], ["Carers told us"], [nil],
            ])
    }

    @Test("hits of a search cite the address and the line of the text taken from the page")
    func search() throws {
        let address = "https://www.cqc.example/mareham-0524/theme3/safeguarding"

        let index = try TestIndex(["page.html": WebPage.page(Self.text, openGraph: address)])

        let hit = try index.search("backlog").hits.first
        #expect(hit?.url == address)
        #expect(hit?.source.line == 9)
        #expect(hit?.source.path == "pages/page.html")
    }

    @Test("what isn't understood is named, and the parts that a browser saved beside a page are left alone")
    func notUnderstood() throws {
        let folder = try TemporaryFolder()
        try folder.write(WebPage.page(Self.text), to: "pages/Page.html")
        try folder.write("body {}", to: "pages/Page_files/site.css")
        try folder.write("%PDF-1.7", to: "pages/report.pdf")
        try folder.write("\u{89}PNG\0", to: "pages/scan")

        let report = try dryRun(folder.path + "/pages") { _ in }

        #expect(report.indexed == 1)
        #expect(report.skipped.map(\.path) == ["pages/report.pdf", "pages/scan"])
        #expect(report.skipped.allSatisfy { $0.reason.hasPrefix("not understood: ") })
    }

    private func hits(_ path: String, _ supplied: SuppliedDetails = SuppliedDetails()) throws -> [Hit] {
        var hits: [Hit] = []
        let report = try dryRun(path, supplied) { hits.append($0) }
        #expect(report.skipped.isEmpty)
        return hits
    }

    private func dryRun(
        _ path: String, _ supplied: SuppliedDetails = SuppliedDetails(), hit: (Hit) -> Void
    ) throws -> IndexReport {
        try DryRun(
            data: DataFiles(folders: [Repository.index]), supplied: supplied, explains: false, helper: .shared
        ).run(
            paths: [path], hit: hit)
    }
}
