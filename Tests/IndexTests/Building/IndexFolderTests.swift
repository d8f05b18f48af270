import Evidence
import Foundation
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("An index's folder holds whole generations and nothing by halves")
struct IndexFolderTests {
    @Test("the current generation and the one before are kept")
    func keep() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])

        for word in ["lantern", "candle", "torch"] { try index.change(to: word) }

        #expect(index.folder.generations() == [3, 4])
        #expect(try index.folder.current() == 4)
    }

    @Test(
        "as many generations are kept as asked for",
        arguments: [(1, [4]), (3, [2, 3, 4]), (9, [1, 2, 3, 4])])
    func keepMore(count: Int, numbers: [Int]) throws {
        var index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        index.options.keep = 9
        for word in ["lantern", "candle"] { try index.change(to: word) }

        index.options.keep = count
        try index.change(to: "torch")

        #expect(index.folder.generations() == numbers)
    }

    @Test("a generation that was never made current is not kept in place of the one before")
    func keepBefore() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        try index.files.write("half", to: "index/generations/2/manifest.json")

        try index.change(to: "lantern")

        #expect(index.folder.generations() == [1, 3])
        #expect(try index.folder.leavings() == [])
    }

    @Test("the identity of the index stays, and its numbers go up by one")
    func identity() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        let first = try index.generation().manifest

        try index.change(to: "lantern")

        let second = try index.generation().manifest
        #expect(second.uuid == first.uuid)
        #expect((first.generation, second.generation) == (1, 2))
        #expect(second.built.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
    }

    @Test("what a killed build left goes with the next run, and does no harm before")
    func leavings() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        try index.files.write("half", to: "index/building-2/shard-0-0/postlist.glass")
        #expect(try index.search("lamp").total.n == 1)

        let report = try index.index()

        #expect(report.unchanged == 1)
        #expect(try index.folder.leavings() == [])
    }

    @Test("a build killed before its first generation was whole leaves no foreign folder")
    func leavingsOfFirst() throws {
        let index = try TestIndex()
        try index.write(Report.page("The lamp was lit."), to: "a.txt")
        try index.files.write("half", to: "index/building-1/shard-0-0/postlist.glass")

        #expect(try index.folder.current() == nil)
        #expect(try index.index().generation == 1)
    }

    @Test("a generation that was built but never made current is passed over, and its number with it")
    func orphan() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        try index.files.write("half", to: "index/generations/2/manifest.json")

        try index.change(to: "lantern")

        #expect(try index.folder.current() == 3)
        #expect(try index.search("lantern").total.n == 1)
    }

    @Test(
        "a folder that no generation is named like is named and ignored",
        arguments: ["9223372036854775807", "1234567890", "+5", "007", "2.bak", "0"])
    func stranger(name: String) throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        try index.files.write("mine", to: "index/generations/\(name)/x.pdf.reason")

        try index.write(Report.page("The lantern was lit."), to: "a.txt")
        let report = try index.index()

        #expect(report.generation == 2)
        #expect(
            report.notes.contains(
                "ignored, because no generation of an index is named so: \(index.folder.path)/generations/\(name)"
            ))
        #expect(FileManager.default.fileExists(atPath: index.path("index/generations/\(name)/x.pdf.reason")))
        #expect(try index.rebuild().generation == 3)
    }

    @Test("after the last number there is no other generation, and no crash")
    func lastNumber() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        try index.files.write("half", to: "index/generations/999999999/manifest.json")

        let error = #expect(throws: IndexError.self) { try index.change(to: "lantern") }

        #expect(error?.description.hasSuffix("generations: no number is left for another generation") == true)
    }

    @Test("while one indexer is at work another is locked out")
    func locked() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])

        _ = try index.folder.locked(wait: false) {
            #expect(throws: IndexError.locked(path: index.folder.path)) { try index.index() }
        }

        #expect(try index.index().unchanged == 1)
    }

    @Test(
        "a folder that holds something else is refused, and left as it is", arguments: ["a.txt", "b/c.txt"])
    func foreign(name: String) throws {
        let index = try TestIndex()
        try index.write(Report.page("The lamp was lit."), to: "a.txt")
        try index.files.write("mine", to: "index/" + name)

        let top = String(name.prefix { $0 != "/" })
        #expect(throws: IndexError.foreign(path: index.folder.path, reason: "it holds \(top)")) {
            try index.index()
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: index.folder.path) == [top])
    }

    @Test("an index of another schema is refused in one sentence", arguments: [(+1, "newer"), (-1, "older")])
    func schema(step: Int, kind: String) throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        let (ours, found) = (Schema.version, Schema.version + step)
        try index.editManifest { $0.replacing("\"schema\":\(ours)", with: "\"schema\":\(found)") }

        let error = IndexError.schema(path: index.folder.path, found: found, ours: ours)
        #expect(throws: error) { try index.index() }
        #expect(throws: error) { try index.generation() }
        #expect(error.description.contains(" \(kind) program (schema \(found), this one reads \(ours))"))
        #expect(error.exitStatus == 3)
    }

    @Test("a generation that isn't what its manifest says is refused")
    func damaged() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.", "The cat sat.")])
        try index.editManifest { $0.replacing("\"paragraphs\":2", with: "\"paragraphs\":3") }

        let error = #expect(throws: IndexError.self) { try index.generation() }
        #expect(error?.description.contains("is damaged") == true)
    }

    @Test(
        "a generation without its manifest, or without its database, is refused",
        arguments: [
            "manifest.json", "xapian/postlist.glass", "xapian",
        ])
    func missing(file: String) throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        try FileManager.default.removeItem(atPath: index.folder.generation(1) + "/" + file)

        let error = #expect(throws: IndexError.self) { try index.generation() }
        #expect(error?.exitStatus == 3)
    }

    @Test("no room is an error before anything starts, with both figures")
    func noRoom() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        let update = try IndexUpdate(
            folder: index.folder, data: index.data, helper: .shared, positions: false, now: Date())

        let error = #expect(throws: IndexError.self) { try update.reserveRoom(bytes: 1 << 50) }

        let message = try #require(error?.description)
        #expect(message.contains(/no room .*: it needs \d+ MiB and \d+ MiB are free/))
        #expect(try index.folder.leavings() == [])
    }
}

extension TestIndex {
    /// Changes the one page of the index and indexes it.
    func change(to word: String) throws {
        try write(Report.page("The \(word) was lit."), to: "a.txt")
        try index()
    }

    /// Changes the text of the first generation's manifest, and the checksums with it.
    func editManifest(_ edit: (String) -> String) throws {
        let file = folder.generation(1) + "/manifest.json"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try edit(text).write(toFile: file, atomically: true, encoding: .utf8)
        try Checksums(of: folder.generation(1)).write(to: folder.generation(1))
    }
}
