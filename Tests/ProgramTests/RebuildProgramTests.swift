import Foundation
import Support
import Testing

/// `evidence-index --rebuild`, as a person meets it.
@Suite struct RebuildProgramTests {
    @Test("an older program's index is refused with the line that mends it, and that line does")
    func older() throws {
        let files = try IndexProgramTests.pages()
        try files.index(files.path + "/pages")
        try files.makeIndexOlder()

        let refused = try files.index(files.path + "/pages")
        let rebuilt = try files.index("--rebuild")

        let index = files.path + "/index"
        #expect(refused.status == 3)
        #expect(
            refused.errors.wholeMatch(
                of: try Regex(
                    """
                    evidence-index: the index at \(index) was made by an older program \
                    \\(schema 0, this one reads [1-9][0-9]*\\); build it anew with: \
                    evidence-index --rebuild --index \(index)\n
                    """)) != nil)
        #expect(rebuilt.status == 0)
        #expect(
            rebuilt.lines == [
                "indexed 2, replaced 0, unchanged 0, removed 0, left out 0",
                "generation 2: 3 paragraphs of 2 pages in \(index)",
            ])
        #expect(try files.index(files.path + "/pages").lines.first?.hasPrefix("indexed 0") == true)
    }

    @Test("--if-older rebuilds an older program's index alone, and otherwise does nothing: 0")
    func ifOlder() throws {
        let files = try IndexProgramTests.pages()
        let none = try files.index("--rebuild", "--if-older", files.path + "/pages")
        try files.index(files.path + "/pages")
        let ours = try files.index("--rebuild", "--if-older", files.path + "/pages")
        try files.makeIndexOlder()
        let older = try files.index("--rebuild", "--if-older", files.path + "/pages")

        #expect((none.status, none.output, none.errors) == (0, "", ""))
        #expect((ours.status, ours.output, ours.errors) == (0, "", ""))
        #expect(older.lines.last?.hasPrefix("generation 2: 3 paragraphs of 2 pages") == true)
    }
}

extension TemporaryFolder {
    /// Makes the first generation that of a program with an older schema.
    fileprivate func makeIndexOlder() throws {
        let manifest = path + "/index/generations/1/manifest.json"
        let text = try String(contentsOfFile: manifest, encoding: .utf8)
        try write(
            text.replacing(/"schema":\d+/, with: "\"schema\":0"), to: "index/generations/1/manifest.json")
    }
}
