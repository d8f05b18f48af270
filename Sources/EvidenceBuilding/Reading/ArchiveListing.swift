/// What an archive holds: its members in byte order, hidden ones and folders left out.
struct ArchiveListing {
    /// The members in order; of several that share a name the first in the archive comes first.
    private(set) var members: [Archive.Member] = []
    /// Why the archive can't be read to its end; `nil` where it can.
    private(set) var fault: String?

    /// Reads the archive's headers.
    ///
    /// The time of unpacking it, for a tar; a zip has a list.
    init(path: String) {
        do {
            let archive = try Archive(path: path)
            while let member = try archive.next() {
                if !member.isFolder { members.append(member) }
            }
        } catch let error as PageLibraryError where error.isTooLarge {
            fault = "it unpacks to over 4 GiB or 100,000 members; give its pages as a folder"
        } catch {
            fault = "\(error)"
        }
        sort()
    }

    private mutating func sort() {
        let names = Set(members.map(\.name))
        members = members.filter { !Self.isHidden($0.name) && !Self.isPart($0.name, among: names) }
            .enumerated().sorted { Self.precedes($0, $1) }.map(\.element)
    }

    private static func precedes(_ one: (Int, Archive.Member), _ other: (Int, Archive.Member)) -> Bool {
        let (name, otherName) = (one.1.name, other.1.name)
        return name == otherName ? one.0 < other.0 : name.utf8.lexicographicallyPrecedes(otherName.utf8)
    }

    /// Whether a member, or a folder that it is in, is hidden, or is what macOS adds to every zip.
    private static func isHidden(_ name: String) -> Bool {
        name.split(separator: "/").contains {
            $0 == "__MACOSX" || $0.hasPrefix(".") && $0 != "." && $0 != ".."
        }
    }

    private static func isPart(_ name: String, among names: Set<String>) -> Bool {
        name.indices.contains { name[$0] == "/" && PageParts.isFolder(name[..<$0], beside: names) }
    }
}

/// What a browser saves beside a page: its pictures and scripts in `Page_files` beside `Page.html`.
enum PageParts {
    /// Whether a folder holds the parts of a page that is among these names.
    static func isFolder(_ folder: some StringProtocol, beside names: Set<String>) -> Bool {
        guard folder.hasSuffix("_files") else { return false }
        let page = folder.dropLast("_files".count)
        return names.contains(page + ".html") || names.contains(page + ".htm")
    }
}
