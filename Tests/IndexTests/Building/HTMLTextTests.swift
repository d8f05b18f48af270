import Evidence
import EvidenceReading
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("The text of a saved web page")
struct HTMLTextTests {
    private func lines(_ html: String) throws -> [Substring] { try lines(Array(html.utf8)) }

    private func lines(_ html: [UInt8]) throws -> [Substring] {
        String(decoding: try HTMLText(html, by: .shared).text, as: UTF8.self).split(separator: "\n")
    }

    @Test(
        "each block is a line, and what stands in a line stays together",
        arguments: [
            ("<h1>A</h1><h2>B</h2><p>c\n  d</p>", ["A", "B", "c d"]),
            ("<p>a <b>b</b><i>c</i> <a href=x>d</a>, e</p>", ["a bc d, e"]),
            ("<p>a<br>b<br/>c</p>", ["a", "b", "c"]),
            ("<ul><li>a</li><li><p>b</p><p>c</p></li><li></li></ul>d", ["- a", "- b", "c", "d"]),
            ("<ol><li>a<ul><li>b</ul></ol>", ["- a", "- b"]),
            ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
            ("<table><tr><th>Score<td>3</table>", ["Score", "3"]),
            ("<blockquote><p>“I feel safe.”</p></blockquote>", ["“I feel safe.”"]),
            ("<pre>a\n  b\r\nc</pre>", ["a", "b", "c"]),
            ("<p>a<p>b<p>c", ["a", "b", "c"]),
        ])
    func blocks(html: String, expected: [Substring]) throws {
        #expect(try lines(html) == expected)
    }

    @Test(
        "entities are decoded as browsers do, and every white space is folded",
        arguments: [
            ("<p>Q&amp;A &lt;b&gt; people&rsquo;s &#8220;own&#x201D;</p>", "Q&A <b> people’s “own”"),
            ("<p>people&#146;s \u{A0}&nbsp; own &#150; words</p>", "people’s own – words"),
            ("<p>&unknown; &#0; &#xFFFFFFFF;.</p>", "&unknown; ."),
        ])
    func entities(html: String, expected: Substring) throws {
        #expect(try lines(html) == [expected])
    }

    @Test(
        "the website around a page, and what nobody reads, is left out",
        arguments: [
            "<nav>x</nav>", "<header>x</header>", "<footer>x</footer>", "<aside>x</aside>", "<form>x</form>",
            "<script>x</script>", "<style>x</style>", "<noscript>x</noscript>", "<template>x</template>",
            "<svg><text>x</text></svg>", "<button>x</button>", "<p hidden>x</p>", "<!-- x -->",
            "<p style='color: red; Display : none'>x</p>", "<p aria-hidden=true>x</p>",
            "<div role=navigation>x</div>", "<select><option>x</select>",
        ])
    func dropped(html: String) throws {
        #expect(try lines("<body>\(html)<p>kept</p></body>") == ["kept"])
        #expect(try lines("<main>\(html.replacing("header", with: "footer"))<p>kept</p></main>") == ["kept"])
    }

    @Test("where a page has a main part that alone is read, with its own header")
    func main() throws {
        let html = "<p>cookies</p><main><header><h1>Title</h1></header><p>a</p></main><p>feedback</p>"

        #expect(try lines(html) == ["Title", "a"])
        #expect(try lines("<div>x</div><div role=main><h1>T</h1><p>a</p></div>") == ["T", "a"])
    }

    @Test("a page that shows no title has that of its window")
    func title() throws {
        #expect(try lines("<head><title>Mareham</title></head><p>a</p>") == ["Mareham", "a"])
        #expect(try lines("<head><title>Mareham</title></head><h1>Title</h1><p>a</p>") == ["Title", "a"])
    }

    @Test(
        "the canonical link is a page's address, else og:url, if it is an address of the web",
        arguments: [
            (
                "<link rel=canonical href=' https://a.example/b '><meta property=og:url content=http://c.example>",
                "https://a.example/b"
            ),
            (
                "<link rel=canonical href=/b><meta property=og:url content=http://c.example/d>",
                "http://c.example/d"
            ),
            ("<link rel=stylesheet href=https://a.example/b>", nil),
            ("<link rel=canonical href='javascript:alert(1)'>", nil),
            ("<link rel=canonical href='https://a.example/b c'>", nil),
        ])
    func address(head: String, expected: String?) throws {
        #expect(
            try HTMLText(Array("<html><head>\(head)</head><body>a</body></html>".utf8), by: .shared).addresses
                .first
                == expected)
    }

    @Test(
        "the address that a page was saved from comes after its own",
        arguments: [
            (
                "<!DOCTYPE html>\n<!-- saved from url=(0023)https://a.example/x-0525 -->\n<html>",
                ["https://a.example/x-0525"]
            ),
            (
                "<html><!--\n Page saved with SingleFile \n url: https://a.example/b \n saved date: x -->",
                ["https://a.example/b"]
            ),
            ("<html><head><!-- Mirrored from a.example/b by HTTrack --></head>", ["https://a.example/b"]),
            (
                "<!-- saved from url=https://a.example/b --><html><link rel=canonical href=https://c.example>",
                ["https://c.example", "https://a.example/b"]
            ),
            ("<html><!-- saved from url=(0013)about:internet -->", []),
            ("<html><body><p>a<!-- saved from url=https://a.example/b --></p>", []),
        ])
    func savedFrom(html: String, expected: [String]) throws {
        #expect(try HTMLText(Array((html + "<p>a</p>").utf8), by: .shared).addresses == expected)
    }

    @Test("the character set is what the bytes are, else what the page declares, else windows-1252")
    func characterSets() throws {
        let old = Array("<p>people".utf8) + [0x92] + Array("s caf".utf8) + [0xE9]
        let declared = Array("<meta charset=iso-8859-1>".utf8) + old
        let wrong = Array("<meta charset=iso-8859-1><p>people’s café".utf8)
        let utf16: [UInt8] =
            [0xFF, 0xFE] + "<p>people’s café".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

        for bytes in [old, declared, wrong, utf16] { #expect(try lines(bytes) == ["people’s café"]) }
    }

    @Test("UTF-8 that isn't is refused with its line")
    func notUTF8() {
        let bytes = Array("<html><meta charset=utf-8>\n<p>people".utf8) + [0x92] + Array("s".utf8)

        #expect(throws: PageError.notUTF8(line: 2)) {
            try PageContent(bytes, named: "page.html", by: .shared)
        }
    }

    @Test(
        "broken HTML ends in the text that it holds",
        arguments: [
            ("", []), ("<", []), ("<html", []), ("</p></p>", []), ("<p", []), ("<p a=", []), ("<!--", []),
            ("<script>", []), ("\0\0", []), ("&#", []), ("<p a='b>c", []), ("&", ["&"]), ("&amp", ["&amp"]),
            ("<![CDATA[a", ["![CDATA[a"]), ("a<p", ["a"]), ("<p>a</q>b", ["ab"]),
            ("<p>a<b>c</p>d</b>e", ["ac", "de"]), ("<table>a<tr>b</i>", ["a", "b"]),
            (
                "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><p>&b;</p>",
                ["!ENTITY b '&a;&a;'>]>", "&b;"]
            ),
        ])
    func broken(html: String, expected: [Substring]) throws {
        #expect(try lines(html) == expected)
    }

    @Test(
        "what libxml2 can't read in good time is refused with the reason",
        arguments: [
            (String(repeating: "<div>", count: 100_000), "its elements nest more than 256 deep"),
            (tag((1...501).map { "a\($0)" }, " "), "a tag has more than 500 attributes"),
            (tag((1...501).map { "a\($0)='>'" }, ""), "a tag has more than 500 attributes"),
            (tag((1...501).map { "a\($0) = \"<b>\"" }, "\n"), "a tag has more than 500 attributes"),
            // libxml2 ends the tag at the first ">" behind "/a2 =", and finds the others one in another.
            (tag((1...501).map { "a\($0) = \"<b>\"" }, "\n/"), "its elements nest more than 256 deep"),
            ("<!--" + tag((1...501).map { "a\($0)" }, " "), "a tag has more than 500 attributes"),
            (tag([String(repeating: "a", count: 60_000)], ""), "a tag has more than 500 attributes"),
            ((1...101).map { "<body a\($0)>" }.joined(), "a tag has more than 500 attributes"),
        ])
    func refused(html: String, reason: String) throws {
        let error = #expect(throws: UnreadableFile.self) {
            try PageContent(Array(html.utf8), named: "page.html", by: .shared)
        }

        #expect(error?.reason == "not understood as HTML: \(reason)")
    }

    @Test(
        "values and texts of any length are no attributes",
        arguments: [
            "<p title='\(String(repeating: "a b=c ", count: 9_999))'>x</p>",
            "<p title=\"\(String(repeating: "<b ", count: 9_999))\">x</p>",
            "<p>x</p><!--\(String(repeating: "<p a b c> ", count: 9_999))-->",
            String(repeating: "<b c=d>", count: 99) + "x",
        ])
    func longValues(html: String) throws {
        #expect(try lines(html) == ["x"])
    }

    private static func tag(_ attributes: [String], _ separator: String) -> String {
        "<p \(attributes.joined(separator: separator))>x</p>"
    }

    @Test("what calls itself text and begins as HTML is HTML", arguments: ["page.txt", "page"])
    func sniffed(name: String) throws {
        let page = "\u{FEFF}\n <!doctype HTML><p>a &amp; b"

        #expect(try PageContent(Array(page.utf8), named: name, by: .shared).text == Array("a & b\n".utf8))
        #expect(
            try PageContent(Array("a &amp; <p>".utf8), named: name, by: .shared).text
                == Array("a &amp; <p>".utf8))
    }

    @Test("bytes that no page holds are named", arguments: ["page.html", "page.txt"])
    func binary(name: String) {
        #expect(throws: (any Error).self) {
            try PageContent(Array("<html>\0".utf8), named: name, by: .shared)
        }
        #expect(throws: UnreadableFile.self) {
            try PageContent(Array("%PDF-1.7".utf8), named: "page.txt", by: .shared)
        }
    }
}
