internal import EvidenceSearch
internal import Glibc

/// Gives what root has put into an inbox to the indexer, which could neither read nor move it otherwise.
///
/// A file with a second name is left alone, because the file behind that name would change its owner too. A folder is
/// root's alone while its files are looked at and given away: until then nobody else can exchange what a name stands
/// for, or take that second name away.
struct InboxGift {
    private let user: uid_t
    private let group: gid_t

    /// Gives all that lies in the folder to the owner of the index.
    static func give(inbox path: String, toOwnerOf index: String) throws(IndexError) {
        guard geteuid() == 0 else { throw .file(path: path, reason: "only root can give it away") }
        guard let owner = IndexOwner.owner(of: index) else { throw .system(index) }
        let inbox = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard inbox >= 0 else { throw .system(path) }
        defer { close(inbox) }
        guard InboxGift(user: owner.user, group: owner.group).give(contentOf: inbox, keepsOwner: true) else {
            throw .system(path)
        }
    }

    /// Gives the files of a folder and the folders below it away, then the folder; what can't be given stays root's.
    private func give(contentOf folder: Int32, keepsOwner: Bool = false) -> Bool {
        var before = stat()
        guard fstat(folder, &before) == 0, fchown(folder, 0, 0) == 0, fchmod(folder, 0o700) == 0 else {
            return false
        }
        for name in names(in: folder) { give(name, in: folder, on: before.st_dev) }
        // A run that was killed here has left the inbox to root.
        let isKept = keepsOwner && before.st_uid != 0
        return fchown(folder, isKept ? before.st_uid : user, isKept ? before.st_gid : group) == 0
            && fchmod(folder, before.st_mode & 0o7777 | 0o700) == 0
    }

    private func give(_ name: [CChar], in folder: Int32, on device: dev_t) {
        var status = stat()
        guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return }
        switch status.st_mode & S_IFMT {
        case S_IFREG where status.st_nlink == 1:
            _ = fchownat(folder, name, user, group, AT_SYMLINK_NOFOLLOW)
        // Overlay file systems give files a device of their own, so that only folders tell where another one begins.
        case S_IFDIR where status.st_dev == device:
            let below = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard below >= 0 else { return }
            _ = give(contentOf: below)
            close(below)
        default: return
        }
    }

    private func names(in folder: Int32) -> [[CChar]] {
        let copy = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0, let stream = fdopendir(copy) else { return [] }
        defer { closedir(stream) }
        var names: [[CChar]] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                $0.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
            }
            if ![Self.own, Self.above].contains(name) { names.append(name) }
        }
        return names
    }

    private static let own: [CChar] = [46, 0]
    private static let above: [CChar] = [46, 46, 0]
}
