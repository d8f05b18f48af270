/// The filters of a search, as values of the index.
///
/// Different filters must all hold.
public struct Filters: Equatable, Sendable {
    /// The values of one filter: a paragraph needs one of the included, if any, and none of the excluded.
    public struct Choice<Value: Equatable & Sendable>: Equatable, Sendable {
        /// The alternatives.
        public var included: [Value] = []
        /// The values that a paragraph must not have.
        public var excluded: [Value] = []

        /// True if every paragraph passes.
        public var isEmpty: Bool { included.isEmpty && excluded.isEmpty }

        /// The choice of these values.
        public init(_ included: [Value] = [], not excluded: [Value] = []) {
            self.included = included
            self.excluded = excluded
        }

        /// Adds values, each once.
        mutating func add(_ values: [Value], isExcluded: Bool) {
            for value in values {
                if isExcluded, !excluded.contains(value) { excluded.append(value) }
                if !isExcluded, !included.contains(value) { included.append(value) }
            }
        }
    }

    /// Source groups.
    public var saidBy = Choice<SourceGroup>()
    /// Scores, 1 to 4.
    public var score = Choice<Int>()
    /// Slugs of statements.
    public var statement = Choice<String>()
    /// Slugs of themes.
    public var theme = Choice<String>()
    /// Slugs of authorities.
    public var authority = Choice<String>()
    /// Slugs of sections.
    public var section = Choice<String>()
    /// Dates of publication.
    public var published = Choice<PublishedRange>()
    /// Pilot pages, or the others.
    public var indicative = Choice<Bool>()

    /// No filter at all.
    public init() {}

    /// True if every paragraph passes.
    public var isEmpty: Bool { self == Filters() }
}
