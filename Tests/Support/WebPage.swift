/// Makes the saved web page that a page in text was once taken from: the same lines, and a website around them.
public enum WebPage {
    /// The web page of a text whose first line is its title and whose third line is its score.
    public static func page(_ text: String, canonical: String? = nil, openGraph: String? = nil) -> String {
        let lines = text.split(separator: "\n")
        let blocks = lines.dropFirst().map { $0.utf8.count < 60 ? "<h2>\($0)</h2>" : paragraph(String($0)) }
        return """
            <!DOCTYPE html>
            <html lang="en" class="no-js"><head><meta charset="utf-8">
            <title>\(lines.first ?? "") - Care Quality Commission</title>
            \(canonical.map { "<link href='\($0)' rel='canonical'>" } ?? "")
            \(openGraph.map { "<meta property=\"og:url\" content=\"\($0)\">" } ?? "")
            <style>h2 { color: teal }</style><script>document.write("<p>Staff told us of scripts.</p>")</script>
            </head><body>
            <div class="cookie-banner"><p>We use cookies. Staff told us that you may accept them all.</p></div>
            <header><a href="/">Care Quality Commission</a></header>
            <nav><ul><li><a href="#">Safeguarding</a></li><li><a href="#">Assessing needs</a></li></ul></nav>
            <main><article><header><h1>\(lines.first ?? "")</h1></header>
            \(blocks.joined(separator: "\n"))
            <aside><p>Partners told us of other pages that you may like to read today.</p></aside>
            <form><p>Is this page useful? People told us that it is.</p></form>
            </article></main>
            <footer><p>© Care Quality Commission. Staff told us that all content is licensed.</p></footer>
            </body></html>

            """
    }

    /// A paragraph as an editor leaves it: entities, folded lines, marks in the middle.
    private static func paragraph(_ text: String) -> String {
        let words = text.replacing("&", with: "&amp;").replacing("’", with: "&rsquo;")
            .replacing("“", with: "&#8220;").split(separator: " ")
        let marked =
            words.prefix(2).joined(separator: "&nbsp;") + "\n  <strong>" + (words.dropFirst(2).first ?? "")
        return "<p> \(marked)</strong>  \(words.dropFirst(3).joined(separator: "\n"))</p>"
    }
}
