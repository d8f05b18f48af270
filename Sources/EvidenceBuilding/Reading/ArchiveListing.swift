internal import EvidenceSearch

/// The members of an archive, without folders and hidden ones.
struct ArchiveListing {
    /// The members in byte order; of several that share a name the first in the archive comes first.
    private(set) var members: [Archive.Member] = []
    /// The reason why the archive can't be read to its end; `nil` if it can.
    private(set) var fault: String?

    /// The bytes of the longest name of a member that is read.
    static let longestName = 1_024

    private static let cut = "it was cut short; copy it again"

    /// Has the archive's headers read, which takes as long as unpacking a tar; a zip has a list.
    init(_ file: FoundFile, by helper: PageHelper) throws(IndexError) {
        var isCut = false
        do {
            try helper.archive(at: file.location, followsLinks: file.followsLinks) { archive in
                isCut = ZipEnd.isMissing(in: archive.descriptor)
                while let member = try archive.next() {
                    if !member.isFolder { members.append(member) }
                }
            }
            if isCut { fault = Self.cut }
        } catch let error as IndexError {
            throw error
        } catch let error as ReadingFault where error.isTooLarge {
            fault = "it unpacks to over 4 GiB or 100,000 members; give its pages as a folder"
        } catch let error as UnreadableFile {
            fault = error.reason
        } catch {
            fault = isCut ? Self.cut : "\(error)"
        }
        sort()
    }

    private mutating func sort() {
        let names = Set(members.map(\.name))
        members = members.filter { Self.isTooLong($0) || Self.isShown($0.name, among: names) }
            .enumerated().sorted { Self.precedes($0, $1) }.map(\.element)
    }

    private static func precedes(_ one: (Int, Archive.Member), _ other: (Int, Archive.Member)) -> Bool {
        let (name, otherName) = (one.1.name, other.1.name)
        return name == otherName ? one.0 < other.0 : name.utf8.lexicographicallyPrecedes(otherName.utf8)
    }

    /// Returns true if a member's name is longer than any that is read.
    static func isTooLong(_ member: Archive.Member) -> Bool { member.name.utf8.count > longestName }

    private static func isShown(_ name: String, among names: Set<String>) -> Bool {
        !isHidden(name) && !isPart(name, among: names)
    }

    /// Returns true if a member, or a folder that it is in, is hidden, or is what macOS adds to every zip.
    private static func isHidden(_ name: String) -> Bool {
        name.split(separator: "/").contains {
            $0 == "__MACOSX" || $0.hasPrefix(".") && $0 != "." && $0 != ".."
        }
    }

    private static func isPart(_ name: String, among names: Set<String>) -> Bool {
        name.indices.contains { name[$0] == "/" && PageParts.isFolder(name[..<$0], beside: names) }
    }
}

/// The parts of a page that a browser saves beside it: pictures and scripts in `Page_files` beside `Page.html`.
enum PageParts {
    /// Returns true if a folder holds the parts of a page that is among these names.
    static func isFolder(_ folder: some StringProtocol, beside names: Set<String>) -> Bool {
        guard folder.hasSuffix("_files") else { return false }
        let page = folder.dropLast("_files".count)
        return names.contains(page + ".html") || names.contains(page + ".htm")
    }
}
