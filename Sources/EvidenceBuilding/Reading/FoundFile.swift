internal import EvidenceSearch

/// A file that a run was given: by itself, in a folder, in an archive, or on standard input.
struct FoundFile: Equatable {
    /// Where its bytes come from.
    enum Origin: Equatable {
        case file
        case member(of: String, named: String)
        /// Standard input; `nil` in a later run, which can't read it again.
        case input([UInt8]?)
    }

    /// Where it is on this machine; for a member the archive's place and the member's name, for standard input
    /// `stdin:NAME`.
    let location: String
    /// The path below the folder given, behind that folder's own name; for a member behind the archive's.
    let path: String
    /// Its size in bytes; of a member as unpacked.
    let size: Int
    var origin = Origin.file

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
    /// Its name is shown as given, for it never becomes a path on this machine; only what would upset a terminal
    /// is replaced.
    init(_ member: Archive.Member, of location: String, path: String) {
        var name = Substring(member.name)
        while name.hasPrefix("./") { name = name.dropFirst(2) }
        let shown = String(
            String.UnicodeScalarView(
                name.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
        self.init(
            location: "\(location)/\(member.name)", path: "\(path)/\(shown)", size: member.size,
            origin: .member(of: location, named: member.name))
    }

    /// What standard input held, under the name it was given.
    init(input bytes: [UInt8], name: String) {
        self.init(location: Self.inputPrefix + name, path: name, size: bytes.count, origin: .input(bytes))
    }

    /// The file that a page was read from in an earlier run, by what the manifest says of it.
    init(location: String, path: String, member: String?) {
        var origin = Origin.file
        if let member {
            origin = .member(
                of: String(Substring(location.utf8.dropLast(member.utf8.count + 1))), named: member)
        } else if location.hasPrefix(Self.inputPrefix) {
            origin = .input(nil)
        }
        self.init(location: location, path: path, size: 0, origin: origin)
    }

    /// The same file, which answers show as `path`.
    func shown(as path: String) -> FoundFile {
        FoundFile(location: location, path: path, size: size, origin: origin)
    }

    /// No location of a file begins so: those begin with a slash.
    private static let inputPrefix = "stdin:"
}
