internal import EvidenceSearch
internal import FoundationEssentials
internal import Glibc

extension IndexFolder {
    /// The numbers of the generations that are kept, ascending.
    func generations() -> [Int] {
        namesOfGenerations.compactMap(Self.number).sorted()
    }

    /// The names among the generations that none of ours has; they are left alone.
    func strangers() -> [String] { namesOfGenerations.filter { Self.number($0) == nil } }

    private var namesOfGenerations: [String] { (try? Files.names(in: path + "/generations")) ?? [] }

    /// The number of the generation after one; a folder of that number or a higher one is passed over.
    func next(after number: Int?) throws(IndexError) -> Int {
        let last = max(number ?? 0, generations().last ?? 0)
        guard last < Self.numbers.upperBound else {
            throw .file(path: path + "/generations", reason: "no number is left for another generation")
        }
        return last + 1
    }

    /// The paths of what a killed build left behind.
    func leavings() throws(IndexError) -> [String] {
        try entries().filter { $0.hasPrefix("building-") }.map { "\(path)/\($0)" }
    }

    /// Moves a finished build into its place and makes it current: a reader sees the old or the new, never less.
    func publish(_ building: String, as number: Int) throws(IndexError) {
        try makeFolder(path + "/generations")
        try syncAll(building)
        try move(building, to: generation(number))
        try sync(path + "/generations")
        let link = path + "/building-current"
        unlink(link)
        guard symlink("generations/\(number)", link) == 0 else { throw .system(link) }
        try move(link, to: path + "/current")
        try sync(path)
    }

    /// Removes generations until `keep` are left: the current one, the one before it, then the highest numbers.
    ///
    /// One that was never made current has no reader, so it doesn't count as the one before.
    func prune(keep: Int, current: Int?, before: Int?) {
        var kept = [current, before].compactMap(\.self)
        kept += generations().reversed().filter { !kept.contains($0) }
        for number in kept.dropFirst(keep) {
            // Under this name it is no generation any more, even where we are killed before it is gone.
            let gone = "\(path)/building-\(number)"
            if rename(generation(number), gone) == 0 { try? Files.remove(gone) }
        }
    }

    func makeFolder(_ folder: String) throws(IndexError) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw IndexError(error, at: folder)
        }
    }

    private func move(_ from: String, to: String) throws(IndexError) {
        guard rename(from, to) == 0 else { throw .system(to) }
    }

    private func syncAll(_ folder: String) throws(IndexError) {
        let below = try Files.below(folder)
        for path in below.others + below.folders { try sync("\(folder)/\(path)") }
        try sync(folder)
    }

    private func sync(_ path: String) throws(IndexError) {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw .system(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system(path) }
    }
}
