import Testing

@testable import Evidence

@Suite("Text that looks the same has one folded form")
struct FoldingTests {
    @Test(
        "the folded form",
        arguments: [
            ("", ""), ("Hospital’s", "hospital’s"), ("Staﬀ oﬃce", "staff office"),
            ("José NÚÑEZ cafe\u{301}", "jose nunez cafe"),
            ("Part\u{AD}ners\u{200B}\u{200D}\u{FEFF}", "partners"), ("Ａ１％", "a1%"), ("¹½", "11⁄2"),
            ("Øæł ß", "oael ss"),
            ("\u{A0}\u{2009}", "  "), ("…", "..."), ("ŉ", "'n"), ("ℏ", "h"),
        ])
    func forms(text: String, folded: String) {
        #expect(Array(Folding.folded(text).unicodeScalars) == Array(folded.unicodeScalars))
    }

    @Test("the folded form of each character is its own folded form")
    func idempotent() {
        for code in 0..<UInt32(0x110000) {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let folded = Folding.folded(String(scalar))
            if folded != String(scalar), Folding.folded(folded) != folded { Issue.record("U+\(code)") }
        }
    }

    @Test(
        "invisible characters go, and nothing else",
        arguments: [
            ("Part\u{AD}ners", "Partners"), ("\u{FEFF}a\u{200B}b\u{200C}c\u{200D}d\u{2060}", "abcd"),
            ("☎\u{FE0F}", "☎"),
            ("a\u{202E}b\u{2069}\u{61C}", "ab"), ("e\u{301} \u{A0}\t", "e\u{301} \u{A0}\t"),
            ("\u{E0041}x\u{E01EF}", "x"),
            ("ﬃ¹…", "ﬃ¹…"), ("", ""),
        ])
    func visible(text: String, visible: String) {
        #expect(Array(text.visible.unicodeScalars) == Array(visible.unicodeScalars))
    }

    @Test("the table's version is its checksum")
    func version() {
        let checksum = FoldingData.entries.withUTF8Buffer { entries in
            entries.reduce(UInt32(0x811C_9DC5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
        }

        #expect(Folding.version == checksum)
    }

    @Test(
        "a slug has neither accents nor notes nor what nobody sees",
        arguments: [
            ("Wéxcombe", "wexcombe"), ("WEXCOMBE", "wexcombe"), ("Ｗｅｘcombe", "wexcombe"),
            ("Weſt\u{AD}combe", "westcombe"),
            ("Sǽham & Łow", "saeham-low"), ("Safeguarding¹", "safeguarding"), ("St. Helen’s", "st-helen-s"),
            ("½", "1-2"),
            ("日本", ""), ("—", ""),
        ])
    func slugs(name: String, expected: String) {
        #expect(slug(name) == expected)
    }
}
