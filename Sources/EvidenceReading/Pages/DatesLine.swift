internal import Evidence

/// The line under a title: `Published: 17 May 2024 Page last updated: 17 May 2024`, or one half of it.
struct DatesLine: Equatable {
    var published: PublicationDate?
    var updated: PublicationDate?

    /// Reads the line from its slug, `published-17-may-2024-page-last-updated-17-may-2024`.
    ///
    /// `hasLabel` says that it opens with a label and a colon; then it is no evidence even where its date
    /// has lost a digit.
    init?(slug: String, hasLabel: Bool) {
        var words = slug.split(separator: "-")[...]
        guard let first = words.first, Self.labels.contains(first) else { return nil }
        while let isUpdate = Self.takeLabel(from: &words) {
            let date = Self.takeDate(from: &words)
            if isUpdate { updated = updated ?? date } else { published = published ?? date }
        }
        guard words.isEmpty && (published ?? updated) != nil || hasLabel else { return nil }
    }

    /// Returns true if this is what stands before the colon.
    static func isLabel(slug: String) -> Bool {
        ["published", "page-last-updated", "last-updated"].contains(slug)
    }

    private static let labels: [Substring] = ["published", "page", "last", "updated"]

    /// Takes `Published` or `Page last updated` off the front; returns true for the latter.
    private static func takeLabel(from words: inout ArraySlice<Substring>) -> Bool? {
        let label = words.prefix { labels.contains($0) && $0 != "published" }
        guard label.isEmpty else {
            words = words.dropFirst(label.count)
            return true
        }
        guard words.first == "published" else { return nil }
        words = words.dropFirst()
        return false
    }

    private static func takeDate(from words: inout ArraySlice<Substring>) -> PublicationDate? {
        for length in [3, 2] {
            let wording = words.prefix(length).joined(separator: " ")
            guard let date = PublicationDate(wording: wording) else { continue }
            words = words.dropFirst(length)
            return date
        }
        // A date that can't be read ends at the next label.
        words = words.drop { !labels.contains($0) }
        return nil
    }
}
