internal import Evidence
internal import EvidenceReading

/// Reads the bytes of a run's files.
///
/// An archive is read from its start, while its members are asked for in byte order. Each pass over it keeps the next
/// members in that order, as many as `batch` holds, so that memory has a limit and nothing goes to disk.
final class PageSource {
    private let helper: PageHelper
    /// The members of each archive in the order of the run.
    private let members: [String: [FoundFile]]
    /// The members of the last passes that weren't asked for yet, by location.
    private var held: [String: Result<[UInt8], UnreadableFile>] = [:]

    /// The bytes of members that a pass keeps; England as text has some 46 MB.
    private static let batch = 64 << 20

    private var heldBytes: Int { held.values.reduce(0) { $0 + ((try? $1.get().count) ?? 0) } }

    /// A source of these files' bytes, which are asked for in the same order; `helper` reads archives for it.
    init(_ files: [FoundFile], helper: PageHelper) {
        self.helper = helper
        members = Dictionary(grouping: files.filter { $0.archive != nil }) { $0.archive ?? "" }
    }

    /// The bytes of a file; one that is larger than any page isn't read.
    func bytes(of file: FoundFile) throws -> [UInt8] {
        switch file.origin {
        case .file: return try PageFile.bytes(of: file)
        case .member(let archive, _): return try bytes(of: file, in: archive)
        case .input(let bytes?): return bytes
        case .input(nil):
            throw UnreadableFile(reason: "came on standard input, which can't be read again; give it again")
        }
    }

    private func bytes(of file: FoundFile, in archive: String) throws -> [UInt8] {
        if let size = file.size, size > PageReader.largestFile { throw PageError.tooLarge(bytes: size) }
        if held[file.location] == nil {
            let members = members[archive] ?? []
            let next = members.firstIndex { $0.location == file.location } ?? members.endIndex
            if heldBytes > Self.batch { held = [:] }
            let pass = ArchivePass(members[next...], batch: Self.batch)
            held.merge(try pass.run(over: archive, like: file, by: helper)) { $1 }
        }
        guard let bytes = held.removeValue(forKey: file.location) else { return [] }
        return try bytes.get()
    }
}
