public import Evidence

/// The facts of a generation: `manifest.json` beside its database.
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
    /// The authorities that were known, with pages or without.
    public var authorities: [Authority]
    /// Other names of authorities, by slug, by which filters find them.
    public var aliases: [String: [String]]
    /// The words that queries ignore.
    public var stopWords: [String]
    /// If true, the database's words carry positions.
    public var hasPositions: Bool
    /// The pages, in the order in which they came.
    public var pages: [PageRecord]

    /// The manifest of a generation that this program has just made.
    package init(
        uuid: String, generation: Int, built: String, data: [String: String], catalogue: StatementCatalogue,
        authorities: [Authority], aliases: [String: [String]], stopWords: [String], hasPositions: Bool,
        pages: [PageRecord]
    ) {
        schema = Schema.version
        self.uuid = uuid
        self.generation = generation
        self.built = built
        paragraphs = pages.reduce(0) { $0 + $1.paragraphs }
        reading = Schema.readingVersion
        self.data = data
        self.catalogue = catalogue
        self.authorities = authorities
        self.aliases = aliases
        self.stopWords = stopWords
        self.hasPositions = hasPositions
        self.pages = pages
    }

    /// The description of the index that answers carry.
    public var description: IndexDescription {
        IndexDescription(
            uuid: uuid, generation: generation, built: built, paragraphs: paragraphs, pages: pages.count)
    }
}
