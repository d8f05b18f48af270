import Evidence
import Testing

@Suite("A word is a run of letters and digits, and what ties them, in its folded form")
struct TextWordTests {
    @Test(
        "words in small letters without accents",
        arguments: [
            ("Hospital discharge.", ["hospital", "discharge"]),
            ("carer’s carers' carer's", ["carer's", "carers", "carer's"]),
            ("R&D at AT&T & co", ["r&d", "at", "at&t", "co"]),
            ("72.80 15,000 and 3, 4.", ["72.80", "15000", "and", "3", "4"]),
            ("£5.50 24/7 10:30", ["5.50", "24", "7", "10", "30"]), ("stay-at-home", ["stay", "at", "home"]),
            ("2023–24—now", ["2023", "24", "now"]), ("café naïve ÉCOLE", ["cafe", "naive", "ecole"]),
            ("a.bc a,b 1.a 'tis rock'n'roll", ["a", "bc", "a", "b", "1", "a", "tis", "rock'n'roll"]),
            ("日本 Łódź 10%", ["日本", "lodz", "10"]), ("", []), (" .,'&-’ ", []), ("x’", ["x"]),
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

    @Test(
        "what looks the same is one word",
        arguments: [
            ("oﬃce", "office"), ("beneﬁts", "benefits"), ("ﬂat", "flat"), ("ﬆaﬀ", "staff"), ("Ǆ", "dz"),
            ("hos\u{AD}pital", "hospital"), ("hos\u{200B}pital", "hospital"),
            ("hos\u{200D}pital", "hospital"),
            ("hos\u{200C}pital", "hospital"), ("\u{FEFF}hospital", "hospital"),
            ("hospital\u{FE0F}", "hospital"),
            ("carer\u{AD}’s", "carer's"), ("1\u{200B},234", "1234"), ("N.\u{AD}H.S.", "nhs"),
            ("José", "jose"), ("Jose\u{301}", "jose"), ("NÚÑEZ", "nunez"), ("Nu\u{301}n\u{303}ez", "nunez"),
            ("Søren", "soren"), ("Æthel", "aethel"), ("Wałęsa", "walesa"), ("Đặng", "dang"),
            ("Straße", "strasse"),
            ("STRASSE", "strasse"), ("İzmir", "izmir"), ("Güneş", "gunes"), ("Þór", "thor"),
            ("cœur", "coeur"),
            ("Χαλκίς", "χαλκισ"), ("Ёлка", "елка"), ("カ\u{3099}", "ガ"), ("ﾊﾝ", "ハン"), ("한글", "한글"),
            ("Ｈｏｓｐｉｔａｌ", "hospital"), ("１，２３４", "1234"), ("carer＇s", "carer's"), ("Ｒ＆Ｄ", "r&d"),
            ("carerʼs", "carer's"), ("carer‛s", "carer's"), ("targets¹", "targets"), ("Targets²³", "targets"),
            ("61²", "61"), ("Mosaic™", "mosaic"), ("CO₂", "co2"), ("m²", "m2"), ("㎡", "m2"), ("km²", "km2"),
            ("18ᵗʰ", "18th"), ("Ⅳ", "iv"), ("𝐇𝐨𝐦𝐞", "home"), ("①", "1"), ("№", "no"), ("ﷲ", "الله"),
            ("N.H.S.", "nhs"), ("N.H.S", "nhs"), ("U.K.", "uk"), ("u.k.", "uk"), ("e.g.", "eg"),
            ("É.U.", "eu"),
            ("1,234", "1234"), ("£2,700", "2700"), ("1,234,567.80", "1234567.80"), ("10,000s", "10000s"),
        ])
    func same(text: String, word: String) {
        #expect(TextWord.words(of: text).map(\.text) == TextWord.words(of: word).map(\.text))
        #expect(TextWord.words(of: "a \(text) b").map(\.text) == ["a", Folding.folded(word), "b"])
    }

    @Test(
        "what stands apart, or is no number of thousands, stays so",
        arguments: [
            ("2½ days", ["2", "1", "2", "days"]), ("½", ["1", "2"]), ("a①b", ["a", "1", "b"]),
            ("⑿th", ["12", "th"]),
            ("12,34 1,2345 1234,567 1,234,56", ["12,34", "1,2345", "1234,567", "1,234,56"]),
            ("A. B. Smith", ["a", "b", "smith"]), ("e.g.the", ["e", "g", "the"]), ("U.K.’s", ["uk", "s"]),
            ("Vitamin A.", ["vitamin", "a"]), ("home.The", ["home", "the"]), ("m²x", ["m", "x"]),
            ("term²", ["term"]), ("¹", []), ("½-price", ["1", "2", "price"]), ("ⅷ.", ["viii"]),
        ])
    func apart(text: String, words: [String]) {
        #expect(TextWord.words(of: text).map(\.text) == words)
    }

    @Test(
        "a word's range is of the text as it stands, and holds whole characters",
        arguments: [
            ("an oﬃce.", "oﬃce"), ("a cafe\u{301}.", "cafe\u{301}"), ("the “Café”", "Café"),
            ("a hos\u{AD}pital.", "hos\u{AD}pital"), ("met Targets¹ too", "Targets"),
            ("the N.H.S. was", "N.H.S."),
            ("cost £2,700.", "2,700"), ("an Ｈｏｍｅ。", "Ｈｏｍｅ"), ("a ½ x", "½"), ("in m² x", "m²"),
            ("a Jose\u{301}\u{200D}, x", "Jose\u{301}\u{200D}"), ("é–’ß…", "ß"),
        ])
    func place(text: String, word: String) {
        let bytes = Array(text.utf8)

        let typed = TextWord.words(of: text).map { String(decoding: bytes[$0.range], as: UTF8.self) }

        // Character by character: Swift takes "é" for "e\u{301}".
        #expect(typed.contains { Array($0.utf8) == Array(word.utf8) }, "\(typed)")
    }

    private static let pieces = [
        "a", "Z", "1", "’", "'", "&", ".", ",", "-", "\u{2011}", " ", "é", "日", "\u{301}", "\u{1F600}", "ß",
        "\u{AD}",
        "\u{200D}", "ﬃ", "¹", "½", "Ａ", "，", "N.H.S.", "1,234", "m²", "…", "\u{A0}", "\u{345}", "가", "İ", "①",
        "﷽",
    ]

    @Test("ranges ascend, hold whole characters and their words, whatever the text", arguments: 0..<200)
    func anyText(seed: Int) {
        var random = SeededGenerator(state: UInt64(seed) &* 0x9E37_79B9 &+ 1)
        let text = (0..<200).map { _ in
            Bool.random(using: &random)
                ? Self.pieces.randomElement(using: &random) ?? "" : String(random.scalar)
        }.joined()

        let bytes = Array(text.utf8)
        var last = 0..<0
        for word in TextWord.words(of: text) {
            #expect(word.range.lowerBound >= last.upperBound || word.range == last)
            #expect(!word.range.isEmpty && word.range.upperBound <= bytes.count)
            let typed = String(validating: bytes[word.range], as: UTF8.self)
            #expect(typed.map { TextWord.words(of: $0).map(\.text).contains(word.text) } == true, "\(word)")
            last = word.range
        }
        let spans = bytes.withUnsafeBufferPointer {
            TextWord.foldedSpans(of: $0) ?? Array(TextWord.Spans(of: $0, from: 0))
        }
        #expect(spans.map(\.range) == TextWord.words(of: text).map(\.range))
    }

    @Test("invisible characters make no other words, wherever they stand", arguments: 0..<50)
    func invisible(seed: Int) {
        var random = SeededGenerator(state: UInt64(seed) &* 0x9E37_79B9 &+ 7)
        let pieces = (0..<100).map { _ in Self.pieces.randomElement(using: &random) ?? "" }

        let sown = pieces.joined(
            separator: ["\u{AD}", "\u{200B}", "\u{FEFF}"].randomElement(using: &random) ?? "")

        #expect(
            TextWord.words(of: sown).map(\.text) == TextWord.words(of: sown.visible).map(\.text))
        #expect(sown.visible == pieces.joined().visible)
    }
}

/// Numbers that are the same in every run: SplitMix64.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    /// Any character of Unicode's first two planes.
    var scalar: Unicode.Scalar {
        mutating get { Unicode.Scalar(UInt32(next() % 0x20000)) ?? "\u{FFFD}" }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
