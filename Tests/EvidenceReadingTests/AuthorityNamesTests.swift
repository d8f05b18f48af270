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
}
