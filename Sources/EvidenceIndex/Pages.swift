internal import Evidence

/// The pages of a generation in the order of the contract: authority, statement, publication date.
///
/// A page's place in this order, and a paragraph's number on it, are the last word on the order of hits.
struct Pages: Sendable {
    /// The pages in order.
    let records: [PageRecord]
    /// Each page's place by its number.
    let places: [UInt32: UInt32]
    /// Each page's place by its identity.
    let byIdentity: [String: Int]
    /// The authorities that have pages, by slug.
    let authorities: [ValueList.Entry]
    /// For each page, its authority's place in `authorities`.
    let authority: [Int]
    /// For each page, its statement's place in the catalogue.
    let statement: [Int]
    /// For each page, its score's place in the catalogue; `nil` where it has none.
    let score: [Int?]
    /// For each statement of the catalogue, its theme's place there.
    let themes: [Int?]
    /// For each page, its statement's place among the slugs in byte order.
    let statementRank: [Int]

    /// The publication dates that the pages carry.
    let dates: Set<PublicationDate>

    init(_ manifest: Manifest) {
        records = manifest.pages.sorted { Self.key($0).lexicographicallyPrecedes(Self.key($1)) }
        dates = Set(records.compactMap(\.published))
        places = Dictionary(
            uniqueKeysWithValues: records.enumerated().map { (UInt32($1.number), UInt32($0)) })
        byIdentity = Dictionary(
            records.enumerated().map { ($1.identity, $0) }, uniquingKeysWith: { first, _ in first })
        let names = Dictionary(records.map { ($0.authority, $0.authorityName) }, uniquingKeysWith: { $1 })
        let slugs = names.keys.sorted()
        authorities = slugs.map { ValueList.Entry(slug: $0, name: names[$0] ?? $0) }
        let authorityPlaces = Dictionary(uniqueKeysWithValues: slugs.enumerated().map { ($1, $0) })
        authority = records.map { authorityPlaces[$0.authority] ?? 0 }
        let statements = manifest.catalogue.statements.map(\.slug)
        statement = records.map { record in statements.firstIndex(of: record.statement) ?? 0 }
        let catalogue = manifest.catalogue
        score = records.map { record in catalogue.scores.firstIndex { $0.score == record.score } }
        themes = catalogue.statements.map { statement in
            catalogue.themes.firstIndex { $0.name == statement.theme }
        }
        let ranked = statements.sorted()
        statementRank = records.map { record in ranked.firstIndex(of: record.statement) ?? 0 }
    }

    private static func key(_ page: PageRecord) -> [String] {
        [page.authority, page.statement, page.published?.description ?? ""]
    }
}
