import Evidence
import Testing

struct QueryFuzzTests {
    private static let pieces = [
        "a", "the", "AND", "OR", "NOT", "NEAR", "NEAR/3", "(", ")", "\"", "“", "”", "-", "--", "+", "*", ":",
        "said-by:", "score:1..2", "statement", "council:", ",", "..", ".", "'", "’", "&", "%", "/", " ", "  ",
        "\u{A0}", "\u{0}", "é", "e\u{301}", "日本", "👩‍👧", "\u{202E}", "١٢", "7", "78.38", "_", "?", "‑",
    ]

    @Test("any text is read or refused within itself")
    func anyText() {
        let parser = QueryParser(stopWords: ["the"])
        var random = SplitMix(state: 2026)

        for _ in 0..<20_000 {
            let count = Int.random(in: 0...24, using: &random)
            let text = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
            check(text, parser)
        }
    }

    private func check(_ text: String, _ parser: QueryParser) {
        do {
            let query = try parser.parse(text)
            guard let root = query.root else { return }
            // A tree of words comes back from its own description.
            #expect(try parser.parse(root.description).root?.description == root.description, "\(text)")
        } catch {
            #expect(0...text.utf8.count ~= error.at ?? 0, "\(text): \(error)")
            #expect(!error.message.isEmpty)
        }
    }

    @Test("the longest texts of one kind take no time to speak of", arguments: pieces)
    func longTexts(piece: String) {
        let parser = QueryParser(stopWords: ["the"])
        let text = String(repeating: piece, count: 4096 / piece.utf8.count)

        let time = ContinuousClock().measure { _ = try? parser.parse(text) }

        #expect(time < .milliseconds(200), "\(piece)")
    }
}

/// Random numbers that are the same on every run.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
