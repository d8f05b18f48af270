public import Evidence

/// What a generation is made of: `manifest.json` beside its database.
public struct Manifest: Codable, Equatable, Sendable {
    /// The version of the database's layout: `Schema.version`.
    public var schema: Int
    /// The index's identity, kept from generation to generation.
    public var uuid: String
    /// The generation's number, from 1.
    public var generation: Int
    /// When it was built: `2026-11-21T18:00:00Z`.
    public var built: String
    /// How many paragraphs it holds.
    public var paragraphs: Int
    /// The version of the code that read its pages: `Schema.readingVersion`.
    public var reading: Int
    /// The SHA-256 of each data file that it was made with.
    public var data: [String: String]
    /// The statements, themes and scores.
    public var catalogue: StatementCatalogue
    /// The words that queries ignore.
    public var stopWords: [String]
    /// The headings that paragraphs stand under; a `ColumnValue` holds a place in this list.
    public var sections: [Section]
    /// The pages, in the order in which they came.
    public var pages: [PageRecord]

    /// A heading that paragraphs stand under.
    public struct Section: Codable, Equatable, Sendable {
        /// The value in filters, facets and hits.
        public var slug: String
        /// The heading.
        public var name: String

        package init(slug: String, name: String) {
            self.slug = slug
            self.name = name
        }
    }

    /// The manifest of a generation that this program has just made.
    package init(
        uuid: String, generation: Int, built: String, data: [String: String], catalogue: StatementCatalogue,
        stopWords: [String], sections: [Section], pages: [PageRecord]
    ) {
        schema = Schema.version
        self.uuid = uuid
        self.generation = generation
        self.built = built
        paragraphs = pages.reduce(0) { $0 + $1.paragraphs }
        reading = Schema.readingVersion
        self.data = data
        self.catalogue = catalogue
        self.stopWords = stopWords
        self.sections = sections
        self.pages = pages
    }

    /// What answers say of the index.
    public var description: IndexDescription {
        IndexDescription(
            uuid: uuid, generation: generation, built: built, paragraphs: paragraphs, pages: pages.count)
    }
}

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
    /// When it was last updated, where known.
    public var updated: PublicationDate?
    /// The statement's score; `nil` on summary pages.
    public var score: Int?
    /// The page's wording of the score.
    public var scoreName: String?
    /// Whether it is a pilot's page.
    public var isIndicative: Bool
    /// Its address, where the page names its own or one was supplied.
    public var url: String?
    /// The path below what was indexed, behind that folder's or archive's own name: what answers show.
    public var path: String
    /// Where the file is on this machine: what decides whether a run was given it.
    ///
    /// No answer shows it.
    public var location: String
    /// Its name in an archive, with which `location` then ends.
    public var member: String?
    /// The SHA-256 of the file.
    public var sha256: String
    /// What was supplied for it beside the file.
    public var supplied: SuppliedDetails
    /// How many paragraphs it has.
    public var paragraphs: Int

    /// The record of a page that was read from a file.
    package init(
        number: Int, page: Page, url: String?, path: String, location: String, member: String?,
        sha256: String,
        supplied: SuppliedDetails
    ) {
        self.number = number
        authority = page.authority
        authorityName = page.authorityName
        statement = page.statement
        published = page.published
        updated = page.updated
        score = page.score
        scoreName = page.scoreName
        isIndicative = page.isIndicative
        self.url = url
        self.path = path
        self.location = location
        self.member = member
        self.sha256 = sha256
        self.supplied = supplied
        paragraphs = page.paragraphs.count
    }

    /// What no other page of the index shares: authority, month of publication where known, and statement.
    ///
    /// An id is this and the paragraph's number.
    public var identity: String {
        guard let month = published?.month else { return "\(authority)/\(statement)" }
        return "\(authority)/\(month)/\(statement)"
    }
}

/// What the one who indexes supplies for pages that lack it.
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
