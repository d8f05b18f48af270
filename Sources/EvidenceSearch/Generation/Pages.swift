internal import Evidence

/// The pages of a generation in the order of the contract: authority, statement, edition.
///
/// A page's index in this order, and a paragraph's number on it, are the last word on the order of hits.
struct Pages: Sendable {
    /// The pages in order.
    let records: [PageRecord]
    /// Each page's index by its number.
    let indices: [UInt32: UInt32]
    /// Each page's index by its identity.
    let byIdentity: [String: Int]
    /// The authorities that have pages, by slug.
    let authorities: [ValueList.Entry]
    /// What the pages are filtered and counted by.
    let properties: [FilterField: PageProperty]
    /// For each page, true if it is of its authority's latest assessment.
    let isLatest: [Bool]
    /// By authority and statement, the index of the latest edition's page, and how many editions there are.
    let latest: [String: (page: Int, editions: Int)]
    /// For each page, its statement's index among the slugs in byte order.
    let statementRank: [Int]

    init(_ manifest: Manifest) {
        let records = manifest.pages.sorted { Self.key($0).lexicographicallyPrecedes(Self.key($1)) }
        self.records = records
        indices = Dictionary(
            uniqueKeysWithValues: records.enumerated().map { (UInt32($1.number), UInt32($0)) })
        byIdentity = Dictionary(
            records.enumerated().map { ($1.identity, $0) }, uniquingKeysWith: { first, _ in first })
        let names = Dictionary(records.map { ($0.authority, $0.authorityName) }, uniquingKeysWith: { $1 })
        authorities = names.keys.sorted().map {
            ValueList.Entry(slug: $0, name: names[$0] ?? $0, aliases: manifest.aliases[$0] ?? [])
        }
        properties = PageProperty.all(of: records, authorities: authorities, manifest: manifest)
        let latestNumbers = Set(
            Dictionary(grouping: records, by: \.authority).values.flatMap {
                Assessment.all(of: $0).last?.pages.map(\.number) ?? []
            })
        isLatest = records.map { latestNumbers.contains($0.number) }
        latest = Dictionary(
            records.enumerated().map { ("\($1.authority)/\($1.statement)", ($0, 1)) },
            uniquingKeysWith: { ($1.0, $0.1 + 1) })
        let ranks = Dictionary(
            manifest.catalogue.statements.map(\.slug).sorted().enumerated().map { ($1, $0) },
            uniquingKeysWith: { first, _ in first })
        statementRank = records.map { ranks[$0.statement] ?? 0 }
    }

    private static func key(_ page: PageRecord) -> [String] {
        [page.authority, page.statement, page.edition ?? "", page.published?.description ?? ""]
    }
}
