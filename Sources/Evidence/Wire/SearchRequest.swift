/// A search, as its parameters give it.
public struct SearchRequest: Equatable, Sendable {
    /// How many of the words paragraphs need.
    public enum Match: String, CaseIterable, Sendable {
        /// All where at least ten paragraphs have all, else some.
        case auto
        /// All.
        case all
        /// At least one.
        case any
    }

    /// An order of hits.
    public struct Sort: Equatable, Sendable {
        /// The properties that hits can be sorted by.
        public enum Key: String, CaseIterable, Sendable {
            /// The order of the contract: in their words, all words, weight.
            case relevance
            /// The authority's slug.
            case authority
            /// The statement's slug.
            case statement
            /// The score; summary pages come last.
            case score
            /// The publication date; pages without one come last.
            case published
        }

        /// The property that hits are sorted by.
        public var key: Key
        /// True if the highest comes first.
        public var isReversed: Bool

        /// An order.
        public init(_ key: Key, isReversed: Bool = false) {
            self.key = key
            self.isReversed = isReversed
        }

        /// The order that a parameter's value names, `-score` for the highest first; `nil` if it names none.
        fileprivate init?(_ value: String?) {
            let isReversed = value?.hasPrefix("-") ?? false
            guard let key = value.flatMap({ Key(rawValue: String(isReversed ? $0.dropFirst() : $0[...])) })
            else { return nil }
            self.init(key, isReversed: isReversed)
        }
    }

    /// The query as it was typed.
    public var text: String
    /// The filters beside the query, as typed.
    public var fields: [FieldValue]
    /// True if the words must stand in the sentences of the groups asked for.
    public var inTheirWords: Bool
    /// How many of the words paragraphs need.
    public var match: Match
    /// True if the words are taken as typed: neither corrected nor searched by their synonyms.
    public var isExact: Bool
    /// The order of hits.
    public var sort: Sort
    /// How many hits are wanted, 0 to 1,000.
    public var limit: Int
    /// How many hits to pass over.
    public var offset: Int
    /// The facets wanted, in the order of `FacetField.allCases`.
    public var facets: [FacetField]
    /// The two facets to count by at once; `nil` for none.
    public var cross: CrossTable.Fields?
    /// How many authorities to count; 0 for all.
    public var facetLimit: Int
    /// The editions that are looked at.
    public var editions: Editions
    /// The generation to ask; `nil` for the current one.
    public var generation: Int?

    /// The most hits that one answer holds.
    public static let largestLimit = 1_000

    /// Everything, in the usual order, ten at a time.
    public init() { self.init(GivenParameters()) }

    /// The request that a URL's parameters make; a name or a value that isn't known is an error.
    public init(parameters: [(name: String, value: String)]) throws(RequestError) {
        self.init(try GivenParameters(parameters, of: .search))
    }

    private init(_ given: GivenParameters) {
        text = given.text(.q) ?? ""
        fields = given.fields
        inTheirWords = given.isTrue(.inTheirWords)
        match = given.text(.match).flatMap(Match.init) ?? .auto
        isExact = given.isTrue(.exact)
        sort = Sort(given.text(.sort)) ?? Sort(.relevance)
        limit = given.number(.limit) ?? 0
        offset = given.number(.offset) ?? 0
        let wanted = given.facets(.facets)
        facets = FacetField.allCases.filter(wanted.contains)
        cross = CrossTable.Fields(given.facets(.cross))
        facetLimit = given.number(.facetLimit) ?? 0
        editions = given.editions
        generation = given.number(.generation)
    }
}
