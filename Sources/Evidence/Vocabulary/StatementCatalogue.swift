/// The CQC's quality statements, themes and scores, as `index/statements.yaml` lists them.
public struct StatementCatalogue: Codable, Equatable, Sendable {
    /// One of the four themes that the statements stand under.
    public struct Theme: Codable, Equatable, Sendable {
        /// The theme as the CQC words it; its slug is the facet's value.
        public let name: String

        /// The value in filters, facets and hits.
        public var slug: String { Evidence.slug(name) }

        /// A theme of this name.
        public init(name: String) { self.name = name }
    }

    /// A quality statement, or the overall summary, which has no theme.
    public struct Statement: Codable, Equatable, Sendable {
        /// The statement as the CQC words it today; its slug is the facet's value.
        public let name: String
        /// The name of its theme; `nil` for the overall summary.
        public let theme: String?
        /// Other wordings that the CQC has used for it.
        public let aliases: [String]?

        /// The value in filters, facets, hits and ids.
        public var slug: String { Evidence.slug(name) }

        /// A statement under the theme of this name.
        public init(name: String, theme: String?, aliases: [String]?) {
            self.name = name
            self.theme = theme
            self.aliases = aliases
        }
    }

    /// The wording of a score: `Evidence shows a good standard` is 3.
    public struct Score: Codable, Equatable, Sendable {
        /// 1 to 4.
        public let score: Int
        /// The CQC's wording of it.
        public let name: String
    }

    /// The themes, in the CQC's order.
    public let themes: [Theme]
    /// The nine statements in the CQC's order, and the overall summary.
    public let statements: [Statement]
    /// The scores from 1 to 4.
    public let scores: [Score]

    /// A catalogue of these.
    public init(themes: [Theme], statements: [Statement], scores: [Score]) {
        self.themes = themes
        self.statements = statements
        self.scores = scores
    }

    /// The slug of the page that sums an assessment up.
    public static let summary = "overall-summary"

    /// The statement that a line of text names, by its name or an alias, whatever the case and punctuation.
    public func statement(named line: String) -> Statement? {
        let wanted = Evidence.slug(line)
        return statements.first {
            $0.slug == wanted || ($0.aliases ?? []).contains { Evidence.slug($0) == wanted }
        }
    }

    /// The statement with this slug.
    public func statement(slug: String) -> Statement? { statements.first { $0.slug == slug } }

    /// The theme of the statement with this slug; `nil` for the overall summary.
    public func theme(ofStatement slug: String) -> Theme? {
        guard let name = statement(slug: slug)?.theme else { return nil }
        return themes.first { $0.name == name }
    }

    /// The CQC's wording of a score.
    public func name(ofScore score: Int) -> String? { scores.first { $0.score == score }?.name }
}
