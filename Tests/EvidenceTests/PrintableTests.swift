import Evidence
import Testing

@Suite("Text from elsewhere is inert on a terminal")
struct PrintableTests {
    @Test(
        "controls are shown as such, ends of lines become spaces, and marks that nobody sees go",
        arguments: [
            ("plain, “quoted” – naïve 日本", "plain, “quoted” – naïve 日本"), ("a\tb\r\nc", "a b  c"),
            ("a\u{85}b\u{2028}c\u{2029}d", "a b c d"),
            ("\u{1B}[31m\u{7}\u{7F}", "\u{FFFD}[31m\u{FFFD}\u{FFFD}"),
            ("\u{9B}31m\u{80}", "\u{FFFD}31m\u{FFFD}"), ("a\u{202A}\u{202E}b\u{2066}\u{2069}c", "abc"),
            ("a\u{200E}b\u{200F}c\u{61C}d", "abcd"), ("a\u{E0000}\u{E0001}\u{E0041}\u{E007F}b", "ab"),
            ("a\u{200D}b\u{E0080}", "a\u{200D}b\u{E0080}"),
        ])
    func printable(text: String, printed: String) {
        #expect(text.printable.unicodeScalars.elementsEqual(printed.unicodeScalars))
    }
}
