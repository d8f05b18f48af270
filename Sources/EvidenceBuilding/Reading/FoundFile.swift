internal import EvidenceSearch

/// A file that a run was given: by itself, in a folder, in an archive, or on standard input.
struct FoundFile: Equatable {
    /// The source of its bytes.
    enum Origin: Equatable {
        case file
        case member(of: String, named: String)
        /// Standard input; `nil` in a later run, which can't read it again.
        case input([UInt8]?)

        var isInput: Bool { if case .input = self { true } else { false } }
    }

    /// The absolute path on this machine; for a member the archive's path and the member's name, for standard input
    /// `stdin:NAME`.
    let location: String
    /// The path below the folder given, behind that folder's own name; for a member behind the archive's.
    let path: String
    /// Its size in bytes; of a member as unpacked, `nil` if the archive doesn't say.
    let size: Int?
    var origin = Origin.file
    /// Links are followed in folders that a run is given, not in an inbox, nor where a page is read again.
    var followsLinks = true

    /// The archive that it is a member of.
    var archive: String? {
        if case .member(let archive, _) = origin { archive } else { nil }
    }

    /// Its name in that archive.
    var member: String? {
        if case .member(_, let name) = origin { name } else { nil }
    }
}

extension FoundFile {
    /// A member of the archive at `location`, which answers show as `path`.
    ///
    /// Its name is shown as given, because it never becomes a path on this machine; only what would upset a terminal
    /// is replaced.
    init(_ member: Archive.Member, of archive: FoundFile) {
        var name = Substring(member.name)
        while name.hasPrefix("./") { name = name.dropFirst(2) }
        let shown = String(
            String.UnicodeScalarView(
                name.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
        self.init(
            location: "\(archive.location)/\(member.name)",
            path: "\(archive.path)/\(shown.shortened(toBytes: ArchiveListing.longestName))",
            size: member.size, origin: .member(of: archive.location, named: member.name),
            followsLinks: archive.followsLinks)
    }

    /// The bytes of standard input, under the name that they were given.
    init(input bytes: [UInt8], name: String) {
        self.init(location: Self.inputPrefix + name, path: name, size: bytes.count, origin: .input(bytes))
    }

    /// The file that a page was read from in an earlier run, as the manifest records it.
    init(location: String, path: String, member: String?) {
        var origin = Origin.file
        if let member {
            origin = .member(
                of: String(Substring(location.utf8.dropLast(member.utf8.count + 1))), named: member)
        } else if location.hasPrefix(Self.inputPrefix) {
            origin = .input(nil)
        }
        self.init(location: location, path: path, size: 0, origin: origin, followsLinks: false)
    }

    /// The same file, which answers show as `path`.
    func shown(as path: String) -> FoundFile {
        FoundFile(location: location, path: path, size: size, origin: origin, followsLinks: followsLinks)
    }

    /// No location of a file begins so: those begin with a slash.
    private static let inputPrefix = "stdin:"
}
