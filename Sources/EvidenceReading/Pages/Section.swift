internal import Evidence

/// A part of a page that evidence stands in.
struct Section: Equatable {
    let slug: String
    let name: String

    /// The findings of a quality statement, whatever headings are among them.
    static let findings = Section(slug: "key-findings", name: "Key findings for this quality statement")

    /// A summary before its first heading.
    static let summary = Section(slug: StatementCatalogue.summary, name: "Overall summary")

    init(slug: String, name: String) {
        self.slug = slug
        self.name = name
    }

    /// The section under a heading: curly and straight apostrophes make one section, with one name, and so does
    /// the slip `Peoples’ experiences`.
    init(heading: String) {
        let straight = String(heading.map { "’‘".contains($0) ? "'" : $0 })
        let printed = String(straight.trimmingSuffix { $0 == ":" || $0.isWhitespace })
        let slug = Evidence.slug(printed)
        name = slug == "summary-of-peoples-experiences" ? "Summary of people's experiences" : printed
        self.slug = Evidence.slug(name)
    }
}
