internal import EvidenceSearch

extension Manifest {
    /// The reason why unchanged pages would read otherwise today; `nil` if they wouldn't.
    func reasonToReadAll(data: DataFiles, positions: Bool) -> String? {
        if positions, !hasPositions { return "positions are asked for, which the index lacks" }
        if reading != Schema.readingVersion {
            return "this program reads pages otherwise than the one before"
        }
        let changed = data.hashes.filter { self.data[$0.key] != $0.value }.keys.sorted()
        return changed.isEmpty ? nil : "\(changed.joined(separator: ", ")) changed"
    }
}
