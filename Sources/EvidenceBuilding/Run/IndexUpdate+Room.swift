internal import EvidenceSearch

extension IndexUpdate {
    /// Throws if there isn't room for a copy of the current generation, its compaction and so many bytes of new
    /// pages, whose index takes up to 12 times their size while it is built.
    func reserveRoom(bytes: Int) throws {
        let needed = 2 * (try folder.current().map(folder.generation).map(Disk.size(of:)) ?? 0) + 12 * bytes
        let available = Disk.available(at: folder.path)
        guard needed <= available else {
            throw IndexError.noRoom(path: folder.path, needed: needed, available: available)
        }
    }
}
