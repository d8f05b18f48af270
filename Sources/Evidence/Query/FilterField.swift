/// A property of paragraphs that a search can filter by.
///
/// The raw value is the parameter's name; inside a query and on a command line it is written with a hyphen.
public enum FilterField: String, CaseIterable, Sendable {
    /// The source groups of the paragraph.
    case saidBy = "said_by"
    /// The CQC's score for the statement, 1 to 4.
    case score
    /// The quality statement, or the overall summary.
    case statement
    /// The theme that the statement stands under.
    case theme
    /// The local authority; `council` is the same.
    case authority
    /// The heading that the paragraph stands under.
    case section
    /// The date of publication.
    case published
    /// Whether the page is a pilot's, whose scores are indicative.
    case indicative

    /// The field of this name, with hyphens or underscores, in any case; `nil` where there is none.
    public init?(name: some StringProtocol) {
        let name = hyphenated(name)
        let wanted = name == "council" ? Self.authority.name : name
        guard let field = Self.allCases.first(where: { $0.name == wanted }) else { return nil }
        self = field
    }

    /// The name in a query and behind `--` on a command line.
    public var name: String { self == .saidBy ? "said-by" : rawValue }

    /// One of its values in words, for messages.
    var noun: String {
        switch self {
        case .saidBy: "source"
        case .published: "date"
        default: name
        }
    }

    /// Two values as one would type them, for hints.
    var example: String {
        switch self {
        case .saidBy: "partners,people"
        case .score: "1,2"
        case .statement: "safeguarding,assessing-needs"
        case .theme: "leadership,ensuring-safety"
        case .authority: "\"st helens\",leeds"
        case .section: "key-findings,summary"
        case .published: "2025-01..2025-06"
        case .indicative: "true"
        }
    }
}

/// A name in lower case with hyphens for underscores, so that parameters and filters can be written alike.
func hyphenated(_ name: some StringProtocol) -> String {
    let bytes = name.lowercased().utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
    return String(decoding: bytes, as: UTF8.self)
}
