public import Evidence

/// A page of the index.
public struct PageRecord: Codable, Equatable, Sendable {
    /// Its number, which its paragraphs' documents carry; never used again until the index is built anew.
    public var number: Int
    /// The authority's slug.
    public var authority: String
    /// The authority as the page prints it.
    public var authorityName: String
    /// The statement's slug.
    public var statement: String
    /// When it was published, where known.
    public var published: PublicationDate?
    /// The month of publication, `2025-05`: of the page's date, else of its address; `nil` if neither is known.
    public var edition: String?
    /// When it was last updated, where known.
    public var updated: PublicationDate?
    /// The statement's score; `nil` on summary pages.
    public var score: Int?
    /// The page's wording of the score.
    public var scoreName: String?
    /// The rating that it states; `nil` on other pages than summaries.
    public var statedRating: Rating?
    /// The percentage that it states, of 0 to 100.
    public var statedPercentage: Int?
    /// The rating of the assessment that it belongs to, as its documents have it.
    public var rating: Rating?
    /// True for a pilot's page.
    public var isIndicative: Bool
    /// The page's address, if the page names its own or one was supplied.
    public var url: String?
    /// The path below what was indexed, behind that folder's or archive's own name: what answers show.
    public var path: String
    /// The path of the file on this machine, by which a run knows the page again.
    ///
    /// No answer shows it.
    public var location: String
    /// Its name in an archive, with which `location` then ends.
    public var member: String?
    /// The SHA-256 of the file.
    public var sha256: String
    /// The details that were supplied for the page beside its file.
    public var supplied: SuppliedDetails
    /// How many paragraphs it has.
    public var paragraphs: Int

    /// A record of these members.
    package init(
        number: Int, authority: String, authorityName: String, statement: String,
        published: PublicationDate?, edition: String?, updated: PublicationDate?, score: Int?,
        scoreName: String?, statedRating: Rating? = nil, statedPercentage: Int? = nil, isIndicative: Bool,
        url: String?, path: String, location: String, member: String?, sha256: String,
        supplied: SuppliedDetails, paragraphs: Int
    ) {
        self.number = number
        self.authority = authority
        self.authorityName = authorityName
        self.statement = statement
        self.published = published
        self.edition = edition
        self.updated = updated
        self.score = score
        self.scoreName = scoreName
        self.statedRating = statedRating
        self.statedPercentage = statedPercentage
        self.isIndicative = isIndicative
        self.url = url
        self.path = path
        self.location = location
        self.member = member
        self.sha256 = sha256
        self.supplied = supplied
        self.paragraphs = paragraphs
    }

    /// The page's identity, which no other page has: authority, edition if known, and statement.
    ///
    /// An id is this and the paragraph's number.
    public var identity: String {
        guard let edition else { return "\(authority)/\(statement)" }
        return "\(authority)/\(edition)/\(statement)"
    }
}

/// The details that the one who indexes supplies for pages that lack them.
public struct SuppliedDetails: Codable, Equatable, Sendable {
    /// The authority's name.
    public var authority: String?
    /// The statement's slug.
    public var statement: String?
    /// The publication date.
    public var published: PublicationDate?
    /// The page's address.
    public var url: String?

    /// Nothing, or what is given.
    public init(
        authority: String? = nil, statement: String? = nil, published: PublicationDate? = nil,
        url: String? = nil
    ) {
        self.authority = authority
        self.statement = statement
        self.published = published
        self.url = url
    }
}
