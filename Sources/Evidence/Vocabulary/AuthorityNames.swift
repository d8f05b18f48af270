/// The names of local authorities and what they become in ids, as `index/authorities.yaml` lists them.
public struct AuthorityNames: Decodable, Equatable, Sendable {
    /// A name whose slug the rule would get wrong.
    public struct Exception: Decodable, Equatable, Sendable {
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
    /// The authorities that are known, in the file's order.
    public let authorities: [Authority]
    /// The names of these as the CQC prints them.
    public var names: [String] { authorities.map(\.name) }
    /// The slug of each exception under the plain slug of its name; a run asks for the slug of every page.
    private let slugs: [String: String]

    private enum CodingKeys: CodingKey { case exceptions, names }

    /// The names as a data file lists them.
    public init(exceptions: [Exception] = [], names: [String] = []) {
        self.init(exceptions: exceptions, listed: names.map { ListedAuthority(name: $0) })
    }

    /// Reads both lists.
    public init(from decoder: any Decoder) throws {
        let lists = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            exceptions: try lists.decode([Exception].self, forKey: .exceptions),
            listed: try lists.decode([ListedAuthority].self, forKey: .names))
    }

    private init(exceptions: [Exception], listed: [ListedAuthority]) {
        self.exceptions = exceptions
        let slugs = Dictionary(exceptions.map { (Evidence.slug($0.name), $0.slug) }) { first, _ in first }
        self.slugs = slugs
        authorities = listed.map { each in
            Authority(
                slug: Self.slug(of: each.name, exceptions: slugs), name: each.name, code: each.code,
                region: each.region, type: each.type, tile: each.tile)
        }
    }

    /// The slug of an authority: `St Helens Borough Council` becomes `st-helens`.
    ///
    /// Less a leading `London Borough of`, `Royal Borough of` or `City of`, or the same behind a comma as national statistics
    /// have it, and a trailing `[Metropolitan] [City|County|Borough] Council`, whatever the case and the accents; exceptions
    /// come first.
    public func slug(of name: String) -> String { Self.slug(of: name, exceptions: slugs) }

    private static func slug(of name: String, exceptions: [String: String]) -> String {
        let full = Evidence.slug(name)
        return exceptions[full] ?? plain(full)
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

/// A line of the list of authorities: a name alone, or a name with what is known of the authority.
private struct ListedAuthority: Decodable {
    let name: String
    var code: String?
    var region: Region?
    var type: AuthorityType?
    var tile: [Int]?

    private enum CodingKeys: CodingKey { case name, code, region, type, tile }

    init(name: String) { self.name = name }

    init(from decoder: any Decoder) throws {
        if let name = try? decoder.singleValueContainer().decode(String.self) {
            self.name = name
            return
        }
        let line = try decoder.container(keyedBy: CodingKeys.self)
        name = try line.decode(String.self, forKey: .name)
        code = try line.decodeIfPresent(String.self, forKey: .code)
        region = try line.decodeIfPresent(Region.self, forKey: .region)
        type = try line.decodeIfPresent(AuthorityType.self, forKey: .type)
        tile = try line.decodeIfPresent([Int].self, forKey: .tile)
    }
}
