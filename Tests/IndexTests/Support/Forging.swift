import Foundation
import Support

@testable import EvidenceBuilding
@testable import EvidenceSearch

extension TestIndex {
    /// Changes the map of the first generation, under checksums that bear it out.
    func forge(_ change: (inout ForgedMap) -> Void) throws {
        var map = try ForgedMap(of: folder.generation(1))
        change(&map)
        try map.write(to: folder.generation(1))
    }

    /// Changes the manifest of the first generation, under checksums that bear it out.
    func forgeManifest(_ change: (inout [String: Any], inout [String: Any]) -> Void) throws {
        let generation = folder.generation(1)
        let file = URL(filePath: generation + "/" + Manifest.file)
        guard var manifest = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any],
            var pages = manifest["pages"] as? [[String: Any]]
        else { throw CocoaError(.fileReadCorruptFile) }
        change(&manifest, &pages[0])
        manifest["pages"] = pages
        try JSONSerialization.data(withJSONObject: manifest).write(to: file)
        try Checksums(of: generation).write(to: generation)
    }
}
