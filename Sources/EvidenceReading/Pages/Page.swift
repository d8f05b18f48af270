public import Evidence

/// What a page of an assessment says of itself, and its evidence.
public struct Page: Equatable, Sendable {
    /// The slug of the local authority.
    public let authority: String
    /// The authority as the page's title names it: `St Helens Borough Council`.
    public let authorityName: String
    /// The slug of the quality statement; `overall-summary` for the page that sums an assessment up.
    public let statement: String
    /// 1 to 4; `nil` on a summary, and where the page doesn't say it.
    public let score: Int?
    /// The CQC's wording of the score.
    public let scoreName: String?
    /// Whether the page is one of the pilots of 2023, whose scores are no formal ratings.
    public let isIndicative: Bool
    /// The day it was published, where the page or the one who indexes it says so.
    public let published: PublicationDate?
    /// The day it was last updated, where the page says so.
    public let updated: PublicationDate?
    /// The evidence in the order of the page; at least one paragraph.
    public let paragraphs: [Paragraph]
}
