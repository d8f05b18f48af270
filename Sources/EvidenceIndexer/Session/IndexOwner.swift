internal import EvidenceSearch
internal import Glibc

/// Makes root become the owner of the index, so that no file of root's is left that its owner can't change.
enum IndexOwner {
    /// Becomes the owner of the index at `path`, or of the nearest folder above it if there is no index yet.
    ///
    /// Only root can, and only to somebody else: otherwise nothing happens.
    static func become(ofIndexAt path: String) throws(IndexError) {
        guard geteuid() == 0, let owner = owner(of: path), owner.user != 0 else { return }
        var name = "user \(owner.user)"
        var group = owner.group == 0 ? nobody : owner.group
        if let entry = getpwuid(owner.user) {
            name = String(cString: entry.pointee.pw_name)
            group = entry.pointee.pw_gid
        }
        let hasGroups = getpwuid(owner.user) == nil ? setgroups(0, nil) : initgroups(name, group)
        guard hasGroups == 0, setgid(group) == 0, setuid(owner.user) == 0 else {
            throw .file(
                path: path,
                reason: "it is \(name)'s, whom we can't become: \(String(cString: strerror(errno)))")
        }
        // As the indexer's unit has it: the daemon reads by its group, others not at all.
        umask(0o027)
        complain("working as \(name), who owns the index")
    }

    /// The group of a user without an entry in passwd, if the folder's group is root's: nogroup.
    private static let nobody: gid_t = 65_534

    /// The user and the group that own what is at a path, or the nearest folder above it.
    static func owner(of path: String) -> (user: uid_t, group: gid_t)? {
        var status = stat()
        var path = Substring(path)
        while !path.isEmpty {
            if stat(String(path), &status) == 0 { return (status.st_uid, status.st_gid) }
            guard let slash = path.lastIndex(of: "/") else { break }
            path = path[..<slash]
        }
        // A path in the working folder, or in the root folder, which is nobody's but root's.
        return stat(".", &status) == 0 && !path.isEmpty ? (status.st_uid, status.st_gid) : nil
    }
}
