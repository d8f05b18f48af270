import Foundation
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("A data file that no index can be made of is named, with what is wrong in it")
struct DataFileTests {
    private static let long = String(repeating: "long", count: 80)

    @Test(
        "a name that becomes no value, or none that an index can hold",
        arguments: [
            (
                "authorities.yaml", "{exceptions: [{name: Wexcombe Council, slug: ../wexcombe}], names: []}",
                "“../wexcombe” is no slug: small letters from a to z, digits, single hyphens between"
            ),
            (
                "authorities.yaml", "{exceptions: [{name: Wexcombe Council, slug: ''}], names: []}",
                "“” is no slug: small letters from a to z, digits, single hyphens between"
            ),
            (
                "authorities.yaml", "{exceptions: [{name: Wexcombe Council, slug: \(long)}], names: []}",
                "a name has over 200 letters: longlonglonglonglonglonglonglonglonglonglonglonglonglonglong…"
            ),
            (
                "statements.yaml", "{themes: [{name: '…'}], statements: [], scores: []}",
                "“…” is no name: it has no letter from a to z and no digit"
            ),
            (
                "statements.yaml", "{themes: [], statements: [{name: \(long)}], scores: []}",
                "a name has over 200 letters: longlonglonglonglonglonglonglonglonglonglonglonglonglonglong…"
            ),
            ("synonyms.txt", "a = b\nlong = \(long)", "line 2 has a term of over 120 letters"),
        ])
    func refused(name: String, text: String, reason: String) throws {
        let files = try TemporaryFolder()
        try files.write(text, to: name)

        #expect(throws: IndexError.dataFileBad(path: "\(files.path)/\(name)", reason: reason)) {
            try DataFiles(folders: [files.path, Repository.index])
        }
    }
}
