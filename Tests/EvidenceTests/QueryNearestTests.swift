import Evidence
import Testing

struct QueryNearestTests {
    @Test(
        "the distance counts letters put in, left out, changed or swapped",
        arguments: [
            ("partners", "partners", 0), ("partnrs", "partners", 1), ("partnres", "partners", 1),
            ("safegaurding", "safeguarding", 1), ("kitten", "sitting", 3), ("", "abc", 3), ("é", "e", 1),
        ])
    func distances(first: String, second: String, expected: Int) {
        #expect(editDistance(first, second, atMost: 5) == expected)
    }

    @Test("what is farther than asked for has no distance", arguments: [("kitten", "sitting"), ("", "abc")])
    func limit(first: String, second: String) {
        #expect(editDistance(first, second, atMost: 2) == nil)
    }
}
