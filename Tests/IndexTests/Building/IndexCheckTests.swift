import Evidence
import Foundation
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("A check of an index finds what is wrong with its current generation")
struct IndexCheckTests {
    @Test("an index is as it was built, after an update too")
    func whole() throws {
        let index = try TestIndex(["a.txt": Report.page("“The lamp” wasn’t lit, was it?", "The cat sat.")])
        try index.write(Report.page(statement: "Assessing needs", "It rained (a lot)."), to: "b.txt")
        try index.index()

        let check = try IndexCheck(index.folder, waits: false)

        #expect((check.generation, check.faults) == (2, []))
        #expect(check.hasCheckedTables)
    }

    @Test(
        "paragraphs of signs, of stop words and of what queries are made of are found too",
        arguments: [
            "– – ** (and) so \"it\" was.", "It is what it is.", "NOT said-by:nobody OR lam*",
        ])
    func odd(paragraph: String) throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.", paragraph)])

        #expect(try index.generation().manifest.paragraphs == 2)
        #expect(try IndexCheck(index.folder, waits: false).faults == [])
    }

    @Test("files that aren't as they were written are listed")
    func files() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        for name in ["manifest.json", "xapian/spelling.glass"] {
            try ChecksumTests.Damage.cut.happen(to: "\(index.folder.generation(1))/\(name)")
        }

        #expect(
            try IndexCheck(index.folder, waits: false).faults == [
                "manifest.json isn't as SHA256SUMS has it",
                "xapian/spelling.glass isn't as SHA256SUMS has it",
            ])
    }

    @Test("what was written otherwise than it should be is listed")
    func content() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        let file = URL(filePath: index.folder.generation(1) + "/" + SearchMap.name)
        var postings = try Data(contentsOf: file)
        postings.replaceSubrange(
            try #require(postings.range(of: Data("The lamp".utf8))), with: Data("The lamb".utf8))
        try postings.write(to: file)
        try index.editManifest { $0 }

        #expect(
            try IndexCheck(index.folder, waits: false).faults == [
                "harrowmere/safeguarding: the text of a paragraph is another",
                "search.map isn't what its database makes",
            ])
    }

    @Test("a manifest of other pages is listed")
    func pages() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        try index.editManifest { $0.replacing("\"number\":1", with: "\"number\":7") }

        #expect(
            try IndexCheck(index.folder, waits: false).faults == ["paragraphs of pages/a.txt are missing"])
    }

    @Test("without an index, or with another program's, there is nothing to check")
    func none() throws {
        let index = try TestIndex()
        #expect(throws: IndexError.noIndex(path: index.folder.path)) {
            try IndexCheck(index.folder, waits: false)
        }
        try index.write(Report.page("The lamp was lit."), to: "a.txt")
        try index.index()
        try index.editManifest { $0.replacing("\"schema\":\(Schema.version)", with: "\"schema\":1000") }

        #expect(throws: IndexError.schema(path: index.folder.path, found: 1000, ours: Schema.version)) {
            try IndexCheck(index.folder, waits: false)
        }
    }

    @Test("nobody changes the index meanwhile")
    func locked() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])

        _ = try index.folder.locked(wait: false) {
            #expect(throws: IndexError.locked(path: index.folder.path)) {
                try IndexCheck(index.folder, waits: false)
            }
        }
        let faults = try index.folder.unchanging(wait: false) {
            #expect(throws: IndexError.locked(path: index.folder.path)) { try index.index() }
            return try IndexCheck(index.folder, waits: false).faults
        }
        #expect(faults == [])
    }
}
