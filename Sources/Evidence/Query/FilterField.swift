/// A property of paragraphs that a search can filter by; `Parameter.filters` has a line for each.
///
/// The raw value is the parameter's name; inside a query and on a command line it is written with a hyphen.
public enum FilterField: String, CaseIterable, Sendable {
    /// The source groups of the paragraph.
    case saidBy = "said_by"
    /// The CQC's score for the statement, 1 to 4.
    case score
    /// The rating of the assessment.
    case rating
    /// The quality statement, or the overall summary.
    case statement
    /// The theme that the statement stands under.
    case theme
    /// The local authority; `council` is the same.
    case authority
    /// The region that the authority lies in.
    case region
    /// The kind of authority.
    case authorityType = "authority_type"
    /// The heading that the paragraph stands under.
    case section
    /// The date of publication.
    case published
    /// The month of publication.
    case edition
    /// The day on which the text first came into the index.
    case indexed
    /// True of pilot pages, whose scores are indicative.
    case indicative

    /// The field of this name or alias, with hyphens or underscores, in any case; `nil` if there is none.
    public init?(name: some StringProtocol) {
        let name = underscored(name)
        let alias = Parameter.filters.first { $0.aliases.contains(name) }?.name
        self.init(rawValue: alias ?? name)
    }

    /// The name in a query and behind `--` on a command line.
    public var name: String { hyphenated(rawValue) }
}

/// A name in lower case with underscores for hyphens, so that parameters and filters can be written alike.
public func underscored(_ name: some StringProtocol) -> String {
    let bytes = name.lowercased().utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }
    return String(decoding: bytes, as: UTF8.self)
}

/// A name with hyphens for underscores, as queries and command lines have it: `said-by`.
public func hyphenated(_ name: some StringProtocol) -> String {
    let bytes = name.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
    return String(decoding: bytes, as: UTF8.self)
}
