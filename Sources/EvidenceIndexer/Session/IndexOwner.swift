internal import EvidenceSearch
internal import Glibc

/// Makes root the user whose index it is, so that no file of root's is left where its owner can't change it.
enum IndexOwner {
    /// Becomes the owner of the index at `path`, or of the nearest folder above it where there is none yet.
    ///
    /// Only root can, and only to somebody else: otherwise nothing happens.
    static func become(ofIndexAt path: String) throws(IndexError) {
        guard geteuid() == 0, let owner = owner(of: path), owner != 0 else { return }
        var name = "user \(owner)"
        var group: gid_t?
        if let entry = getpwuid(owner) {
            name = String(cString: entry.pointee.pw_name)
            group = entry.pointee.pw_gid
        }
        guard setgroups(of: name, group), group.map({ setgid($0) == 0 }) ?? true, setuid(owner) == 0 else {
            throw .file(
                path: path,
                reason: "it is \(name)'s, whom we can't become: \(String(cString: strerror(errno)))")
        }
        // As the indexer's unit has it: the daemon reads by its group, others not at all.
        umask(0o027)
        complain("working as \(name), who owns the index")
    }

    private static func setgroups(of name: String, _ group: gid_t?) -> Bool {
        guard let group else { return Glibc.setgroups(0, nil) == 0 }
        return initgroups(name, group) == 0
    }

    private static func owner(of path: String) -> uid_t? {
        var status = stat()
        var path = Substring(path)
        while !path.isEmpty {
            if stat(String(path), &status) == 0 { return status.st_uid }
            guard let slash = path.lastIndex(of: "/") else { break }
            path = path[..<slash]
        }
        // A path in the working folder, or in the root folder, which is nobody's but root's.
        return stat(".", &status) == 0 && !path.isEmpty ? status.st_uid : nil
    }
}
