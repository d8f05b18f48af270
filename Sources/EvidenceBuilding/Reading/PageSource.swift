internal import Evidence
internal import EvidenceReading

/// Reads the bytes of a run's files.
///
/// An archive is read from its start, while its members come in byte order: as many as `batch` holds are taken in
/// one pass, so that memory has a limit and nothing goes to disk.
final class PageSource {
    /// The members of each archive in the order of the run.
    private let members: [String: [FoundFile]]
    /// The members of the last pass that weren't asked for yet, by location.
    private var held: [String: Result<[UInt8], UnreadableFile>] = [:]

    /// The bytes of members that a pass takes; England as text has some 46 MB.
    private static let batch = 64 << 20

    /// A source of these files' bytes, which are asked for in the same order.
    init(_ files: [FoundFile]) {
        members = Dictionary(grouping: files.filter { $0.archive != nil }) { $0.archive ?? "" }
    }

    /// The bytes of a file; one that is larger than any page isn't read.
    func bytes(of file: FoundFile) throws -> [UInt8] {
        switch file.origin {
        case .file: return try PageFile.bytes(of: file)
        case .member(let archive, _): return try bytes(of: file, in: archive)
        case .input(let bytes?): return bytes
        case .input(nil):
            throw UnreadableFile(reason: "came on standard input, which can't be read again; give it anew")
        }
    }

    private func bytes(of file: FoundFile, in archive: String) throws -> [UInt8] {
        guard file.size <= PageReader.largestPage else { throw PageError.tooLarge(bytes: file.size) }
        if held[file.location] == nil { take(from: archive, beginningWith: file) }
        guard let bytes = held.removeValue(forKey: file.location) else { return [] }
        return try bytes.get()
    }

    private func take(from path: String, beginningWith file: FoundFile) {
        var wanted = wanted(from: members[path] ?? [], beginningWith: file)
        for location in wanted.values {
            held[location] = .failure(UnreadableFile(reason: "not in the archive"))
        }
        do {
            let archive = try Archive(path: path)
            while !wanted.isEmpty, let member = try archive.next() {
                guard let location = wanted.removeValue(forKey: member.name) else { continue }
                held[location] = Result { try archive.bytes() }.mapError(UnreadableFile.init(member:))
            }
        } catch {
            for location in wanted.values { held[location] = .failure(UnreadableFile(archive: error)) }
        }
    }

    /// The locations of the members that a pass takes, by name.
    private func wanted(from members: [FoundFile], beginningWith file: FoundFile) -> [String: String] {
        var wanted: [String: String] = [:]
        var room = Self.batch
        for member in members.drop(while: { $0.location != file.location })
        where member.size <= PageReader.largestPage {
            room -= member.size
            guard room >= 0 || wanted.isEmpty else { break }
            wanted[member.member ?? ""] = member.location
        }
        return wanted
    }
}

extension UnreadableFile {
    init(archive error: any Error) {
        reason = "the archive can't be read to its end: \(error)"
    }

    fileprivate init(member error: any Error) {
        let isTooLarge = (error as? PageLibraryError)?.isTooLarge == true
        reason = isTooLarge ? "over 8 MiB; save each page by itself" : "damaged in its archive: \(error)"
    }
}
