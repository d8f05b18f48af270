/// What a search asks for, as its parameters give it.
public struct SearchRequest: Equatable, Sendable {
    /// Whether paragraphs need all the words.
    public enum Match: String, CaseIterable, Sendable {
        /// All where at least ten paragraphs have all, else some.
        case auto
        /// All.
        case all
        /// At least one.
        case any
    }

    /// What hits are in the order of.
    public struct Sort: Equatable, Sendable {
        /// What can be sorted by.
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

        /// What is sorted by.
        public var key: Key
        /// Whether the highest comes first.
        public var isReversed: Bool

        /// An order.
        public init(_ key: Key, isReversed: Bool = false) {
            self.key = key
            self.isReversed = isReversed
        }
    }

    /// The query as it was typed.
    public var text = ""
    /// The filters beside the query, as typed.
    public var fields: [FieldValue] = []
    /// Whether only paragraphs are wanted where the words stand in the sentences of the groups asked for.
    public var inTheirWords = false
    /// Whether paragraphs need all the words.
    public var match = Match.auto
    /// Whether the words are taken as typed: neither corrected nor searched by their synonyms.
    public var isExact = false
    /// What hits are in the order of.
    public var sort = Sort(.relevance)
    /// How many hits are wanted, 0 to 1,000.
    public var limit = 10
    /// How many hits to pass over.
    public var offset = 0
    /// The facets wanted.
    public var facets = FacetField.allCases
    /// The two facets to count by at once; `nil` for none.
    public var cross: CrossTable.Fields?
    /// How many authorities to count; 0 for all.
    public var facetLimit = 20
    /// The generation to ask; `nil` for the current one.
    public var generation: Int?

    /// Everything, in the usual order, ten at a time.
    public init() {}

    /// The most hits that one answer holds.
    public static let largestLimit = 1_000
}
