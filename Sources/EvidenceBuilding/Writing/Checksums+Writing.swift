internal import EvidenceSearch

extension Checksums {
    /// Writes the sums beside the files of a generation's folder.
    func write(to folder: String) throws(IndexError) {
        try Files.write(Array(text.utf8), to: "\(folder)/\(Self.file)")
    }
}
