/// A filter as typed: `said-by:partners` in the query or `said_by=partners` beside it.
public struct FieldValue: Equatable, Sendable {
    /// One of the values, which are alternatives.
    public struct Value: Equatable, Sendable {
        /// The value as typed, without quotes.
        public let text: String
        /// The byte of the query where it begins; `nil` for a parameter's.
        public let at: Int?

        /// A value typed at `at`.
        public init(_ text: String, at: Int? = nil) {
            self.text = text
            self.at = at
        }
    }

    /// What it filters by.
    public let field: FilterField
    /// Whether it keeps paragraphs with these values out.
    public let isExcluded: Bool
    /// The values, of which a paragraph needs one; never empty.
    public let values: [Value]
    /// Where the filter stands in the query, in bytes of UTF-8; `nil` for a parameter.
    public let at: Range<Int>?

    /// A filter with its values as typed.
    public init(_ field: FilterField, isExcluded: Bool = false, values: [Value], at: Range<Int>? = nil) {
        self.field = field
        self.isExcluded = isExcluded
        self.values = values
        self.at = at
    }

    /// The filter that a parameter such as `said_by` or `not_said_by` gives; `nil` where none has that name.
    public init?(parameter: String, value: String) throws(RequestError) {
        guard let name = FilterName(parameter) else { return nil }
        let pieces = value.split(separator: ",", omittingEmptySubsequences: false)
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        guard !pieces.contains("") else { throw .emptyValue(of: name.field, at: nil) }
        self.init(name.field, isExcluded: name.isExcluded, values: pieces.map { Value($0) })
    }
}

/// The name of a filter, which `not-` before it turns round.
struct FilterName {
    let field: FilterField
    let isExcluded: Bool

    init?(_ name: some StringProtocol) {
        let name = hyphenated(name)
        isExcluded = name.hasPrefix("not-")
        guard let field = FilterField(name: isExcluded ? name.dropFirst(4) : name[...]) else { return nil }
        self.field = field
    }
}
