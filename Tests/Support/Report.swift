/// Makes short invented pages in the form of the CQC's.
public enum Report {
    /// A statement page; each paragraph one line.
    public static func page(
        council: String = "Harrowmere Borough Council", statement: String = "Safeguarding", score: Int = 3,
        _ paragraphs: String...
    ) -> String {
        page(council: council, statement: statement, score: score, paragraphs: paragraphs)
    }

    /// A statement page with the line of dates where one is given.
    public static func page(
        council: String = "Harrowmere Borough Council", statement: String = "Safeguarding", score: Int = 3,
        published: String? = nil, paragraphs: [String]
    ) -> String {
        let wordings = [
            "significant shortfalls", "some shortfalls", "a good standard", "an exceptional standard",
        ]
        return """
            \(council): local authority assessment
            \(published.map { "Published: \($0)\n" } ?? "")\(statement)
            Score: \(score)
            \(score) - Evidence shows \(wordings[score - 1])
            The local authority commitment
            We keep people safe.
            Key findings for this quality statement
            \(paragraphs.joined(separator: "\n"))

            """
    }
}
