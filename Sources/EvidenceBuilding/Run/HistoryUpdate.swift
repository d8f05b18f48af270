internal import Evidence
internal import EvidenceSearch

extension History {
    /// Writes the history of a new generation into its folder: what it was before, and behind it what changed.
    ///
    /// `stayed` are the numbers of the pages before that may still be the same pages.
    static func write(
        to folder: String, of manifest: Manifest, past: IndexPast, stayed: Set<Int>
    ) throws {
        let after = try GenerationTexts(manifest, folder: folder)
        let difference = GenerationDifference(
            from: try past.texts(), to: after,
            stayed: stayed.intersection(manifest.pages.map(\.number)), days: try past.days())
        var json = JSONWriter()
        for line in try difference.lines() {
            line.write(to: &json)
            json.endLine()
        }
        let before = try past.history().map { Array($0.bytes) } ?? []
        try Files.write(before + json.bytes, to: "\(folder)/\(file)")
    }
}
