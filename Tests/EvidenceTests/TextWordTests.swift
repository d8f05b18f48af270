import Evidence
import Testing

@Suite("A word is a run of letters and digits, and what ties them")
struct TextWordTests {
    @Test(
        "words in lower case",
        arguments: [
            ("Hospital discharge.", ["hospital", "discharge"]),
            ("carer’s carers' carer's", ["carer's", "carers", "carer's"]),
            ("R&D at AT&T & co", ["r&d", "at", "at&t", "co"]),
            ("72.80 15,000 and 3, 4.", ["72.80", "15,000", "and", "3", "4"]),
            ("£5.50 24/7 10:30", ["5.50", "24", "7", "10", "30"]), ("stay-at-home", ["stay", "at", "home"]),
            ("2023–24—now", ["2023", "24", "now"]), ("café naïve ÉCOLE", ["café", "naïve", "école"]),
            ("a.b a,b 1.a 'tis rock'n'roll", ["a", "b", "a", "b", "1", "a", "tis", "rock'n'roll"]),
            ("日本 Łódź 10%", ["日本", "łódź", "10"]), ("", []), (" .,'&-’ ", []), ("x’", ["x"]),
            ("’x’y", ["x'y"]),
            ("it's1 1's", ["it's1", "1", "s"]), ("\u{1F600}ok\u{1F600}", ["ok"]),
        ])
    func words(text: String, words: [String]) {
        #expect(TextWord.words(of: text).map(\.text) == words)
    }

    @Test("a word's range is where it stands in bytes of UTF-8")
    func ranges() {
        let words = TextWord.words(of: "“Café” – carer’s")

        #expect(words.map(\.range) == [3..<8, 16..<25])
    }

    @Test(
        "a hyphen alone joins a word to the one before",
        arguments: [
            ("co-production", [false, true]), ("stay\u{2010}at\u{2011}home", [false, true, true]),
            ("2023–24", [false, false]), ("a - b", [false, false]), ("a--b", [false, false]),
            ("-a-b", [false, true]),
            ("a-b c", [false, true, false]),
        ])
    func joined(text: String, isJoined: [Bool]) {
        #expect(TextWord.words(of: text).map(\.isJoined) == isJoined)
    }

    @Test("every range holds its word, whatever the text", arguments: 0..<50)
    func anyText(seed: Int) {
        var random = SeededGenerator(state: UInt64(seed) &* 0x9E37_79B9 &+ 1)
        let pieces = [
            "a", "Z", "1", "’", "'", "&", ".", ",", "-", "\u{2011}", " ", "é", "日", "\u{301}", "\u{1F600}",
            "ß",
        ]
        let text = (0..<200).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()

        let bytes = Array(text.utf8)
        var end = 0
        for word in TextWord.words(of: text) {
            #expect(word.range.lowerBound >= end && !word.range.isEmpty)
            let typed = String(decoding: bytes[word.range], as: UTF8.self)
            #expect(typed.lowercased().replacing("\u{2019}", with: "'") == word.text)
            end = word.range.upperBound
        }
        #expect(end <= bytes.count)
    }
}

/// Numbers that are the same in every run: SplitMix64.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
