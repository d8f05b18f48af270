import Evidence
import EvidenceReading
import Foundation
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("A zip or a tar of pages is indexed as a folder of them")
struct ArchiveTests {
    static let needs = Report.page(
        statement: "Assessing needs", "Staff told us that waits were short in May.")
    static let care = Report.page(
        statement: "Safeguarding", "Partners told us that beds were blocked in June.")

    /// Behind so many bytes libarchive doesn't find a zip's list of members, and so reads them one by one.
    static let padding = Data(count: 20_000)

    @Test("members come in byte order behind the archive's name, in folders or not; hidden ones don't")
    func order() throws {
        let index = try TestIndex()
        var zip = Zip()
        zip.add("sub/b.html", WebPage.page(Self.care))
        zip.add("a.txt", Self.needs)
        for name in [".hidden.txt", "sub/.x/y.txt", "__MACOSX/._a.txt", "sub/b_files/site.css"] {
            zip.add(name, Self.needs)
        }
        try index.files.write(zip.data, to: "pages.zip")

        let report = try index.index("pages.zip")

        #expect(report.skipped.isEmpty)
        #expect(try index.paths() == ["pages.zip/a.txt", "pages.zip/sub/b.html"])
        #expect(
            try index.search("blocked").hits.first?.source.path == "pages.zip/sub/b.html")
    }

    @Test(
        "a tar, and a tar by gzip, in a folder or given",
        arguments: ["cf all.tar", "czf all.tar.gz", "czf all.tgz"])
    func tar(how: String) throws {
        let index = try TestIndex()
        let (options, name) = (how.split(separator: " ")[0], String(how.split(separator: " ")[1]))
        try index.files.write(Self.needs, to: "pages/ä.txt")
        try index.files.write(Self.care, to: "pages/b.txt")
        try FileManager.default.createDirectory(
            atPath: index.files.path + "/given", withIntermediateDirectories: true)
        try index.files.tar(String(options), "given/" + name, "./pages")

        #expect(try index.index("given").indexed == 2)

        #expect(try index.paths() == ["given/\(name)/pages/b.txt", "given/\(name)/pages/ä.txt"])
    }

    @Test(
        "an archive that is as it was changes nothing; members that are gone are taken out, changed ones replaced"
    )
    func update() throws {
        let index = try TestIndex()
        try index.zip(["a.txt": Self.needs, "b.txt": Self.care])
        try index.index("pages.zip")

        let again = try index.index("pages.zip")
        #expect(again.unchanged == 2)
        #expect(again.generation == nil)

        try index.zip(["b.txt": Self.care.replacing("June", with: "July")])
        let changed = try index.index("pages.zip")
        #expect((changed.replaced, changed.removed, changed.pages) == (1, 1, 1))
    }

    @Test("a name that climbs or is absolute is shown as given and opens no file")
    func tricks() throws {
        let index = try TestIndex()
        try index.files.write("on disk", to: "secret.txt")
        try index.zip([
            "../secret.txt": Self.needs, index.files.path + "/secret.txt": Self.care,
            "a\u{1B}[2J.txt": "no page",
        ])

        let report = try index.index("pages.zip")

        #expect(report.skipped.map(\.path) == ["pages.zip/a\u{FFFD}[2J.txt"])
        #expect(
            try index.paths() == [
                "pages.zip/../secret.txt", "pages.zip/\(index.files.path)/secret.txt",
            ])
        #expect(
            try String(contentsOfFile: index.files.path + "/secret.txt", encoding: .utf8) == "on disk")
    }

    @Test("what can't be read of an archive is named, and the rest is indexed")
    func reasons() throws {
        let index = try TestIndex()
        var zip = Zip()
        zip.add("a.txt", Self.needs)
        zip.add("a.txt", Self.care)
        zip.add("b.pdf", "%PDF-1.7")
        zip.add("c.zip", "PK")
        zip.add("d.txt", Data(Self.care.utf8), isEncrypted: true)
        zip.add("e.txt", Data(count: PageReader.largestPage + 1))
        zip.add("f.txt", Self.care)
        try index.files.write(zip.data, to: "pages.zip")

        let report = try index.index("pages.zip")

        #expect(try index.paths() == ["pages.zip/a.txt", "pages.zip/f.txt"])
        let reasons = Dictionary(uniqueKeysWithValues: report.skipped.map { ($0.path.suffix(5), $0.reason) })
        #expect(reasons["a.txt"] == "the archive holds another of this name, which came first")
        #expect(reasons["b.pdf"] == PageKind.notUnderstood("a PDF"))
        #expect(reasons["c.zip"] == PageKind.notUnderstood("an archive in an archive"))
        #expect(reasons["d.txt"] == "encrypted; save the archive without a password")
        #expect(reasons["e.txt"] == PageError.tooLarge(bytes: 8_388_609).description)
    }

    @Test("of members that hide their sizes a pass keeps the first in order, as many bytes as a batch has")
    func batch() throws {
        let files = try TemporaryFolder()
        var zip = Zip()
        for name in ["d.txt", "c.txt", "b.txt", "a.txt"] { zip.add(name, Data("text".utf8), hidesSize: true) }
        try files.write(zip.data + Self.padding, to: "pages.zip")
        let walk = try PageWalk(paths: [files.path + "/pages.zip"], helper: .shared)

        let kept = try ArchivePass(walk.files[...], batch: 10).run(
            over: files.path + "/pages.zip", like: walk.files[0], by: .shared)

        #expect(walk.files.map(\.size) == [nil, nil, nil, nil])
        #expect(
            kept.mapValues { try? $0.get() } == [
                files.path + "/pages.zip/a.txt": Array("text".utf8),
                files.path + "/pages.zip/b.txt": Array("text".utf8),
            ])
    }

    @Test("members that hide their sizes are indexed all the same")
    func hiddenSizes() throws {
        let index = try TestIndex()
        var zip = Zip()
        zip.add("b.txt", Data(Self.care.utf8), hidesSize: true)
        zip.add("a.txt", Data(Self.needs.utf8), hidesSize: true)
        try index.files.write(zip.data + Self.padding, to: "pages.zip")

        #expect(try index.index("pages.zip").indexed == 2)
    }

    @Test("a member whose name is longer than any path is left out")
    func longName() throws {
        let index = try TestIndex()
        try index.zip(["a.txt": Self.needs, String(repeating: "_files/", count: 200) + "b.txt": Self.care])

        let report = try index.index("pages.zip")

        #expect(report.indexed == 1)
        #expect(report.skipped.map(\.reason) == ["its name has over 1024 bytes; shorten it"])
    }

    @Test(
        "of an archive that was cut off the members before are indexed, and what was indexed before is kept")
    func cut() throws {
        let index = try TestIndex()
        var zip = Zip()
        zip.add("a.txt", Self.needs)
        zip.add("b.txt", Self.care)
        try index.files.write(zip.data, to: "pages.zip")
        try index.index("pages.zip")

        try index.files.write(zip.data.prefix(Self.needs.utf8.count + 50), to: "pages.zip")
        let report = try index.index("pages.zip")

        #expect(report.unchanged == 1)
        #expect(report.removed == 0)
        #expect(report.skipped.first?.reason.hasPrefix("the archive can't be read to its end: ") == true)
        #expect(report.notes == ["kept of what can't be read now, as indexed before: 1 page"])
    }

    @Test("a damaged member is named, and the ones after it are indexed")
    func damaged() throws {
        let index = try TestIndex()
        var zip = Zip()
        zip.add("a.txt", Self.needs)
        zip.add("b.txt", Self.care)
        var data = zip.data
        data[100] ^= 0xFF
        try index.files.write(data, to: "pages.zip")

        let report = try index.index("pages.zip")

        #expect(try index.paths() == ["pages.zip/b.txt"])
        #expect(report.skipped.first?.reason.hasPrefix("damaged in its archive: ") == true)
    }

    @Test("what is no archive says so", arguments: ["", "no archive", "PK\u{3}\u{4}"])
    func noArchive(content: String) throws {
        let index = try TestIndex()
        try index.files.write(content, to: "pages.zip")

        #expect(try index.index("pages.zip").skipped.map(\.path) == ["pages.zip"])
    }

    @Test("an archive that would unpack to more than 4 GiB is read to there")
    func bomb() throws {
        let index = try TestIndex()
        var header = Data(count: 512)
        func put(_ text: String, at offset: Int) {
            header.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
        }
        put("big.txt", at: 0)
        put("77777777777", at: 124)
        put("        ", at: 148)
        put("0", at: 156)
        put(String(header.reduce(0) { $0 + Int($1) }, radix: 8), at: 148)
        try index.files.write(header, to: "pages.tar")

        let report = try index.index("pages.tar")

        #expect(
            report.skipped.map(\.reason) == [
                "the archive can't be read: it unpacks to over 4 GiB or 100,000 members; "
                    + "give its pages as a folder"
            ])
    }

    @Test("members are read again where every page is, though the run wasn't given their archive")
    func readAgain() throws {
        var index = try TestIndex()
        try index.zip(["sub/a.txt": Self.needs, "../b.txt": Self.care])
        try index.files.write(
            Report.page(statement: "Partnerships and communities", "Staff told us of it."), to: "c.txt")
        try index.index("pages.zip")
        for name in try FileManager.default.contentsOfDirectory(atPath: Repository.index)
        where name.contains(".") {
            try index.files.write(
                Data(contentsOf: URL(filePath: Repository.index + "/" + name)), to: "data/" + name)
        }
        try index.files.write("the\n", to: "data/stopwords.txt")
        index.dataFolder = index.path("data")

        let report = try index.index("c.txt")

        #expect(report.skipped.isEmpty)
        #expect((report.indexed, report.replaced, report.pages) == (1, 2, 3))
    }

    @Test("a member's page can be taken out, by itself or with its archive")
    func remove() throws {
        let index = try TestIndex()
        try index.zip(["a.txt": Self.needs, "b.txt": Self.care])
        try index.index("pages.zip")

        #expect(try index.indexer.remove(path: "pages.zip/a.txt").pages == 1)
        #expect(try index.indexer.remove(path: index.files.path + "/pages.zip").pages == 0)
    }

    @Test("a dry run gives the paragraphs of an archive and leaves nothing behind")
    func dryRun() throws {
        let index = try TestIndex()
        try index.zip(["b.txt": Self.care, "a.html": WebPage.page(Self.needs)])
        let before = try FileManager.default.subpathsOfDirectory(atPath: index.files.path)

        var paths: [String] = []
        let run = DryRun(data: try index.data, supplied: SuppliedDetails(), explains: false, helper: .shared)
        _ = try run.run(paths: [index.files.path + "/pages.zip"]) { paths.append($0.source.path) }

        #expect(paths == ["pages.zip/a.html", "pages.zip/b.txt"])
        #expect(try FileManager.default.subpathsOfDirectory(atPath: index.files.path) == before)
    }
}

extension TestIndex {
    /// Writes `pages.zip`, its members in the reverse of their order.
    func zip(_ members: [String: String]) throws {
        var zip = Zip()
        for (name, text) in members.sorted(by: { $0.key > $1.key }) { zip.add(name, text) }
        try files.write(zip.data, to: "pages.zip")
    }

    /// The paths of the pages in the order in which they came.
    fileprivate func paths() throws -> [String] { try generation().manifest.pages.map(\.path) }

    @Test("a zip that was cut short is named, though a member could be read")
    func cutZip() throws {
        var zip = Zip()
        zip.add("a.txt", Report.page("The lamp was lit."))
        zip.add("b.txt", Report.page(statement: "Assessing needs", "The lamp was out."))
        let folder = try TemporaryFolder()
        for count in [zip.data.count - 1, zip.data.count - 80, zip.data.count - 250, 500] {
            try folder.write(Data(zip.data.prefix(count)), to: "pages.zip")
            let walk = try PageWalk(paths: [folder.path + "/pages.zip"], helper: .shared)

            #expect(walk.unreadable.map(\.path) == ["pages.zip"])
            #expect(walk.unreadable.first?.reason.hasSuffix("it was cut short; copy it again") == true)
            #expect(walk.files.first?.path == "pages.zip/a.txt")
        }
        try folder.write(zip.data + Data("comment".utf8), to: "pages.zip")
        #expect(try PageWalk(paths: [folder.path + "/pages.zip"], helper: .shared).files.count == 2)
    }
}
