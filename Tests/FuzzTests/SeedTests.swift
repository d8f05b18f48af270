import Foundation
import Testing

struct SeedTests {
    @Test(
        "what the fuzzers begin with, and what they found, is read or refused", arguments: FuzzTarget.allCases
    )
    func seeds(target: FuzzTarget) throws {
        var count = 0
        for folder in target.seeds {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
                #expect(throws: Never.self, "\(name)") { try target.run(Array(bytes)) }
                count += 1
            }
        }
        #expect(count > 0)
    }
}
