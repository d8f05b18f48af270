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
            ("<table><tr><th>Score<td>3</table>", ["- Score: 3"]),
            ("<blockquote><p>“I feel safe.”</p></blockquote>", ["“I feel safe.”"]),
            ("<pre>a\n  b\r\nc</pre>", ["a", "b", "c"]),
            ("<p>a<p>b<p>c", ["a", "b", "c"]),
        ])
    func blocks(html: String, expected: [Substring]) throws {
        #expect(try lines(html) == expected)
    }

    @Test("text in UTF-16 is read, with and without its mark, and half a character is none")
    func utf16Text() throws {
        let text = "Staff told us of a café.\n"
        let bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

        #expect(try PageContent(bytes, named: "a.txt", by: .shared).text == Array(text.utf8))
        #expect(
            try PageContent([0xFF, 0xFE] + bytes, named: "a.txt", by: .shared).text
                == Array("\u{FEFF}\(text)".utf8))
        #expect(throws: PageError.binary) { try PageContent(bytes + [0, 0xD8], named: "a.txt", by: .shared) }
    }

    @Test("pictures in the page don't count to its size")
    func inlinePictures() throws {
        let picture =
            "<img src=\"data:image/png;base64," + String(repeating: "iVBORw0+/", count: 1_200_000) + "=\">"

        #expect(
            try PageContent(Array("<html><p>a\(picture)b".utf8), named: "a.html", by: .shared).text
                == Array("ab\n".utf8))
        let text = Array("<html><p>\(String(repeating: "a ", count: 4 << 20))".utf8)
        #expect(throws: PageError.tooLarge(bytes: text.count)) {
            try PageContent(text, named: "a.html", by: .shared)
        }
    }

    @Test(
        "numbers of notes go, and what else stands above the line stays",
        arguments: [
            ("61<sup>2</sup> days", "61 days"), ("61<sup><a href=#n>12</a></sup>.", "61."),
            ("us<sup>[1]</sup> and<sup>*</sup> all<sup>a</sup>", "us and all"),
            ("18<sup>th</sup> May", "18th May"),
            ("40 m<sup>2</sup>, 3km<sup>2</sup>", "40 m², 3km²"), ("1<sup>1</sup>/<sub>2</sub>", "1 1/2"),
            ("CO<sub>2</sub> N<sup>o</sup> 1 X<sup>TM</sup>", "CO2 No 1 XTM"), ("2<sup>1, 2</sup>", "2"),
            ("2<sup></sup> a", "2 a"),
        ])
    func superscripts(html: String, expected: Substring) throws {
        #expect(try lines("<p>\(html)</p>") == [expected])
    }

    @Test(
        "quotations keep their marks, what was struck goes, and what was put in stands apart",
        arguments: [
            ("He said <q>I was <q>not</q> told</q>.", "He said “I was ‘not’ told”."), ("<q>“a”</q>", "“a”"),
            ("a <del>b</del><s>c</s> d", "a d"),
            ("were<del>n’t</del><ins>never</ins> late<ins>.</ins>", "were never late."),
            ("a<span class='visually-hidden'> (opens in a new tab)</span> b", "a b"),
            ("a<span style='position:absolute; left:-9999px'>x</span> b", "a b"),
            ("a<i class=sr-only>x</i>", "a"),
            ("told <o:p></o:p>us<o:p>&nbsp;</o:p>", "told us"),
            ("<![if !supportLists]>·<span>&nbsp; </span><![endif]>a", "· a"),
            ("<!--[if gte mso 9]><xml>x</xml><![endif]-->a <st1:place w:st=on>b</st1:place>", "a b"),
            ("Published: <time datetime='2025-03-05T09:30'>5 March</time>", "Published: 2025-03-05T09:30"),
            ("On <time datetime=2025-03-05>5 March</time> we met.", "On 5 March we met."),
        ])
    func inline(html: String, expected: Substring) throws {
        #expect(try lines("<p>\(html)</p>") == [expected])
    }

    @Test("a page that is wholly in a form is read, and a form in it is not")
    func form() throws {
        let form = "<form><h2>Is it good?</h2></form>"

        #expect(
            try lines("<form id=f><main><h1>Title</h1><p>a b c d</p></main></form>") == ["Title", "a b c d"])
        #expect(try lines("<form><h1>Title</h1><p>a b c d e f g h</p>") == ["Title", "a b c d e f g h"])
        #expect(
            try lines("<main><h1>Title</h1><p>a b c d e f g</p>\(form)</main>") == ["Title", "a b c d e f g"])
    }

    @Test(
        "a table is a line for each row, made from its headings",
        arguments: [
            (
                "<tr><th>Measure<th>Mareham<th>England<tr><td>Satisfied<td>32.1%<td>36.8%<tr><td>Safe<td>–<td>71%",
                ["- Satisfied: Mareham 32.1%, England 36.8%", "- Safe: England 71%"]
            ),
            (
                "<thead><tr><td><th colspan=2>2024<tr><th>Measure<th>M<th>E<tbody><tr><th>Safe<td>1%<td>2%",
                ["- Safe: 2024 M 1%, 2024 E 2%"]
            ),
            (
                "<tr><td><b>Measure</b><td><b>M</b><tr><td>Safe<td>1%", ["- Safe: M 1%"]
            ),
            ("<tr><td>Measure<td>M<td>E<tr><td>Safe<td>1%<td>2%", ["- Safe: M 1%, E 2%"]),
            ("<tr><td>Safe<td>1%<tr><td>Heard<td>2%", ["- Safe: 1%", "- Heard: 2%"]),
            (
                "<tr><th>Of<th>M<th>E<tr><td colspan=3>Carers<tr><th rowspan=2>Safe<td>1<td>2<tr><td>3<td>4<tr><td colspan=3>Source: a survey.",
                ["- Carers – Safe: M 1, E 2", "- Carers – Safe: M 3, E 4", "Source: a survey."]
            ),
            (
                "<caption>Figures</caption><tr><th>Of<th>M<tr><td>Safe<td><p>1%</p><p>(2024)</p>",
                ["Figures", "- Safe: M 1%; (2024)"]
            ),
            ("<tr><td><h2>T</h2><p>a</p><td>b", ["T", "a", "b"]), ("<tr><td>a<tr><td>b", ["a", "b"]),
            ("<tr><th>A<th>What<tr><td>B<td>They waited.", ["- B: What: They waited."]),
        ] as [(String, [Substring])])
    func tables(html: String, expected: [Substring]) throws {
        #expect(try lines("<table>\(html)</table>") == expected)
    }

    @Test(
        "a term and its values are a line",
        arguments: [
            (
                "<dt>Score</dt><dd>3</dd><dt>Safe:</dt><dd>1%</dd><dd>2%</dd>",
                ["- Score: 3", "- Safe: 1%, 2%"]
            ),
            ("<div><dt>A<dt>B<dd>c</div><div><dt>D<dd>e</div>", ["- A; B: c", "- D: e"]),
            ("<dt>People<dd><p>a</p><p>b</p><dt>Staff", ["People", "a", "b", "Staff"]),
            ("<dt>Published<dd><time datetime=2025-03-05>5 March</time>", ["- Published: 2025-03-05"]),
        ] as [(String, [Substring])])
    func terms(html: String, expected: [Substring]) throws {
        #expect(try lines("<dl>\(html)</dl>") == expected)
    }

    @Test(
        "lists of other pages, links to share and questions about the website are left out wherever they stand",
        arguments: [
            "<div><h2>Related content</h2><p>Read what people told us.</p><ul><li><a href=x>x</a></ul></div>",
            "<h3>Related links</h3><ul><li><a href=x>x</a> (PDF)</li></ul>",
            "<ul><li><a href=x>Safeguarding</a></ul>",
            "<div><span>Share this page</span><ul><li>Post</li></ul></div>",
            "<p><a href=x>What people told us</a></p>",
            "<section><div><h2>Is this page useful?</h2></div><p>People told us that it is.</p></section>",
            "<div><p>We use cookies. Staff told us that you may accept them.</p></div>",
            "<ol><li><a href=x>Home</a></ol>",
        ])
    func website(html: String) throws {
        #expect(try lines("<main><p>kept of old</p>\(html)<p>kept</p></main>") == ["kept of old", "kept"])
        #expect(try lines("\(html)<p>Share of work.</p>") == ["Share of work."])
    }

    @Test("what only looks like the website stays")
    func noWebsite() throws {
        #expect(
            try lines("<div><b>Related</b> services were good.</div><p><b>Share</b> of work.</p>") == [
                "Related services were good.", "Share of work.",
            ])
        #expect(
            try lines("<p><a href=x>Staff told us so.</a></p><h2><a href=x>Safeguarding</a></h2>") == [
                "Staff told us so.", "Safeguarding",
            ])
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
            ("<html><!-- saved from url=(0013 -->", []),
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

        for bytes in [old, declared, wrong] { #expect(try lines(bytes) == ["people’s café"]) }
        for name in ["page.html", "page.txt"] {
            for html in ["<!doctype html><p>people’s café", "\u{FEFF}<html><p>people’s café"] {
                for isLittle in [true, false] {
                    let bytes = html.utf16.flatMap { unit in
                        isLittle
                            ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
                    }
                    #expect(
                        try PageContent(bytes, named: name, by: .shared).text == Array("people’s café\n".utf8)
                    )
                }
            }
        }
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
