/// The filters of a search, as values of the index.
///
/// Different filters must all hold.
public struct Filters: Equatable, Sendable {
    /// A value that a filter names.
    public enum Value: Hashable, Sendable {
        /// The slug, source group, score or truth of this name.
        case named(String)
        /// Every date of a range.
        case dates(DateRange)
        /// The value of what has none.
        case none

        /// Returns true if it is, or holds, a value; `nil` stands for none.
        func holds(_ value: String?) -> Bool {
            switch self {
            case .named(let name): name == value
            case .dates(let range): value.map(range.contains) ?? false
            case .none: value == nil
            }
        }
    }

    /// The values of one filter: a paragraph needs one of the included, if any, and none of the excluded.
    public struct Choice: Equatable, Sendable {
        /// The alternatives.
        public private(set) var included: [Value] = []
        /// The values that a paragraph must not have.
        public private(set) var excluded: [Value] = []

        /// True if every paragraph passes.
        public var isEmpty: Bool { included.isEmpty && excluded.isEmpty }

        /// The choice of these values.
        public init(_ included: [Value] = [], not excluded: [Value] = []) {
            self.included = included
            self.excluded = excluded
        }

        /// Returns true if what has this value passes; `nil` stands for none.
        public func passes(_ value: String?) -> Bool {
            (included.isEmpty || included.contains { $0.holds(value) })
                && !excluded.contains { $0.holds(value) }
        }

        /// Adds values, each once.
        fileprivate mutating func add(_ values: [Value], isExcluded: Bool) {
            for value in values {
                if isExcluded, !excluded.contains(value) { excluded.append(value) }
                if !isExcluded, !included.contains(value) { included.append(value) }
            }
        }
    }

    private var choices: [FilterField: Choice] = [:]

    /// No filter at all.
    public init() {}

    /// The values of a filter; empty if it wasn't given.
    public subscript(field: FilterField) -> Choice { choices[field] ?? Choice() }

    /// True if every paragraph passes.
    public var isEmpty: Bool { choices.isEmpty }

    /// The source groups of which a paragraph needs one; none if it doesn't matter.
    public var saidBy: [SourceGroup] {
        self[.saidBy].included.compactMap { $0.name.flatMap(SourceGroup.init) }
    }

    /// The source groups that a paragraph must not have.
    public var notSaidBy: [SourceGroup] {
        self[.saidBy].excluded.compactMap { $0.name.flatMap(SourceGroup.init) }
    }

    /// Adds values of a filter, each once.
    mutating func add(_ values: [Value], to field: FilterField, isExcluded: Bool) {
        choices[field, default: Choice()].add(values, isExcluded: isExcluded)
    }
}

extension Filters.Value {
    /// The slug, source group, score or truth; `nil` for dates and for none.
    public var name: String? {
        if case .named(let name) = self { name } else { nil }
    }
}
