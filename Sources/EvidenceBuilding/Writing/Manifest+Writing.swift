internal import EvidenceSearch
internal import FoundationEssentials

extension Manifest {
    /// Writes the manifest into the folder of its generation.
    func write(to folder: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try Files.write(Array(encoder.encode(self)), to: "\(folder)/\(Self.file)")
    }
}
