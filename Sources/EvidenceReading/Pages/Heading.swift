/// The headings that the CQC's pages are known to have.
enum Heading: Equatable {
    /// `What people expect`, over the I-statements.
    case expectations
    /// `The local authority commitment`, over one paragraph.
    case commitment
    /// `Key findings for this quality statement`, over the evidence.
    case findings
    /// `Local authority rating and score` and `Quality statement scores`, over lists.
    case ratings(isIndicative: Bool)
    /// `Summary of people's experiences` and its like, over the evidence of a summary.
    case summary

    /// The heading whose text has this slug; curly or straight apostrophes and a closing colon all the same.
    init?(slug: String) {
        if let known = Self.known[slug] {
            self = known
        } else if slug == "key-findings" || slug.hasPrefix("key-findings-for-th") {
            self = .findings
        } else if slug.hasPrefix("summary-of-"), slug.utf8.count <= Self.longestSummary {
            self = .summary
        } else {
            return nil
        }
    }

    /// True if only the page of a quality statement has it.
    var isOfStatement: Bool { [.expectations, .commitment, .findings].contains(self) }

    /// Returns true if this slug begins one of the headings above the findings, cut off where an excerpt ends.
    static func isCut(slug: String) -> Bool {
        known.keys.contains { $0.hasPrefix(slug) } || isCutSummary(slug: slug)
            || "key-findings-for-this-quality-statement".hasPrefix(slug)
    }

    /// Returns true if this slug begins one of a summary's headings, which also stand among its findings.
    static func isCutSummary(slug: String) -> Bool { "summary-of-".hasPrefix(slug) }

    private static let known: [String: Heading] = [
        "what-people-expect": .expectations,
        "the-local-authority-commitment": .commitment,
        "the-local-authority-s-commitment": .commitment,
        "local-authority-commitment": .commitment,
        "local-authority-rating": .ratings(isIndicative: false),
        "local-authority-rating-and-score": .ratings(isIndicative: false),
        "local-authority-indicative-rating": .ratings(isIndicative: true),
        "local-authority-indicative-rating-and-score": .ratings(isIndicative: true),
        "quality-statement-scores": .ratings(isIndicative: false),
        "quality-statement-indicative-scores": .ratings(isIndicative: true),
        "indicative-quality-statement-scores": .ratings(isIndicative: true),
    ]

    /// `Summary of strengths, areas for development and next steps` has 57; a sentence may also begin so.
    private static let longestSummary = 80
}
