import Evidence
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("A hit shows where its words stand, and the sentences that say it best")
struct SearchTextTests {
    @Test(
        "the words that match are marked, in any form, where they stand as asked",
        arguments: [
            ("walrus", ["walrus", "Walruses"]), ("the walrus", ["walrus", "Walruses"]),
            ("\"a walrus\"", ["A walrus"]), ("wal* heron", ["walrus", "walls", "Walruses", "heron"]),
            ("walrus -otter", ["walrus", "Walruses"]), ("walrus NOT badger", ["walrus", "Walruses"]),
            ("seaeagle", ["sea-eagle"]), ("sea-eagle", ["sea-eagle"]), ("carer's", ["carer’s"]),
            ("café", ["café"]), ("café walrus", ["walrus", "café", "Walruses"]),
            ("said-by:people heron", ["heron"]), ("heron OR walls", ["walls", "heron"]),
        ])
    func marks(query: String, marked: [String]) throws {
        let index = try TestIndex(paragraphs: [
            "A walrus sat in the café by the walls. Walruses, a heron, a sea-eagle and the carer’s cat. "
                + "People told us so."
        ])

        let hit = try #require(try index.search(query, ["match": "any"]).hits.first)

        #expect(hit.marked == marked)
    }

    @Test("highlights are in bytes of UTF-8, in order and apart")
    func bytes() throws {
        let index = try TestIndex(paragraphs: ["The “café” of the walrus’s café: £5 – walrus."])

        let hit = try #require(try index.search("café walrus").hits.first)

        #expect(hit.highlights == [7..<12, 23..<33, 34..<39, 49..<55])
    }

    @Test(
        "a mark stands where its word does, however far the word before it is",
        arguments: [
            ("", ""), (String(repeating: "x", count: 254) + " ", ""),
            (String(repeating: "x", count: 255) + " ", ""),
            (String(repeating: "–", count: 300) + " ", ""),
            ("One ", String(repeating: "y", count: 400) + " "),
            ("“", String(repeating: "… ", count: 90)),
        ])
    func farMarks(before: String, between: String) throws {
        let text = before + "The walrus " + between + "met a sea-eagle and a café."
        let index = try TestIndex(paragraphs: ["A heron.", text])
        try index.write(Report.page(statement: "Assessing needs", "The cat sat."), to: "other.txt")
        try index.index()

        let hit = try #require(try index.search("walrus seaeagle café").hits.first)

        #expect(hit.text == text)
        #expect(hit.marked == ["walrus", "sea-eagle", "café"])
    }

    @Test("what filters name isn't marked, nor what stands in no hit")
    func unmarked() throws {
        let index = try TestIndex(paragraphs: ["Partners told us the walrus slept."])

        #expect(try index.search("said-by:partners").hits.first?.highlights == [])
        #expect(try index.search("walrus said-by:partners").hits.first?.marked == ["walrus"])
    }

    @Test("of a very long sentence a snippet shows whole words around the first mark")
    func longSentence() throws {
        let words = (1...400).map { $0 == 200 ? "walrus" : "müde\($0)" }.joined(separator: " ")
        let index = try TestIndex(paragraphs: ["\(words).", "Kestrel " + String(repeating: "é", count: 900)])

        let snippet = try #require(try index.search("walrus").hits.first?.snippet)
        let wordless = try #require(try index.search("kestrel").hits.first?.snippet)

        #expect(snippet.text.hasPrefix("… müde1") && snippet.text.hasSuffix(" …"))
        #expect(snippet.text.utf8.count < 1_010)
        let marked = snippet.highlights.map { String(decoding: Array(snippet.text.utf8)[$0], as: UTF8.self) }
        #expect(marked == ["walrus"])
        let shown = snippet.text.split(separator: " ").dropFirst().dropLast()
        #expect(Set(shown).isSubset(of: Set(words.split(separator: " "))))
        #expect(wordless.text.hasPrefix("Kestrel") && wordless.text.hasSuffix("é …"))
        #expect(wordless.text.utf8.count < 1_010)
    }

    @Test("a snippet is the sentence with most of the words, its marks in bytes of its own")
    func best() throws {
        let index = try TestIndex(paragraphs: [
            "It rained in “May”. The walrus slept. In June – again – the walrus met the kestrel. Nobody saw it."
        ])

        let snippet = try #require(try index.search("walrus kestrel").hits.first?.snippet)

        #expect(snippet.text == "In June – again – the walrus met the kestrel.")
        #expect(snippet.highlights == [26..<32, 41..<48])
    }

    @Test("sentences that add words stand in their own order, an ellipsis for what lies between")
    func several() throws {
        let index = try TestIndex(paragraphs: [
            "The heron flew. It rained all day in the town. The walrus met the kestrel. The walrus slept."
        ])

        let snippet = try #require(try index.search("walrus kestrel heron").hits.first?.snippet)

        #expect(snippet.text == "The heron flew. … The walrus met the kestrel.")
        #expect(snippet.highlights == [4..<9, 24..<30, 39..<46])
    }

    @Test("with said_by the snippet is a sentence of theirs, though another has more of the words")
    func theirs() throws {
        let index = try TestIndex(paragraphs: [
            "The walrus met the kestrel. Partners told us the walrus slept. Staff said the walrus ate."
        ])

        func snippet(of groups: String) throws -> String? {
            try index.search("walrus", ["said_by": groups]).hits.first?.snippet?.text
        }
        #expect(try snippet(of: "partners") == "Partners told us the walrus slept.")
        #expect(try snippet(of: "staff") == "Staff said the walrus ate.")
    }

    @Test("where their sentences hold no word, the snippet is a sentence that does")
    func notTheirs() throws {
        let index = try TestIndex(paragraphs: ["Partners told us it rained. The walrus slept."])

        let snippet = try index.search("walrus", ["said_by": "partners"]).hits.first?.snippet?.text

        #expect(snippet == "The walrus slept.")
    }

    @Test("without words the snippet is the group's first sentence, or the paragraph's")
    func withoutWords() throws {
        let index = try TestIndex(paragraphs: ["It rained. Partners told us the walrus slept. It snowed."])

        let theirs = try index.search("said-by:partners").hits.first?.snippet
        let any = try index.search("score:3").hits.first?.snippet

        #expect(theirs == Hit.Snippet(text: "Partners told us the walrus slept.", highlights: []))
        #expect(any == Hit.Snippet(text: "It rained.", highlights: []))
    }

    @Test("a hit has all that its page says of it")
    func members() throws {
        let index = try TestIndex(paragraphs: ["Partners told us the walrus slept."])

        let hit = try #require(try index.search("walrus").hits.first)

        #expect(hit.fingerprint.wholeMatch(of: /[0-9a-f]{8}/) != nil)
        #expect((hit.authority, hit.authorityName) == ("harrowmere", "Harrowmere Borough Council"))
        #expect((hit.theme, hit.themeName) == ("ensuring-safety", "Ensuring safety"))
        #expect((hit.score, hit.scoreName) == (3, "Evidence shows a good standard"))
        #expect((hit.section, hit.isIndicative, hit.published) == ("key-findings", false, nil))
        #expect(hit.sentences.map(\.because) == ["Partners told us"])
    }

    @Test("a fingerprint is the text's: it changes with a letter, and with nothing else")
    func fingerprint() throws {
        let index = try TestIndex([
            "a.txt": Report.page("The walrus slept."),
            "b.txt": Report.page(statement: "Assessing needs", "The walrus slept.", "The walrus slept!"),
        ])

        let prints = try index.search("walrus", ["sort": "statement"]).hits.map { ($0.id, $0.fingerprint) }
        let known = Dictionary(uniqueKeysWithValues: prints)
        #expect(known["harrowmere/safeguarding/1"] == known["harrowmere/assessing-needs/1"])
        #expect(known["harrowmere/assessing-needs/1"] != known["harrowmere/assessing-needs/2"])
    }
}
