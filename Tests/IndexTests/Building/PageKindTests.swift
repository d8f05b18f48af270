import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("What a file is, by the end of its name")
struct PageKindTests {
    @Test(
        "text, web pages, archives and the rest",
        arguments: [
            ("page.txt", PageKind.text), ("page", .text), ("camden-0225.theme1", .text), ("v1.2/page", .text),
            ("Page.HTML", .html), ("page.htm", .html), ("page.xhtml", .html),
            ("pages.zip", .archive), ("pages.tar", .archive), ("pages.tgz", .archive), ("a.TAR.GZ", .archive),
            ("report.pdf", .other("a PDF")), ("report.docx", .other("a word processor's document")),
            ("page.txt.gz", .other("an archive of another kind")), ("photo.JPG", .other("a picture")),
            ("page.mhtml", .other("a web archive")),
        ])
    func kinds(name: String, kind: PageKind) {
        #expect(PageKind(name) == kind)
    }
}
