public import Evidence

/// The facts that a page of an assessment states about itself, and its evidence.
public struct Page: Equatable, Sendable {
    /// The slug of the local authority.
    public let authority: String
    /// The authority as the page's title names it: `St Helens Borough Council`.
    public let authorityName: String
    /// The slug of the quality statement; `overall-summary` for the page that sums an assessment up.
    public let statement: String
    /// 1 to 4; `nil` on a summary, and if the page doesn't state it.
    public let score: Int?
    /// The CQC's wording of the score.
    public let scoreName: String?
    /// True if the page is one of the pilots of 2023, whose scores are no formal ratings.
    public let isIndicative: Bool
    /// The day of publication, if the page or the one who indexes it states it.
    public let published: PublicationDate?
    /// The day of the last update, if the page states it.
    public let updated: PublicationDate?
    /// The rating that a summary states.
    public let statedRating: Rating?
    /// The percentage that a summary states, of 0 to 100.
    public let statedPercentage: Int?
    /// The scores that a summary lists, by the slugs of their statements.
    public let statedScores: [String: Int]
    /// The month of publication that the page's address names, whatever date the page has.
    public let addressEdition: PublicationDate?
    /// The evidence in the order of the page; at least one paragraph.
    public let paragraphs: [Paragraph]
    /// What was read with a doubt, or not understood, in the order of the page.
    public let remarks: [PageRemark]
}
