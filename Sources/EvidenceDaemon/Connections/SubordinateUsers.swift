internal import EvidenceSearch
internal import Glibc

/// Whose a user id is that the kernel reports: each person may have thousands besides their own, for containers of theirs.
///
/// `subuid(5)` lists them: `NAME:FIRST:COUNT`, a line for each run of them. `/proc` would say more, but the daemon's unit
/// hides other users' processes.
struct SubordinateUsers {
    /// The list.
    let path: String

    /// The machine's own list.
    static let ofThisMachine = SubordinateUsers(path: "/etc/subuid")

    /// A lower id is nobody's but its own.
    private static let first: uid_t = 65_536

    /// The user to whom an id is subordinate; the id itself if it is nobody's.
    func owner(of user: uid_t) -> uid_t {
        guard user >= Self.first, let bytes = try? Files.bytes(of: path) else { return user }
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: ":")).map { String(decoding: $0, as: UTF8.self) }
            guard fields.count == 3, let first = uid_t(fields[1]), let count = uid_t(fields[2]),
                user >= first, user - first < count
            else { continue }
            return uid_t(fields[0]) ?? Self.id(of: fields[0]) ?? user
        }
        return user
    }

    private static func id(of name: String) -> uid_t? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var room = [CChar](repeating: 0, count: 16_384)
        guard getpwnam_r(name, &entry, &room, room.count, &found) == 0, found != nil else { return nil }
        return entry.pw_uid
    }
}
