/// The names of local authorities and what they become in ids, as `index/authorities.yaml` lists them.
public struct AuthorityNames: Codable, Equatable, Sendable {
    /// A name whose slug the rule would get wrong.
    public struct Exception: Codable, Equatable, Sendable {
        /// The name as the CQC prints it.
        public let name: String
        /// The value in filters, facets, hits and ids.
        public let slug: String

        /// An exception for one name.
        public init(name: String, slug: String) {
            self.name = name
            self.slug = slug
        }
    }

    /// The names that have a slug of their own.
    public let exceptions: [Exception]
    /// The names of the authorities as the CQC prints them.
    public let names: [String]
    /// The slug of each exception under the plain slug of its name; a run asks for the slug of every page.
    private let slugs: [String: String]

    private enum CodingKeys: CodingKey { case exceptions, names }

    /// The names as a data file lists them.
    public init(exceptions: [Exception] = [], names: [String] = []) {
        self.exceptions = exceptions
        self.names = names
        slugs = Dictionary(exceptions.map { (Evidence.slug($0.name), $0.slug) }) { first, _ in first }
    }

    /// Reads both lists.
    public init(from decoder: any Decoder) throws {
        let lists = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            exceptions: try lists.decode([Exception].self, forKey: .exceptions),
            names: try lists.decode([String].self, forKey: .names))
    }

    /// The slug of an authority: `St Helens Borough Council` becomes `st-helens`.
    ///
    /// Less a leading `London Borough of`, `Royal Borough of` or `City of`, or the same behind a comma as national statistics
    /// have it, and a trailing `[Metropolitan] [City|County|Borough] Council`, whatever the case and the accents; exceptions
    /// come first.
    public func slug(of name: String) -> String {
        let full = Evidence.slug(name)
        return slugs[full] ?? Self.plain(full)
    }

    /// The names that are exceptions, by their slugs.
    public var aliases: [String: [String]] {
        Dictionary(grouping: exceptions, by: \.slug).mapValues { $0.map(\.name) }
    }

    /// The slug of an authority by the slug of one of its names, without the exceptions.
    static func plain(_ full: String) -> String {
        let rest = withoutCouncil(withoutRank(full))
        // "City Council" alone would leave nothing.
        return rest.isEmpty ? full : rest
    }

    /// Returns true if a name is no more than `Borough Council`, as the end of a wrapped name is.
    package static func isKindAlone(_ name: String) -> Bool { withoutCouncil(Evidence.slug(name)).isEmpty }

    private static let ranks = ["london-borough-of", "royal-borough-of", "city-of"]
    /// The longer before those that they end in.
    private static let ranksBehind = [
        "london-borough-of", "royal-borough-of", "metropolitan-borough-of", "borough-of",
        "city-and-county-of",
        "city-of", "county-of",
    ]

    private static func withoutRank(_ slug: String) -> String {
        let name = slug.hasPrefix("the-") ? String(slug.dropFirst(4)) : slug
        if let rank = ranks.first(where: { name.hasPrefix($0 + "-") }) {
            return String(name.dropFirst(rank.utf8.count + 1))
        }
        guard let rank = ranksBehind.first(where: { name.hasSuffix("-" + $0) }) else { return name }
        return String(name.dropLast(rank.utf8.count + 1))
    }

    private static func withoutCouncil(_ slug: String) -> String {
        var words = slug.split(separator: "-")
        guard words.last == "council" else { return slug }
        words.removeLast()
        if let kind = words.last, ["city", "county", "borough"].contains(kind) { words.removeLast() }
        if words.last == "metropolitan" { words.removeLast() }
        return words.joined(separator: "-")
    }
}
