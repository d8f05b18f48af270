import Evidence
import Support
import Testing
import Xapian

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("Words are found in every form that looks the same, and shown as they stand")
struct SearchFoldingTests {
    /// Forms of a word as pages have them; a bar stands between the word and what is no part of it.
    private static let kinds = [
        ["office", "oﬃce", "OFFICE", "Ｏｆｆｉｃｅ", "ofﬁce", "o\u{301}ffice"],
        ["benefits", "beneﬁts", "Benefíts"],
        ["José", "Jose\u{301}", "JOSE", "jose", "Josè"], ["Núñez", "Nu\u{301}n\u{303}ez", "nunez"],
        ["café", "cafe", "Cafe\u{301}"], ["Søren", "soren", "SØREN"], ["Wałęsa", "Walesa"],
        ["Dæmon", "daemon"],
        ["targets", "Targets|¹", "targets|²", "targets|™", "Targets|⁽¹⁾", "targets|¹,²"],
        ["NHS", "N.H.S.", "nhs", "N.H.S"], ["UK", "U.K.", "u.k.", "U.K"], ["1234", "1,234", "１２３４", "１，２３４"],
        ["£|2,700", "2700", "£|2700", "2,700"], ["m²", "m2", "㎡"], ["CO₂", "co2"], ["18th", "18ᵗʰ"],
        ["carer’s", "carer's", "carerʼs", "carer＇s"],
    ]

    @Test("each form of a word finds all the others, and marks them as they stand", arguments: kinds)
    func kind(forms: [String]) throws {
        let texts = forms.map { "The “yew” – \($0.replacing("|", with: "")) – of elm. Partners told us." }
        let index = try TestIndex(paragraphs: texts + ["The “yew” – of elm."])
        let words = forms.map { $0.split(separator: "|").max { $0.count < $1.count }.map { Array($0.utf8) } }

        for query in forms.map({ $0.replacing("|", with: "") })
            + forms.map({ "\"yew \($0)\"".replacing("|", with: "") })
        {
            let isPhrase = query.hasPrefix("\"")
            let hits = try index.search(query, ["match": "all", "exact": "true"]).hits

            #expect(hits.map(\.number).sorted() == Array(1...forms.count), "\(query)")
            for hit in hits {
                let marked = try #require(hit.highlights.count == 1 ? hit.highlights[0] : nil, "\(query)")
                let word = Array(hit.text.utf8)[marked]
                let wanted = words[hit.number - 1] ?? []
                #expect(
                    isPhrase ? Array(word.suffix(wanted.count)) == wanted : Array(word) == wanted, "\(query)")
                #expect(hit.text.utf8.elementsEqual(texts[hit.number - 1].utf8))
                #expect(hit.snippet?.highlights == hit.highlights)
            }
        }
        #expect(try IndexCheck(index.folder, waits: false).faults == [])
    }

    @Test(
        "a fraction in one character is its two numbers, with one mark",
        arguments: [
            ("½", [["½"], ["½"], ["1/2"]]), ("\"1/2\"", [["½"], ["½"], ["1/2"]]),
            ("1/2", [["½"], ["2", "½"], ["1", "2"]]), ("\"2½ days\"", [["2½ days"]]),
        ])
    func fractions(query: String, marked: [[String]]) throws {
        let index = try TestIndex(paragraphs: [
            "It took ½ a day.", "It took 2½ days. \(String(repeating: "–", count: 300)) Late.",
            "It took 1/2 a day.",
        ])

        let hits = try index.search(query, ["match": "all", "exact": "true"]).hits
            .sorted { $0.number < $1.number }

        #expect(hits.map(\.marked) == marked)
        #expect(try index.search("late", ["exact": "true"]).hits.first?.marked == ["Late"])
    }

    @Test(
        "a query with invisible characters is the same query, and its errors are where they were typed",
        arguments: [
            "hos\u{AD}pital delays", "\u{FEFF}hospital\u{200B} delays", "hospital \u{200D}+delays",
            "\"hos\u{AD}pital delays\"",
            "hospital A\u{AD}ND delays", "said\u{AD}-by:part\u{200B}ners hospital", "hosp\u{AD}*",
        ])
    func invisibleQuery(query: String) throws {
        let index = try TestIndex(paragraphs: [
            "Partners told us of hospital delays.", "The hospital was late.",
        ])

        let (answer, plain) = try (index.search(query), index.search(query.visible))

        #expect(answer.hits == plain.hits)
        #expect(answer.total == plain.total)
        #expect(answer.query.text == query)
        #expect(answer.query.understood == plain.query.understood)
    }

    @Test(
        "an error is at the byte where it was typed",
        arguments: [
            ("ho\u{AD}spital \"delays", 11), ("a\u{FEFF}b score:9", 12), ("\u{200B}said-by:nobody", 11),
        ])
    func errorOffsets(query: String, at: Int) throws {
        let index = try TestIndex(paragraphs: ["Partners told us of hospital delays."])

        let error = #expect(throws: RequestError.self) { try index.search(query) }

        #expect(error?.at == at)
    }

    @Test(
        "who said it, and the words that show it, are in any form",
        arguments: ["Staﬀ", "Ｓｔａｆｆ", "St\u{AD}aff"])
    func saidBy(noun: String) throws {
        let index = try TestIndex(paragraphs: ["\(noun) told us of delays."])

        let sentence = try #require(try index.search("delays said-by:staff").hits.first?.sentences.first)

        #expect(sentence.because.map(String.init) == "\(noun.visible) told us")
    }

    @Test("the words of a document are of its folded text; as they stand they have a frequency of 0")
    func terms() throws {
        let index = try TestIndex(paragraphs: ["José’s oﬃce (N.H.S.) met 1,234 targets¹ e.g. in Łódź."])
        let database = try Database(path: index.folder.generation(1) + "/xapian")

        for (term, count) in [
            ("jose's", 1), ("office", 1), ("nhs", 1), ("1234", 1), ("targets", 1), ("eg", 1), ("lodz", 1),
            ("Zoffic", 1),
            ("josé's", 0), ("oﬃce", 0), ("1,234", 0), ("targets¹", 0), ("łódź", 0), ("e", 0),
        ] {
            #expect(try database.frequency(of: term) == 1, "\(term)")
            #expect(try database.collectionFrequency(of: term) == count, "\(term)")
        }
    }
}
