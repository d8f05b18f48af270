import Testing

@testable import Xapian

@Suite("An expansion is the words that tell a document from the others")
struct ExpansionTests {
    @Test("rare words come before common ones, and only those with the prefix come")
    func order() throws {
        let database = try Database.of(
            "ward delay brokerage", "ward delay", "ward home", "ward care", "brokerage care", "care home")

        let terms = try database.expansion(of: 1, prefix: "", limit: 10)
        let prefixed = try database.expansion(of: 1, prefix: "br", limit: 10)

        #expect(terms.map(\.term).last == "ward")
        #expect(Set(terms.map(\.term)) == ["ward", "delay", "brokerage"])
        #expect(prefixed.map(\.term) == ["brokerage"])
    }

    @Test("a document that isn't there is an error, not an empty answer")
    func missing() throws {
        let database = try Database.of("ward")

        #expect(throws: XapianError.self) { try database.expansion(of: 99, prefix: "", limit: 10) }
    }
}
