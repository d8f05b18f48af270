internal import Evidence

/// The pages of a generation in the order of the contract: authority, statement, publication date.
///
/// A page's index in this order, and a paragraph's number on it, are the last word on the order of hits.
struct Pages: Sendable {
    /// A statement and a score that a page has, as indices in the catalogue.
    struct Kind: Hashable {
        let statement: Int
        /// `nil` if it has none.
        let score: Int?
    }

    /// By what a page's paragraphs are counted.
    struct Counted {
        /// The authority's index in `authorities`.
        let authority: UInt32
        /// The kind's index in `kinds`.
        let kind: UInt32
    }

    /// The pages in order.
    let records: [PageRecord]
    /// Each page's index by its number.
    let indices: [UInt32: UInt32]
    /// Each page's index by its identity.
    let byIdentity: [String: Int]
    /// The authorities that have pages, by slug.
    let authorities: [ValueList.Entry]
    /// The kinds of pages that there are.
    let kinds: [Kind]
    /// For each page, by what it is counted.
    let counted: [Counted]
    /// For each statement of the catalogue, its theme's index there.
    let themes: [Int?]
    /// For each page, its statement's index among the slugs in byte order.
    let statementRank: [Int]

    /// The publication dates that the pages carry.
    let dates: Set<PublicationDate>

    init(_ manifest: Manifest) {
        records = manifest.pages.sorted { Self.key($0).lexicographicallyPrecedes(Self.key($1)) }
        dates = Set(records.compactMap(\.published))
        indices = Dictionary(
            uniqueKeysWithValues: records.enumerated().map { (UInt32($1.number), UInt32($0)) })
        byIdentity = Dictionary(
            records.enumerated().map { ($1.identity, $0) }, uniquingKeysWith: { first, _ in first })
        let names = Dictionary(records.map { ($0.authority, $0.authorityName) }, uniquingKeysWith: { $1 })
        let slugs = names.keys.sorted()
        authorities = slugs.map {
            ValueList.Entry(slug: $0, name: names[$0] ?? $0, aliases: manifest.aliases[$0] ?? [])
        }
        let authorityPlaces = Dictionary(uniqueKeysWithValues: slugs.enumerated().map { ($1, UInt32($0)) })
        let catalogue = manifest.catalogue
        let statements = catalogue.statements.map(\.slug)
        let kind = records.map { record in
            Kind(
                statement: statements.firstIndex(of: record.statement) ?? 0,
                score: catalogue.scores.firstIndex { $0.score == record.score })
        }
        kinds = Array(Set(kind))
        let kindPlaces = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, UInt32($0)) })
        counted = zip(records, kind).map { record, kind in
            Counted(authority: authorityPlaces[record.authority] ?? 0, kind: kindPlaces[kind] ?? 0)
        }
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
