import Evidence
import Foundation
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("An index that was forged under right checksums is refused, or answers within itself")
struct ForgedIndexTests {
    /// Two pages with all that a map can hold: hyphenated words, signs, several sentences and headings.
    private static func index() throws -> TestIndex {
        try TestIndex([
            "a.txt": Report.page(
                "Partners told us that co-production was hard to reach – “really”. It rained.", "The cat sat."
            ),
            "b.txt": Report.page(statement: "Assessing needs", "It rained in step-down beds. Staff said so."),
        ])
    }

    /// A number that leads out of the map, or to where it may not.
    struct Forgery: CustomTestStringConvertible, Sendable {
        let section: SearchMapLayout.Section
        let index: Int
        let write: @Sendable (inout ForgedMap) -> Void
        let number: String

        init(
            _ section: SearchMapLayout.Section, _ index: Int, _ number: some FixedWidthInteger & Sendable
        ) {
            (self.section, self.index, self.number) = (section, index, "\(number)")
            write = { $0.write(number, to: section, at: index) }
        }

        var testDescription: String { "\(section)[\(index)] = \(number)" }
    }

    private static let forgeries: [Forgery] = [
        Forgery(.postingDocuments, 0, UInt32(0)), Forgery(.postingDocuments, 0, UInt32(9)),
        Forgery(.postingDocuments, -1, UInt32.max), Forgery(.termPostings, 0, UInt64(1)),
        Forgery(.termPostings, 1, UInt64.max), Forgery(.termPostings, 2, UInt64(1)),
        Forgery(.termPostings, -1, UInt64(3)), Forgery(.termNameStarts, 0, UInt32(1)),
        Forgery(.termNameStarts, 1, UInt32.max), Forgery(.termNameStarts, -1, UInt32.max),
        Forgery(.termNames, 0, UInt8.max), Forgery(.wordNameStarts, 1, UInt32(900)),
        Forgery(.wordNameStarts, -1, UInt32(0)), Forgery(.wordNames, 0, UInt8.max),
        Forgery(.wordFrequencies, 0, UInt32(5)), Forgery(.wordStems, 0, UInt32(900)),
        Forgery(.wordStems, -1, UInt32.max), Forgery(.sectionNameStarts, 0, UInt32(1)),
        Forgery(.sectionNameStarts, -1, UInt32.max), Forgery(.pages, 0, UInt32(1)),
        Forgery(.pages, 1, UInt32(77)), Forgery(.pages, 1, UInt32(2)), Forgery(.pages, 1, UInt32.max),
        Forgery(.paragraphs, 1, UInt32(2)), Forgery(.paragraphs, 2, UInt32(9)),
        Forgery(.sections, 0, UInt32(900)), Forgery(.sections, 1, UInt32(900)),
        Forgery(.groups, 1, UInt16(1 << 10)), Forgery(.groups, 1, UInt16.max),
        Forgery(.tokenStarts, 0, UInt32(1)), Forgery(.tokenStarts, 1, UInt32(1)),
        Forgery(.tokenStarts, 2, UInt32.max), Forgery(.tokenStarts, -1, UInt32.max),
        Forgery(.tokens, 0, UInt32(900)), Forgery(.tokens, -1, UInt32.max - 1),
        Forgery(.joinStarts, 2, UInt32(900)), Forgery(.joins, 0, UInt32(900)),
        Forgery(.joins, 1, UInt32(900)),
        Forgery(.sentenceStarts, 2, UInt32.max), Forgery(.sentences, 0, UInt32(0)),
        Forgery(.sentences, 0, UInt32(900)), Forgery(.sentences, 1, UInt32(1 << 10)),
        Forgery(.textStarts, 1, UInt64(1)), Forgery(.textStarts, 2, UInt64.max),
        Forgery(.textStarts, -1, UInt64(1) << 63), Forgery(.texts, 0, UInt8.max),
        Forgery(.texts, 8, UInt8(0x7F)), Forgery(.texts, 9, UInt8(0x7F)), Forgery(.texts, 9, UInt8(0xFF)),
        Forgery(.texts, 10, UInt8(0x7F)), Forgery(.texts, 13, UInt8(0x7F)), Forgery(.texts, -1, UInt8(0xC3)),
    ]

    @Test("a number that leads out of the map is refused, and no run goes on from it", arguments: forgeries)
    func refused(forgery: Forgery) throws {
        let index = try Self.index()
        try index.forge(forgery.write)

        let error = #expect(throws: IndexError.self) { try index.generation() }
        #expect(error?.exitStatus == 3)
        #expect(error?.description.contains("is damaged (") == true)
        let check = Result { try IndexCheck(index.folder, waits: false) }
        #expect((try? check.get().faults.isEmpty) != true)
    }

    @Test("an array that lies elsewhere, or is longer or shorter than it was, is refused")
    func head() throws {
        for section in SearchMapLayout.Section.allCases {
            for (word, change) in [(0, 8), (0, 1 << 40), (1, 1), (1, -1), (1, 1 << 60)] {
                let index = try Self.index()
                let at = 8 * (1 + 2 * section.rawValue + word)
                try index.forge { map in
                    let old = map.bytes.withUnsafeBytes { $0.load(fromByteOffset: at, as: Int.self) }
                    withUnsafeBytes(of: old &+ change) { map.bytes.replaceSubrange(at..<at + 8, with: $0) }
                }
                try Self.survives(index)
            }
        }
    }

    @Test("whatever bytes are changed, it is refused or answers", arguments: 1...8)
    func anyBytes(seed: Int) throws {
        let index = try Self.index()
        let sound = try ForgedMap(of: index.folder.generation(1))
        var dice = Dice(seed: UInt64(seed))
        for _ in 0..<40 {
            try index.forge { map in
                map = sound
                let section = SearchMapLayout.Section.allCases[
                    dice.roll(SearchMapLayout.Section.allCases.count)]
                let range = map.range(of: section)
                guard !range.isEmpty else { return }
                for _ in 0...dice.roll(3) {
                    map.bytes[range.lowerBound + dice.roll(range.count)] = UInt8(dice.roll(256))
                }
            }
            try Self.survives(index)
        }
    }

    /// Loads the index and, if it is not refused, asks what reads every array of it.
    private static func survives(_ index: TestIndex) throws {
        do {
            let generation = try index.generation()
            for query in [
                "rained", "\"it rained\"", "coproduction", "\"step down beds\"", "it NEAR rained", "co* re*",
                "hard reach said-by:partners", "rained NOT cat", "section:key-findings", "rianed sat",
            ] {
                for match in ["auto", "all", "any"] {
                    // A forged heading is one that a filter doesn't find.
                    guard
                        let answer = try? generation.search(
                            query, ["match": match, "cross": "said_by,section"])
                    else {
                        #expect(query.hasPrefix("section:"))
                        continue
                    }
                    #expect(answer.total.n <= 3)
                    #expect(try SearchResponse(json: answer.json).hits == answer.hits)
                }
            }
            for hit in try generation.search("indicative:true,false").hits {
                _ = try generation.paragraph(id: hit.id, context: 3)
                _ = try generation.similar(
                    to: hit.id, SimilarRequest(parameters: []), until: .now + .seconds(9))
            }
            _ = try generation.pages(PagesRequest(parameters: []))
        } catch is IndexError {}
    }

    @Test(
        "a manifest that contradicts itself is refused by whoever reads it",
        arguments: [
            ("generation", "2"), ("generation", "-1"), ("generation", "9223372036854775807"),
            ("paragraphs", "4"), ("paragraphs", "-3"), ("number", "-1"), ("number", "0"), ("number", "2"),
            ("number", "4294967295"), ("number", "9223372036854775807"), ("paragraphs of a page", "0"),
            ("paragraphs of a page", "-1"), ("paragraphs of a page", "9223372036854775807"),
            ("statement", "\"elsewhere\""), ("catalogue", "{\"themes\":[],\"statements\":[],\"scores\":[]}"),
        ])
    func manifest(member: String, value: String) throws {
        let index = try Self.index()
        let value = try JSONSerialization.jsonObject(with: Data(value.utf8), options: .fragmentsAllowed)
        try index.forgeManifest { manifest, page in
            switch member {
            case "number", "statement": page[member] = value
            case "paragraphs of a page": page["paragraphs"] = value
            default: manifest[member] = value
            }
        }

        let error = #expect(throws: IndexError.self) { try index.generation() }
        #expect(error?.exitStatus == 3)
        // A number that is only another's is a generation's own affair.
        guard member != "generation" || "\(value)" != "2" else { return }
        #expect(throws: IndexError.self) { try index.index() }
    }
}
