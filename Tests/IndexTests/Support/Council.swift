import Support

/// The invented assessment of a council, page by page.
enum Council {
    static let statements = [
        "Assessing needs", "Supporting people to live healthier lives",
        "Equity in experience and outcomes", "Care provision, integration and continuity",
        "Partnerships and communities", "Safe systems, pathways and transitions", "Safeguarding",
        "Governance, management and sustainability", "Learning, improvement and innovation",
    ]

    /// A page for each of the nine scores, by its name below `pages`.
    static func pages(
        of council: String = "Harrowmere Borough Council", scores: [Int], published: String? = nil,
        in folder: String = "h"
    ) -> [String: String] {
        var pages: [String: String] = [:]
        for (index, score) in scores.enumerated() {
            pages["\(folder)/\(index + 1).txt"] = Report.page(
                council: council, statement: statements[index], score: score, published: published,
                paragraphs: ["People told us the kettle number \(index + 1) was warm."])
        }
        return pages
    }

    /// A summary that states these lines.
    static func summary(
        of council: String = "Harrowmere Borough Council", _ lines: String = "", published: String? = nil
    ) -> String {
        """
        \(council): local authority assessment
        \(published.map { "Published: \($0)\n" } ?? "")Overall summary
        Local authority rating and score
        \(lines)
        Summary of people's experiences
        People told us the summary was short.
        """
    }
}
