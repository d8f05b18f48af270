internal import Evidence
internal import EvidenceReading

/// The text of a saved web page.
struct HTMLText {
    /// One block a line: headings, paragraphs, items of lists behind "- ".
    let text: [UInt8]
    /// The addresses that the page calls its own: its canonical link, its `og:url`, the one that it was saved from.
    let addresses: [String]

    /// Has HTML of any kind and in any state read; the website around the page is left out.
    init(_ html: [UInt8], by helper: PageHelper) throws {
        let encoding = HTMLEncoding(html)
        let page = try helper.html(encoding.utf8(html))
        text = page.text
        addresses = page.addresses.split(separator: "\n").map(String.init).filter(Self.isWebAddress)
        if encoding == .windows1252, page.declaresUTF8 || html.starts(with: HTMLEncoding.utf8Mark) {
            throw PageError.notUTF8(line: HTMLEncoding.firstForeignLine(of: html))
        }
    }

    /// The helper passes on no other, as long as no page has taken it over.
    private static func isWebAddress(_ text: String) -> Bool {
        ["http://", "https://"].contains { text.lowercased().hasPrefix($0) }
            && text.utf8.count <= 2_000 && text.utf8.allSatisfy { $0 > UInt8(ascii: " ") }
    }
}
