/// A paragraph of evidence as answers hold it.
public struct Hit: Equatable, Sendable {
    /// `st-helens/safeguarding/25`, or `nottingham/2024-05/safeguarding/25` where the page carries a date.
    public var id: String
    /// The first 8 hex digits of the SHA-256 of the text.
    public var fingerprint: String
    /// The rank in the whole answer, from 1; `nil` outside a search.
    public var rank: Int?
    /// The sum of our BM25 weights of the query's terms found in the paragraph, comparable within one answer only;
    /// `nil` outside a search.
    public var weight: Double?
    /// The authority's slug.
    public var authority: String
    /// The authority as its pages print it.
    public var authorityName: String
    /// The authority's official code, `E08000013`; `nil` if it isn't known.
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
    /// The theme as the CQC words it; `nil` on summary pages.
    public var themeName: String?
    /// The statement's score from 1 to 4; `nil` on summary pages.
    public var score: Int?
    /// The CQC's wording of the score.
    public var scoreName: String?
    /// True of a pilot's page: the CQC stresses that its scores are no formal ratings.
    public var isIndicative: Bool
    /// The section's slug: `key-findings` on statement pages.
    public var section: String
    /// The section's heading.
    public var sectionName: String
    /// The day of publication, `2025-06-20`, if known.
    public var published: String?
    /// The month of publication, `2025-06`: of the page's date, else of its address; `nil` if neither is known.
    public var edition: String?
    /// The rating of the assessment; `nil` if it isn't known.
    public var rating: String?
    /// The day on which the text first came into the index, `2026-11-01`; `nil` outside an index.
    public var indexed: String?
    /// The page's address, if known.
    public var url: String?
    /// The union over the sentences; `assessor` where that is empty.
    public var saidBy: [SourceGroup]
    /// True if the words stand in the sentences of the groups asked for; `nil` without words or `said_by`.
    public var inTheirWords: Bool?
    /// The file and line that it was read from.
    public var source: Place
    /// The whole paragraph.
    public var text: String
    /// The words that match, in bytes of UTF-8 of `text`.
    public var highlights: [Range<Int>]
    /// The best sentences; `nil` outside a search.
    public var snippet: Snippet?
    /// The paragraph's sentences with who said each.
    public var sentences: [SpokenSentence]

    /// A line of a file.
    public struct Place: Equatable, Sendable {
        /// The path below the folder that was indexed, behind that folder's name; never an absolute path.
        public var path: String
        /// The line, from 1.
        public var line: Int

        /// The line of the file at `path`.
        public init(path: String, line: Int) {
            self.path = path
            self.line = line
        }
    }

    /// The part of a paragraph that says best why it matches.
    public struct Snippet: Equatable, Sendable {
        /// Whole sentences of the paragraph.
        public var text: String
        /// The words that match, in bytes of UTF-8 of `text`.
        public var highlights: [Range<Int>]

        /// A snippet with its matching words.
        public init(text: String, highlights: [Range<Int>]) {
            self.text = text
            self.highlights = highlights
        }
    }

    /// A sentence with who said it.
    public struct SpokenSentence: Equatable, Sendable {
        /// The sentence, without the white space around it: a part of the paragraph's text.
        public var text: Substring
        /// The groups that it names as its source; empty if it names nobody.
        public var saidBy: [SourceGroup]
        /// The words that decided it; `nil` if it names nobody.
        public var because: Substring?
        /// The rule that decided it, if asked for.
        public var rule: String?

        /// A sentence with who said it and why we think so.
        public init(text: Substring, saidBy: [SourceGroup], because: Substring?, rule: String? = nil) {
            self.text = text
            self.saidBy = saidBy
            self.because = because
            self.rule = rule
        }
    }

    /// A hit with all its members.
    public init(
        id: String, fingerprint: String, rank: Int?, weight: Double?, authority: String,
        authorityName: String,
        statement: String, statementName: String, theme: String?, themeName: String?, score: Int?,
        scoreName: String?, isIndicative: Bool, section: String, sectionName: String, published: String?,
        url: String?, saidBy: [SourceGroup], inTheirWords: Bool?, source: Place, text: String,
        highlights: [Range<Int>], snippet: Snippet?, sentences: [SpokenSentence]
    ) {
        self.id = id
        self.fingerprint = fingerprint
        self.rank = rank
        self.weight = weight
        self.authority = authority
        self.authorityName = authorityName
        self.statement = statement
        self.statementName = statementName
        self.theme = theme
        self.themeName = themeName
        self.score = score
        self.scoreName = scoreName
        self.isIndicative = isIndicative
        self.section = section
        self.sectionName = sectionName
        self.published = published
        self.url = url
        self.saidBy = saidBy
        self.inTheirWords = inTheirWords
        self.source = source
        self.text = text
        self.highlights = highlights
        self.snippet = snippet
        self.sentences = sentences
    }
}
