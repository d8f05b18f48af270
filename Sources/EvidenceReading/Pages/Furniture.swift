internal import Evidence

/// The parts of the website that a saved page holds.
enum Furniture {
    /// Returns true if the line is a link or a label of the website; none of them ends in a full stop.
    static func isFurniture(_ text: String, slug: String) -> Bool {
        guard !text.hasSuffix("."), slug.utf8.count <= 80 else { return false }
        return lines.contains(slug) || lists.contains(slug) || openings.contains { text.hasPrefix($0) }
            || isPageNumber(slug)
    }

    /// Returns true if the line is the heading of a list of other pages.
    static func isOfList(_ text: String) -> Bool { lists.contains(slug(text)) }

    private static let lists: Set<String> = [
        "contents", "in-this-report", "in-this-section", "more-in-this-section", "on-this-page",
        "other-assessments",
        "other-pages", "other-reports", "related", "related-content", "related-documents",
        "related-information",
        "related-links", "related-pages", "related-reports", "see-also", "share", "share-this-page",
    ]

    /// `Page 3 of 10`.
    private static func isPageNumber(_ slug: String) -> Bool {
        let words = slug.split(separator: "-")
        return words.count == 4 && words[0] == "page" && words[2] == "of"
    }

    private static let lines: Set<String> = [
        "", "back", "back-to-top", "care-quality-commission", "contents", "cookies", "cqc", "download",
        "downloads", "home", "in-this-section", "is-this-page-helpful", "is-this-page-useful",
        "local-authority-assessment",
        "local-authority-assessment-reports", "local-authority-assessments", "menu", "next", "next-page",
        "no",
        "on-this-page", "previous", "previous-page", "print", "print-this-page", "related-information",
        "search", "share", "share-this-page", "skip-to-content", "skip-to-main-content", "top", "top-of-page",
        "was-this-page-helpful", "was-this-page-useful", "yes",
    ]

    /// Links whose words go on: `Next: Safeguarding`, `Download the report (PDF, 1MB)`.
    private static let openings = [
        "Next:", "Next page:", "Previous:", "Previous page:", "Download ", "Back to ", "© ", "http://",
        "https://", "www.",
    ]
}
