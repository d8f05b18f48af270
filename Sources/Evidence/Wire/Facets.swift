/// A property that paragraphs are counted by.
public enum FacetField: String, CaseIterable, Sendable {
    /// Who said it; a paragraph counts once under each of its groups.
    case saidBy = "said_by"
    /// The statement's score.
    case score
    /// The quality statement.
    case statement
    /// The theme that the statement stands under.
    case theme
    /// The local authority.
    case authority
    /// The section of the page.
    case section
    /// The region that the authority lies in.
    case region
    /// The kind of authority.
    case authorityType = "authority_type"
    /// The date of publication.
    case published
    /// The month of publication.
    case edition
    /// The rating of the assessment.
    case rating

    /// The facets that a search has unless it names others.
    public static let usual: [FacetField] = [.saidBy, .score, .statement, .theme, .authority, .section]

    /// The facet of this name or alias, with hyphens or underscores, in any case; `nil` if there is none.
    public init?(name: some StringProtocol) {
        guard let field = FilterField(name: name) else { return nil }
        self.init(rawValue: field.rawValue)
    }

    /// The filter that keeps the paragraphs of a value.
    public var filter: FilterField {
        guard let field = FilterField(rawValue: rawValue) else {
            preconditionFailure("no filter has the name of the facet \(self)")
        }
        return field
    }

    /// The heading that its counts stand under: `Who said it`.
    public var heading: String { filter.filter.heading }
}

/// A facet's value: a slug, a source group, a date, or for score the number itself.
public enum FacetValue: Hashable, Sendable {
    /// A slug, a source group, a date, or `none` for what has no value.
    case text(String)
    /// A score.
    case number(Int)

    /// The value as a filter takes it.
    public var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        }
    }
}

/// The number of paragraphs of an answer that have a value.
public struct FacetCount: Equatable, Sendable {
    /// The same string, or number, as in hits and filters.
    public var value: FacetValue
    /// The value as a heading says it.
    public var label: String
    /// The number of paragraphs of the answer that have it.
    public var n: Int
    /// The number of paragraphs of the index that have it.
    public var of: Int
    /// The number of `n` that hold all the words; `nil` if the answer is of all words anyway.
    public var allWords: Int?
    /// How many of `n` hold the words in this group's sentences; `nil` without words and on other facets.
    public var inTheirWords: Int?

    /// A count with all its members.
    public init(
        value: FacetValue, label: String, n: Int, of: Int, allWords: Int? = nil, inTheirWords: Int? = nil
    ) {
        self.value = value
        self.label = label
        self.n = n
        self.of = of
        self.allWords = allWords
        self.inTheirWords = inTheirWords
    }
}

/// One facet with its counts.
public struct Facet: Equatable, Sendable {
    /// The property that it counts by.
    public var field: FacetField
    /// The whole vocabulary in its own order, zeros included; authorities by falling count.
    public var counts: [FacetCount]

    /// A facet with its counts.
    public init(field: FacetField, counts: [FacetCount]) {
        self.field = field
        self.counts = counts
    }
}
