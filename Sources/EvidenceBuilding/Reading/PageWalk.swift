internal import EvidenceSearch
internal import Glibc

/// Finds the files below the paths given to a run: each path in the order given, the files of a folder and the
/// members of an archive in byte order, hidden ones left out.
struct PageWalk {
    /// The files in order, each once.
    private(set) var files: [FoundFile] = []
    /// The absolute paths of the folders and archives given.
    private(set) var folders = Locations()
    /// The files that can't be read or aren't understood, with the reason.
    private(set) var unreadable: [SkippedPage] = []
    /// The paths of files and folders that can't be read: a page that was read there before doesn't count as gone.
    private(set) var closed = Locations()
    private let followsLinks: Bool
    private let helper: PageHelper
    private var seen: Set<String> = []

    /// The path that stands for standard input.
    static let input = "-"

    /// Walks over the paths.
    ///
    /// A path that isn't there is an error before any is walked. `inputName` is the name of what comes on standard
    /// input. Without `followsLinks` a link is left out, and so is a path that isn't there. `helper` lists archives.
    init(
        paths: [String], inputName: String? = nil, followsLinks: Bool = true, helper: PageHelper
    ) throws(IndexError) {
        (self.followsLinks, self.helper) = (followsLinks, helper)
        var roots: [String] = []
        for path in paths {
            let isInput = path == Self.input && inputName != nil
            guard let root = isInput || !followsLinks ? path : realPath(path) else {
                throw .unknownPath(path: path)
            }
            roots.append(root)
        }
        for root in roots {
            if root == Self.input {
                readInput(name: inputName ?? "")
            } else {
                try visitRoot(root)
            }
        }
    }

    private mutating func visitRoot(_ root: String) throws(IndexError) {
        if isFolder(root) || PageKind(root) == .archive { folders.insert(root) }
        try visit(root, path: root.split(separator: "/").last.map(String.init) ?? "root")
    }

    private mutating func readInput(name: String) {
        guard seen.insert(Self.input).inserted else { return }
        switch PageKind(name) {
        case .archive:
            return skip(name, at: nil, reason: "an archive on standard input can't be read; give its path")
        case .other(let what): return skip(name, at: nil, reason: PageKind.notUnderstood(what))
        case .text, .html: break
        }
        do {
            files.append(FoundFile(input: try PageFile.standardInput(), name: name))
        } catch {
            skip(name, at: nil, reason: error.reason)
        }
    }

    private mutating func visit(_ location: String, path: String) throws(IndexError) {
        // By its real path each file and folder is met once, so that links can't lead in a circle.
        guard let real = followsLinks ? realPath(location) : location else {
            guard errno == ENOENT else { return close(location, path, reason: systemReason()) }
            return skip(path, at: location, reason: "a link to nothing")
        }
        guard seen.insert(real).inserted else { return }
        var status = stat()
        guard lstat(FileName.path(real), &status) == 0 else {
            return close(location, path, reason: systemReason())
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: try visitFolder(location, path: path)
        case S_IFREG:
            try visitFile(
                FoundFile(
                    location: location, path: path, size: Int(status.st_size), followsLinks: followsLinks))
        case S_IFLNK: skip(path, at: location, reason: "a link; give the file itself")
        default: skip(path, at: location, reason: "neither a file nor a folder")
        }
    }

    private mutating func visitFolder(_ location: String, path: String) throws(IndexError) {
        let names: [String]
        do {
            names = try Files.rawNames(at: FileName.path(location), shown: location).map {
                FileName.shown($0)
            }
        } catch {
            return close(location, path, reason: "the folder can't be read: \(error.reason)")
        }
        guard !IndexFolder.isIndex(holding: names) else { return }
        let all = Set(names)
        for name in names where !name.hasPrefix(".") && !PageParts.isFolder(name, beside: all) {
            try visit("\(location)/\(name)", path: "\(path)/\(name)")
        }
    }

    private mutating func visitFile(_ file: FoundFile) throws(IndexError) {
        switch PageKind(file.path) {
        case .text, .html: files.append(file)
        case .archive: try visitArchive(file)
        case .other(let what): skip(file, reason: PageKind.notUnderstood(what))
        }
    }

    private mutating func visitArchive(_ archive: FoundFile) throws(IndexError) {
        let listing = try ArchiveListing(archive, by: helper)
        var last: String?
        for member in listing.members {
            visitMember(member, of: archive, isSecond: member.name == last)
            last = member.name
        }
        guard let fault = listing.fault else { return }
        let extent = listing.members.isEmpty ? "can't be read" : "can't be read to its end"
        close(archive.location, archive.path, reason: "the archive \(extent): \(fault)")
    }

    private mutating func visitMember(_ member: Archive.Member, of archive: FoundFile, isSecond: Bool) {
        let file = FoundFile(member, of: archive)
        if ArchiveListing.isTooLong(member) {
            return skip(file, reason: "its name has over \(ArchiveListing.longestName) bytes; shorten it")
        }
        if isSecond {
            return skip(file, reason: "the archive holds another of this name, which came first")
        }
        if member.isSpecial {
            return skip(file, reason: "neither a file nor a folder: give what it links to")
        }
        switch PageKind(member.name) {
        case .archive: skip(file, reason: PageKind.notUnderstood("an archive in an archive"))
        case .other(let what): skip(file, reason: PageKind.notUnderstood(what))
        case .text, .html:
            guard member.isEncrypted else { return files.append(file) }
            closed.insert(file.location)
            skip(file, reason: "encrypted; save the archive without a password")
        }
    }

    private mutating func close(_ location: String, _ path: String, reason: String) {
        closed.insert(location)
        skip(path, at: location, reason: reason)
    }

    private mutating func skip(_ path: String, at location: String?, reason: String) {
        unreadable.append(SkippedPage(path: path, reason: reason, file: location))
    }

    private mutating func skip(_ file: FoundFile, reason: String) {
        unreadable.append(SkippedPage(file, reason: reason))
    }
}

private func systemReason() -> String { String(cString: strerror(errno)) }

/// The absolute path without links: `realpath(3)`, of a path as typed or as shown; `nil` if nothing is there.
func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) ?? realpath(FileName.path(path), nil) else { return nil }
    defer { free(real) }
    return FileName.shown(UnsafeRawBufferPointer(start: real, count: strlen(real)))
}

private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(FileName.path(path), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
