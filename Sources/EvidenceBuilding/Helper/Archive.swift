internal import CReadPage
internal import EvidenceReading
internal import EvidenceSearch
internal import Glibc

/// An archive that is read from its first member to its last; nothing is unpacked to disk.
///
/// The helper asks for the bytes of the file as it needs them. It keeps to the limits by itself, and those that keep
/// this process from harm are checked here too.
final class Archive {
    /// A member as its archive describes it.
    struct Member {
        /// The name as the archive spells it.
        let name: String
        /// Its bytes as unpacked; `nil` if the archive doesn't say.
        let size: Int?
        let isFolder: Bool
        /// Neither a file nor a folder: a link, a device.
        let isSpecial: Bool
        let isEncrypted: Bool
    }

    /// The file, which stays open.
    let descriptor: Int32
    private let process: HelperProcess
    private let limit: Duration
    private let end = ContinuousClock.now + longestTime
    private var members: UInt64 = 0
    private var names: UInt64 = 0

    /// The most that an archive may unpack to; England as saved web pages has some 300 MB in 1,530 members.
    private static let largest: Int64 = 4 << 30
    private static let most: UInt64 = 100_000
    private static let longestNames: UInt64 = 16 << 20
    /// The time that a pass over an archive may take.
    private static let longestTime = Duration.seconds(600)
    /// The bytes of the file that are handed over at a time.
    private static let largestPiece: UInt64 = 1 << 20

    /// Opens the archive of `descriptor`, which has to stay open; each step may take as long as `limit`.
    init(_ descriptor: Int32, in process: HelperProcess, limit: Duration) throws {
        (self.descriptor, self.process, self.limit) = (descriptor, process, limit)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw IndexError.system("an archive") }
        let archive = rp_archive(
            size: Int64(status.st_size), largest: Self.largest, most: Self.most, longest: Self.longestNames)
        let answer = try answer(to: RP_ARCHIVE, Frame.bytes(of: archive))
        guard answer.kind == RP_OPENED else { throw answer.fault }
    }

    /// Goes to the next member; `nil` after the last.
    func next() throws -> Member? {
        let answer = try answer(to: RP_NEXT)
        guard answer.kind != RP_END else { return nil }
        guard answer.kind == RP_MEMBER, let member = answer.value(rp_member.self) else { throw answer.fault }
        let name = answer.bytes.dropFirst(MemoryLayout<rp_member>.size)
        members += 1
        names += UInt64(name.count)
        guard members <= Self.most, names <= Self.longestNames else {
            throw ReadingFault(isTooLarge: true, message: "too large")
        }
        return Member(
            name: name.withUnsafeBytes(FileName.shown), size: member.size < 0 ? nil : Int(member.size),
            isFolder: member.is_folder != 0, isSpecial: member.is_special != 0,
            isEncrypted: member.is_encrypted != 0)
    }

    /// The bytes of the member that `next` went to; one that is larger than any page isn't read.
    func bytes() throws -> [UInt8] {
        let largest = UInt64(PageReader.largestFile)
        let answer = try answer(to: RP_UNPACK, Frame.bytes(of: largest))
        guard answer.kind == RP_BYTES, answer.bytes.count <= PageReader.largestFile else {
            throw answer.fault
        }
        return answer.bytes
    }

    /// The answer to a request, once the helper has got what it wanted of the file.
    private func answer(to request: rp_kind, _ bytes: [UInt8] = []) throws -> Frame {
        try process.send(request, bytes, until: Deadline(limit))
        while true {
            guard .now < end else { throw PageError.tooSlow(seconds: Int(Self.longestTime / .seconds(1))) }
            let frame = try process.receive(until: Deadline(limit))
            guard frame.kind == RP_READ else { return frame }
            guard let range = frame.value(rp_range.self) else { throw frame.fault }
            let piece = piece(range)
            try process.send(piece.kind, piece.bytes, until: Deadline(limit))
        }
    }

    /// Bytes of the file, or the reason why they can't be read.
    private func piece(_ range: rp_range) -> Frame {
        let count = Int(min(range.count, Self.largestPiece))
        var reason: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = 0
            while filled < count {
                let got = pread(
                    descriptor, buffer.baseAddress?.advanced(by: filled), count - filled,
                    off_t(range.position) &+ off_t(filled))
                if got < 0, errno == EINTR { continue }
                if got < 0 { reason = errno }
                if got <= 0 { break }
                filled += got
            }
        }
        return reason == 0
            ? Frame(kind: RP_BYTES, bytes: bytes)
            : Frame(kind: RP_NOT_READ, bytes: Frame.bytes(of: reason))
    }
}
