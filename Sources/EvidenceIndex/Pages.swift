internal import Evidence

/// The pages of a generation in the order of the contract: authority, statement, publication date.
///
/// A page's place in this order, and a paragraph's number on it, are the last word on the order of hits.
struct Pages: Sendable {
    /// What pages of a statement and a score have in common, as places in the catalogue.
    struct Kind: Hashable {
        let statement: Int
        /// `nil` where its theme isn't known.
        let theme: Int?
        /// `nil` where they have none.
        let score: Int?
    }

    /// By what a page's paragraphs are counted.
    struct Counted {
        /// The authority's place in `authorities`.
        let authority: UInt32
        /// The kind's place in `kinds`.
        let kind: UInt32
    }

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
    /// The kinds of pages that there are.
    let kinds: [Kind]
    /// For each page, by what it is counted.
    let counted: [Counted]
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
        let catalogue = manifest.catalogue
        let kind = records.map { Kind($0, in: catalogue) }
        kinds = Array(Set(kind))
        let kindPlaces = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, UInt32($0)) })
        counted = zip(authority, kind).map { Counted(authority: UInt32($0), kind: kindPlaces[$1] ?? 0) }
        let ranked = statements.sorted()
        statementRank = records.map { record in ranked.firstIndex(of: record.statement) ?? 0 }
    }

    private static func key(_ page: PageRecord) -> [String] {
        [page.authority, page.statement, page.published?.description ?? ""]
    }
}

extension Pages.Kind {
    fileprivate init(_ page: PageRecord, in catalogue: StatementCatalogue) {
        let theme = catalogue.theme(ofStatement: page.statement)
        statement = catalogue.statements.firstIndex { $0.slug == page.statement } ?? 0
        self.theme = theme.flatMap { theme in catalogue.themes.firstIndex { $0.name == theme.name } }
        score = catalogue.scores.firstIndex { $0.score == page.score }
    }
}
