internal import EvidenceReading
internal import EvidenceSearch

/// One pass over an archive, which keeps the first of the members wanted whose bytes fit into a batch.
///
/// The archive need not say how large its members are: when they take more room than there is, the last of them in
/// the order wanted are let go, and a later pass reads them.
struct ArchivePass {
    private let members: ArraySlice<FoundFile>
    private let batch: Int
    /// The index of each member wanted by its name.
    private var wanted: [String: Int] = [:]
    /// Members from this index on are left to a later pass.
    private var end: Int
    private var kept: [Int: Result<[UInt8], UnreadableFile>] = [:]
    private var bytes = 0

    /// A pass for the members in this order, of which the first is kept whatever its size.
    init(_ members: ArraySlice<FoundFile>, batch: Int) {
        self.members = members
        self.batch = batch
        end = members.endIndex
        var declared = 0
        for (index, file) in zip(members.indices, members) where (file.size ?? 0) <= PageReader.largestFile {
            declared += file.size ?? 0
            guard declared <= batch || wanted.isEmpty else { break }
            wanted[file.member ?? ""] = index
        }
    }

    /// The members by location, each with its bytes or the reason why it can't be read.
    consuming func run(
        over path: String, like file: FoundFile, by helper: PageHelper
    ) throws(IndexError) -> [String: Result<[UInt8], UnreadableFile>] {
        var fault = UnreadableFile(reason: "not in the archive")
        do {
            try helper.archive(at: path, followsLinks: file.followsLinks) { try read($0) }
        } catch let error as IndexError {
            throw error
        } catch let error as UnreadableFile {
            fault = error
        } catch {
            fault = UnreadableFile(archive: error)
        }
        for index in wanted.values where index < end { kept[index] = .failure(fault) }
        return Dictionary(kept.map { (members[$0].location, $1) }, uniquingKeysWith: { first, _ in first })
    }

    private mutating func read(_ archive: Archive) throws {
        while !wanted.isEmpty, let member = try archive.next() {
            guard let index = wanted.removeValue(forKey: member.name), index < end else { continue }
            do {
                kept[index] = .success(try archive.bytes())
            } catch let error as ReadingFault {
                kept[index] = .failure(UnreadableFile(member: error))
            } catch {
                wanted[member.name] = index
                throw error
            }
            bytes += count(index)
            if bytes > batch { letGo() }
        }
    }

    /// Frees a quarter of the batch at least, so that it is seldom called.
    private mutating func letGo() {
        for index in kept.keys.sorted().dropFirst().reversed() where bytes > batch / 4 * 3 {
            bytes -= count(index)
            kept[index] = nil
            end = index
        }
    }

    private func count(_ index: Int) -> Int { (try? kept[index]?.get().count) ?? 0 }
}

extension UnreadableFile {
    init(archive error: any Error) {
        reason = "the archive can't be read to its end: \(error)"
    }

    fileprivate init(member error: ReadingFault) {
        reason =
            error.isTooLarge ? "over 64 MiB; save each page by itself" : "damaged in its archive: \(error)"
    }
}
