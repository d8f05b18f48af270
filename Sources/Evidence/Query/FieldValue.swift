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

    /// The property that it filters by.
    public let field: FilterField
    /// True if it leaves out paragraphs with these values.
    public let isExcluded: Bool
    /// The values, of which a paragraph needs one; never empty.
    public let values: [Value]
    /// The bytes of UTF-8 that the filter takes up in the query; `nil` for a parameter.
    public let at: Range<Int>?

    /// The name of the parameter that says the same: `said_by` or `not_said_by`.
    public var parameter: String { FilterName(field: field, isExcluded: isExcluded).parameter }

    /// A filter with its values as typed.
    public init(_ field: FilterField, isExcluded: Bool = false, values: [Value], at: Range<Int>? = nil) {
        self.field = field
        self.isExcluded = isExcluded
        self.values = values
        self.at = at
    }

    /// The filter that a parameter such as `said_by` or `not_said_by` gives; `nil` if none has that name.
    public init?(parameter: String, value: String) throws(RequestError) {
        guard let name = FilterName(parameter) else { return nil }
        let pieces = value.split(separator: ",", omittingEmptySubsequences: false)
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        guard !pieces.contains("") else { throw .emptyValue(of: name.field, at: nil) }
        self.init(name.field, isExcluded: name.isExcluded, values: pieces.map { Value($0) })
    }
}

/// The name of a filter, which `not_` before it reverses.
public struct FilterName: Sendable {
    let field: FilterField
    let isExcluded: Bool

    /// The name of the parameter: `said_by` or `not_said_by`.
    public var parameter: String { isExcluded ? "not_\(field.rawValue)" : field.rawValue }
}

extension FilterName {
    /// The filter of this name or alias, with hyphens or underscores, in any case; `nil` if there is none.
    public init?(_ name: some StringProtocol) {
        let name = underscored(name)
        isExcluded = name.hasPrefix("not_")
        guard let field = FilterField(name: isExcluded ? name.dropFirst(4) : name[...]) else { return nil }
        self.field = field
    }
}
