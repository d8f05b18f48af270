/// What the filters come to: values of the index, found from what was typed.
///
/// Different filters must all hold.
public struct Filters: Equatable, Sendable {
    /// The values of one filter: a paragraph needs one of the included, if any, and none of the excluded.
    public struct Choice<Value: Equatable & Sendable>: Equatable, Sendable {
        /// The alternatives.
        public var included: [Value] = []
        /// What must not be.
        public var excluded: [Value] = []

        /// Whether everything passes.
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
    /// Whether the page is a pilot's.
    public var indicative = Choice<Bool>()

    /// No filter at all.
    public init() {}

    /// Whether every paragraph passes.
    public var isEmpty: Bool { self == Filters() }
}
