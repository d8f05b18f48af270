internal import Evidence
internal import EvidenceBuilding

/// A file of a run that wasn't indexed, or not in whole, with what its `.reason` file says.
struct Failure {
    /// The absolute path of the file.
    let file: String
    /// Returns true if the file itself failed, not only members of it.
    let isWhole: Bool
    /// The reason, or for an archive a line for each member.
    let text: String

    /// The members that the reason of an archive names; it counts the others.
    private static let most = 1_000
    /// The bytes of a member's name that are shown.
    private static let longestName = 200

    /// The failures among the pages that a run left out, one for each file.
    static func failures(of pages: [SkippedPage]) -> [Failure] {
        Dictionary(grouping: pages.filter { $0.file != nil }) { $0.file ?? "" }
            .sorted { $0.key < $1.key }.map(Failure.init)
    }

    private init(file: String, pages: [SkippedPage]) {
        self.file = file
        isWhole = pages.contains { $0.member == nil }
        var lines = pages.prefix(Self.most).map { page in
            let name = page.member.map { $0.shortened(toBytes: Self.longestName) + ": " } ?? ""
            return (name + page.reason).printable
        }
        if pages.count > Self.most { lines.append("and \(pages.count - Self.most) more") }
        text = lines.joined(separator: "\n") + "\n"
    }
}
