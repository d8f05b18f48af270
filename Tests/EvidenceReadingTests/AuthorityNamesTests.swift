import Evidence
import EvidenceReading
import Foundation
import Testing
import Yams

struct AuthorityNamesTests {
    @Test(
        "a slug is the name less its rank and its kind of council",
        arguments: [
            ("St Helens Borough Council", "st-helens"), ("London Borough of Camden", "camden"),
            ("London Borough of Camden Council", "camden"), ("City of York Council", "york"),
            ("Royal Borough of Kensington and Chelsea", "kensington-and-chelsea"),
            ("Nottingham City Council", "nottingham"), ("Hertfordshire County Council", "hertfordshire"),
            ("Barnsley Metropolitan Borough Council", "barnsley"), ("Isle of Wight Council", "isle-of-wight"),
            ("County Durham", "county-durham"), ("st-helens", "st-helens"),
            ("ST. HELENS  COUNCIL", "st-helens"),
            ("Wexcombe, City of", "wexcombe"), ("Wexcombe, County of", "wexcombe"),
            ("The City of Wéxcombe", "wexcombe"),
            ("Wexcombe, Royal Borough of", "wexcombe"), ("Wexcombe, City and County of", "wexcombe"),
            ("City Council", "city-council"), ("Stoke-on-Trent City Council", "stoke-on-trent"),
        ])
    func rule(name: String, slug: String) {
        #expect(AuthorityNames().slug(of: name) == slug)
    }

    @Test("an exception comes before the rule, whatever its case and punctuation")
    func exceptions() throws {
        let names = try YAMLDecoder().decode(
            AuthorityNames.self,
            from:
                "exceptions: [{name: City of London Corporation, slug: city-of-london}]\nnames: [Mareham Council]"
        )

        #expect(names.slug(of: "CITY OF LONDON CORPORATION:") == "city-of-london")
        #expect(names.slug(of: "City of London") == "london")
        #expect(names.names == ["Mareham Council"])
    }

    @Test("each of the 153 authorities that we list has a slug of its own")
    func listed() throws {
        let file = Pages.root.appending(path: "index/authorities.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let authorities = try YAMLDecoder().decode(AuthorityNames.self, from: text)

        #expect(authorities.names.count == 153)
        #expect(Set(authorities.names.map(authorities.slug)).count == 153)
    }

    @Test("a line of the list is a name alone, or a name with code, region, type and tile")
    func lines() throws {
        let names = try YAMLDecoder().decode(
            AuthorityNames.self,
            from: """
                exceptions: []
                names:
                  - Mareham Council
                  - {name: Wexcombe City Council, code: E06000099, region: south-west, type: unitary-authority, tile: [3, 14]}
                  - {name: Eastmarsh Council, region: london}
                """)

        #expect(
            names.authorities == [
                Authority(slug: "mareham", name: "Mareham Council"),
                Authority(
                    slug: "wexcombe", name: "Wexcombe City Council", code: "E06000099", region: .southWest,
                    type: .unitaryAuthority, tile: [3, 14]),
                Authority(slug: "eastmarsh", name: "Eastmarsh Council", region: .london),
            ])
        #expect(throws: (any Error).self) {
            try YAMLDecoder().decode(
                AuthorityNames.self, from: "{exceptions: [], names: [{name: A Council, region: midlands}]}")
        }
    }

    @Test(
        "each of the 153 has the code, the region, the type and the tile of the published list",
        .enabled(if: Pages.hasShared, "the published list isn't at hand"))
    func published() throws {
        let text = try String(contentsOf: Pages.shared.appending(path: "authorities.tsv"), encoding: .utf8)
        let rows = text.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
        let file = Pages.root.appending(path: "index/authorities.yaml")
        let ours = try YAMLDecoder().decode(
            AuthorityNames.self, from: String(contentsOf: file, encoding: .utf8)
        ).authorities.bySlug

        #expect(rows.count == 154)
        for row in rows.dropFirst() {
            let authority = try #require(ours[row[0]], "\(row[0])")
            #expect((authority.name, authority.code) == (row[1], row[2]))
            #expect((authority.type?.label, authority.region?.label) == (row[3], row[4]))
            #expect(authority.tile == [Int(row[8]), Int(row[9])].compactMap(\.self), "\(row[0])")
        }
    }
}
