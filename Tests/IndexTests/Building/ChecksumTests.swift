import Evidence
import Foundation
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("A generation is read only as it was written")
struct ChecksumTests {
    /// What can happen to a file.
    enum Damage: CaseIterable {
        case cut, longer, flipped, gone, folder

        func happen(to path: String) throws {
            var bytes = try Data(contentsOf: URL(filePath: path))
            try FileManager.default.removeItem(atPath: path)
            switch self {
            case .cut: bytes = bytes.dropLast()
            case .longer: bytes.append(0)
            case .flipped: if !bytes.isEmpty { bytes[bytes.count / 2] ^= 1 }
            case .gone: return
            case .folder:
                return try FileManager.default.createDirectory(
                    atPath: path, withIntermediateDirectories: true)
            }
            try bytes.write(to: URL(filePath: path))
        }
    }

    @Test("a damaged file, whichever it is, is named; the generation is refused", arguments: Damage.allCases)
    func damaged(damage: Damage) throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        let generation = index.folder.generation(1)
        let names = try Files.below(generation).others
        #expect(names.contains("manifest.json") && names.contains("SHA256SUMS"))

        for name in names {
            let kept = try Data(contentsOf: URL(filePath: "\(generation)/\(name)"))
            // An empty file can't be cut or flipped.
            if kept.isEmpty, [.cut, .flipped].contains(damage) { continue }
            try damage.happen(to: "\(generation)/\(name)")

            #expect(try Checksums.faults(in: generation).contains { $0.contains(name) })
            let error = #expect(throws: IndexError.self) { try index.generation() }
            #expect(error?.exitStatus == 3)
            try? FileManager.default.removeItem(atPath: "\(generation)/\(name)")
            try kept.write(to: URL(filePath: "\(generation)/\(name)"))
        }
        #expect(try index.search("lamp").total.n == 1)
    }

    @Test("what doesn't belong there is named too")
    func foreign() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        try index.files.write("mine", to: "index/generations/1/xapian/notes")

        #expect(
            try Checksums.faults(in: index.folder.generation(1)) == ["xapian/notes isn't in SHA256SUMS"])
    }

    @Test("no generation goes on from a damaged one; a rebuild does without it")
    func update() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        try Damage.flipped.happen(to: index.folder.generation(1) + "/xapian/postlist.glass")

        let error = #expect(throws: IndexError.self) { try index.change(to: "lantern") }
        #expect(error?.description.contains("xapian/postlist.glass isn't as SHA256SUMS has it") == true)
        #expect(try index.folder.current() == 1)
        #expect(index.folder.generations() == [1])

        #expect(try index.rebuild().indexed == 1)
        #expect(try index.search("lantern").total.n == 1)
    }

    @Test("sha256sum agrees", .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/sha256sum")))
    func tool() throws {
        let index = try TestIndex(["a.txt": Report.page("The lamp was lit.")])
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/sha256sum")
        process.arguments = ["--check", "--strict", "--quiet", "SHA256SUMS"]
        process.currentDirectoryURL = URL(filePath: index.folder.generation(1))
        try process.run()
        process.waitUntilExit()

        #expect(process.terminationStatus == 0)
    }
}
