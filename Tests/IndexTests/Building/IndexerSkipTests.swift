import Evidence
import EvidenceReading
import Foundation
import Glibc
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("A page that can't be indexed is named with its reason, and the others are indexed")
struct IndexerSkipTests {
    @Test(
        "what is no page of an assessment is told apart",
        arguments: [
            (Data(), "empty; "),
            (Data(" \n\r\n".utf8), "empty; "),
            (Data([0x50, 0x4B, 0x03, 0x04, 0x00]), "not understood: "),
            (Data([0x43, 0x61, 0x66, 0xE9]), "not UTF-8 at line 1; "),
            (Data(count: PageReader.largestPage + 1), "over 8 MiB: 8388609 bytes; "),
            (Data("A letter to my aunt.\n".utf8), "not an assessment: no title names a local authority"),
            (
                Data("Leeds City Council: local authority assessment\n".utf8),
                "not an assessment: no line names"
            ),
        ])
    func skipped(bytes: Data, reason: String) throws {
        let index = try TestIndex()
        try index.write(Report.page("The lamp was lit."), to: "b.txt")
        try index.files.write(bytes, to: "pages/a.txt")

        let report = try index.index()

        #expect(report.skipped.map(\.path) == ["pages/a.txt"])
        #expect(report.skipped.first?.reason.hasPrefix(reason) == true)
        #expect((report.indexed, report.generation) == (1, 1))
    }

    @Test("a council's profile is counted, and neither indexed nor left out")
    func profile() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        let profile =
            "Leeds City Council: local authority assessment\nDemographics\nLeeds is large.\nFinancial facts\n"
        try index.write(profile, to: "b.txt")

        let first = try index.index()
        try index.write(profile, to: "a.txt")
        let second = try index.index()

        #expect((first.profiles, first.skipped, first.unchanged) == (1, [], 1))
        #expect((second.profiles, second.skipped, second.removed) == (2, [], 0))
        #expect(
            second.notes == [
                "pages/a.txt: a council's profile, no evidence; the page indexed from it before is kept"
            ])
    }

    @Test("a page of just 8 MiB is read")
    func largest() throws {
        let index = try TestIndex()
        let page = Report.page("The lamp was lit.")
        let space = String(repeating: " ", count: PageReader.largestPage - page.utf8.count)
        try index.write(page + space, to: "a.txt")

        #expect(try index.index().indexed == 1)
    }

    @Test("what can't be read is named: a link to nothing, a FIFO")
    func unreadable() throws {
        let index = try TestIndex(["b.txt": Report.page("The lamp was lit.")])
        try FileManager.default.createSymbolicLink(
            atPath: index.path("pages/a.txt"), withDestinationPath: "nowhere.txt")
        #expect(mkfifo(index.path("pages/c.txt"), 0o600) == 0)

        let report = try index.index()

        #expect(
            report.skipped.map { [$0.path, $0.reason] } == [
                ["pages/a.txt", "a link to nothing"], ["pages/c.txt", "neither a file nor a folder"],
            ])
        #expect(report.unchanged == 1)
    }

    @Test(
        "names that aren't UTF-8 are read, and shown with their bytes escaped",
        arguments: ["a\\x41.txt", "caf\\xE9.txt", "d\\xFF/b.txt"])
    func foreignNames(shown: String) throws {
        let index = try TestIndex()
        let path = FileName.path(index.path("pages/" + shown.replacing("a\\x41", with: "a\\x5Cx41")))
        let folder = path[..<(path.lastIndex(of: 0x2F) ?? 0)] + [0]
        try FileManager.default.createDirectory(
            atPath: index.path("pages"), withIntermediateDirectories: true)
        mkdir(Array(folder), 0o755)
        let file = try #require(fopen(path, "w"))
        fputs(Report.page("The lamp was lit."), file)
        fclose(file)

        let first = try index.index()
        let second = try index.index()

        #expect((first.indexed, first.skipped, second.unchanged) == (1, [], 1))
        #expect(
            try index.search("lamp").hits.first?.source.path == "pages/"
                + shown.replacing("a\\x41", with: "a\\x5Cx41"))
        try FileManager.default.removeItem(atPath: index.path("pages"))
        try FileManager.default.createDirectory(
            atPath: index.path("pages"), withIntermediateDirectories: true)
        #expect(try index.index().removed == 1)
    }

    @Test("an index below the folder that is indexed is passed over")
    func indexInside() throws {
        let index = try TestIndex()
        try index.write(Report.page("The lamp was lit."), to: "a.txt")
        try FileManager.default.createDirectory(
            atPath: index.path("pages/deep"), withIntermediateDirectories: true)
        let inside = try Indexer(
            folder: IndexFolder(path: index.path("pages/deep/index")), data: index.data,
            options: .init())

        _ = try inside.index(paths: [index.path("pages")]) { _, _ in }
        let report = try inside.index(paths: [index.path("pages")]) { _, _ in }

        #expect((report.unchanged, report.skipped, report.generation) == (1, [], nil))
    }

    @Test("a run that indexes nothing leaves nothing behind", arguments: ["", "a letter"])
    func noTraces(text: String) throws {
        let index = try TestIndex()
        try index.write(text, to: "a.txt")
        let folder = IndexFolder(path: index.path("made/for/this"))

        let report = try Indexer(folder: folder, data: index.data, options: .init())
            .index(paths: [index.path("pages")]) { _, _ in }

        #expect(report.skipped.count == 1)
        #expect(!FileManager.default.fileExists(atPath: index.path("made")))
    }

    @Test("two pages of one statement whose dates aren't understood aren't called the same")
    func unreadDates() throws {
        let index = try TestIndex()
        for year in ["2023", "2025"] {
            try index.write(
                Report.page(published: "5 Mrach \(year)", paragraphs: ["The lamp was lit."]),
                to: "\(year).txt")
        }

        let report = try index.index()

        #expect(
            report.faults == [
                "pages/2023.txt: the date of line 2 isn't understood: “Published: 5 Mrach 2023”"
            ])
        #expect(
            report.skipped.map(\.reason) == [
                "the date of line 2 isn't understood: “Published: 5 Mrach 2025”, and pages/2023.txt without a date "
                    + "came first; give its date with --published; remove one of them"
            ])
    }

    @Test("links that lead in a circle, and to a file met before, are gone past")
    func circle() throws {
        let index = try TestIndex()
        try index.write(Report.page("The lamp was lit."), to: "deep/a.txt")
        let manager = FileManager.default
        try manager.createSymbolicLink(
            atPath: index.path("pages/deep/up"), withDestinationPath: index.path("pages"))
        try manager.createSymbolicLink(
            atPath: index.path("pages/deep/z.txt"), withDestinationPath: "a.txt")

        let report = try index.index()

        #expect((report.indexed, report.skipped) == (1, []))
    }

    @Test("a page that can no longer be read as one is kept as it was indexed, and named")
    func spoilt() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        try index.write("", to: "a.txt")

        let report = try index.index()

        #expect(report.skipped.first?.reason.hasSuffix("; the page indexed from it before is kept") == true)
        #expect((report.removed, report.generation) == (0, nil))
        #expect(try index.search("lamp").total.n == 1)
    }

    @Test("a path that isn't there is an error before any is read")
    func unknownPath() throws {
        let index = try TestIndex()
        try index.write(Report.page("The lamp was lit."), to: "a.txt")

        #expect(throws: IndexError.unknownPath(path: index.path("nowhere"))) {
            try index.index("pages", "nowhere")
        }
        #expect(!FileManager.default.fileExists(atPath: index.folder.path))
    }

    @Test("pages come in the order of the paths given, then of their names in bytes; hidden ones stay out")
    func order() throws {
        let index = try TestIndex()
        for name in ["b.txt", "a/z.txt", "a.txt", "B.txt", ".hidden.txt", "é.txt"] {
            try index.write("", to: name)
        }

        let walk = try PageWalk(
            paths: ["pages/b.txt", "pages"].map(index.path), inputName: nil, helper: .shared)

        #expect(
            walk.files.map(\.path) == [
                "b.txt", "pages/B.txt", "pages/a/z.txt", "pages/a.txt", "pages/é.txt",
            ])
    }

    @Test("progress is heard of every file, the ones left out too")
    func progress() throws {
        let index = try TestIndex()
        try index.write(Report.page("The lamp was lit."), to: "a.txt")
        try index.write("", to: "b.txt")

        var heard: [String] = []
        _ = try index.indexer.index(paths: [index.path("pages")]) { heard.append("\($0) of \($1)") }

        #expect(heard == ["1 of 2", "2 of 2"])
    }
}
