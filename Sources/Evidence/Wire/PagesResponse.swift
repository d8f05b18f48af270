/// The pages of an index.
public struct PagesResponse: Equatable, Sendable, JSONWritable, JSONReadable {
    /// A page: one statement of one assessment.
    public struct Page: Equatable, Sendable {
        /// The beginning of its paragraphs' ids: `st-helens/safeguarding`.
        public var id: String
        /// The authority's slug.
        public var authority: String
        /// The authority as the page prints it.
        public var authorityName: String
        /// The authority's official code; `nil` if it isn't known.
        public var authorityCode: String?
        /// The region that the authority lies in; `nil` if it isn't known.
        public var region: String?
        /// The kind of authority; `nil` if it isn't known.
        public var authorityType: String?
        /// The statement's slug.
        public var statement: String
        /// The statement as the CQC words it.
        public var statementName: String
        /// The theme's slug; `nil` on summary pages.
        public var theme: String?
        /// The statement's score; `nil` on summary pages.
        public var score: Int?
        /// The page's wording of the score.
        public var scoreName: String?
        /// True of a pilot's page.
        public var isIndicative: Bool
        /// The day or month of publication, if known.
        public var published: String?
        /// The month of publication: of the page's date, else of its address; `nil` if neither is known.
        public var edition: String?
        /// The rating of the assessment; `nil` if it isn't known.
        public var rating: String?
        /// The day of the last update, if known.
        public var updated: String?
        /// Its address, if known.
        public var url: String?
        /// The path below the folder that was indexed; never an absolute path.
        public var path: String
        /// How many paragraphs it has.
        public var paragraphs: Int

        /// A page with all its members.
        public init(
            id: String, authority: String, authorityName: String, statement: String, statementName: String,
            theme: String?, score: Int?, scoreName: String?, isIndicative: Bool, published: String?,
            updated: String?, url: String?, path: String, paragraphs: Int
        ) {
            self.id = id
            self.authority = authority
            self.authorityName = authorityName
            self.statement = statement
            self.statementName = statementName
            self.theme = theme
            self.score = score
            self.scoreName = scoreName
            self.isIndicative = isIndicative
            self.published = published
            self.updated = updated
            self.url = url
            self.path = path
            self.paragraphs = paragraphs
        }
    }

    /// The index that answered.
    public var index: IndexDescription
    /// The pages, by authority, statement and date.
    public var pages: [Page]

    /// The pages of an index.
    public init(index: IndexDescription, pages: [Page]) {
        self.index = index
        self.pages = pages
    }

    /// Writes the answer as `evidence/1` has it.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("schema"); json.value(WireSchema.current)
            json.name("index"); index.write(to: &json)
            json.name("pages"); json.array(pages) { $1.write(to: &$0) }
        }
    }

    /// Reads an answer from the wire.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(index: try json.member("index"), pages: try json.member("pages"))
    }
}

extension PagesResponse.Page: JSONWritable, JSONReadable {
    /// Writes the page.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("id"); json.value(id)
            json.name("authority"); json.value(authority)
            json.name("authority_name"); json.value(authorityName)
            json.name("authority_code"); json.value(authorityCode)
            json.name("region"); json.value(region)
            json.name("authority_type"); json.value(authorityType)
            json.name("statement"); json.value(statement)
            json.name("statement_name"); json.value(statementName)
            json.name("theme"); json.value(theme)
            json.name("score"); json.value(score)
            json.name("score_name"); json.value(scoreName)
            json.name("indicative"); json.value(isIndicative)
            json.name("published"); json.value(published)
            json.name("edition"); json.value(edition)
            json.name("rating"); json.value(rating)
            json.name("updated"); json.value(updated)
            json.name("url"); json.value(url)
            json.name("path"); json.value(path)
            json.name("paragraphs"); json.value(paragraphs)
        }
    }

    /// Reads a page from the wire.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(
            id: try json.member("id"),
            authority: try json.member("authority"),
            authorityName: try json.member("authority_name"),
            statement: try json.member("statement"),
            statementName: try json.member("statement_name"),
            theme: try json.memberIfPresent("theme"),
            score: try json.memberIfPresent("score"),
            scoreName: try json.memberIfPresent("score_name"),
            isIndicative: try json.member("indicative"),
            published: try json.memberIfPresent("published"),
            updated: try json.memberIfPresent("updated"),
            url: try json.memberIfPresent("url"),
            path: try json.member("path"),
            paragraphs: try json.member("paragraphs"))
        authorityCode = try json.memberIfPresent("authority_code")
        region = try json.memberIfPresent("region")
        authorityType = try json.memberIfPresent("authority_type")
        edition = try json.memberIfPresent("edition")
        rating = try json.memberIfPresent("rating")
    }
}
