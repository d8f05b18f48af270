/// A parameter of requests: its name, its values and what it is for.
///
/// `Parameter.all` is the one table. The daemon's parsing, the command's options and completions, the columns of a
/// batch, and the tests of `docs/openapi.yaml` and the man pages come from it.
public struct Parameter: Sendable {
    /// The requests; the raw value is a request's name in messages.
    public enum Request: String, CaseIterable, Sendable {
        /// Paragraphs that hold words and pass filters.
        case search
        /// One paragraph with its neighbours.
        case paragraphs
        /// Paragraphs like another.
        case similar
        /// The pages of the index.
        case pages
        /// What changed in the index.
        case changes
        /// The daemon's state.
        case status
        /// The daemon's figures for Prometheus.
        case metrics
    }

    /// The values that a parameter takes.
    public enum Kind: Sendable {
        /// Any text.
        case text
        /// Values of a filter, with commas between them; only a filter can be given several times.
        case filter(Filter)
        /// `true` or `false`.
        case truth
        /// One of these.
        case choice([String])
        /// One of these, or one behind a hyphen for the reverse order.
        case order([String])
        /// A whole number; `Int32.max` stands for no upper limit.
        case number(ClosedRange<Int>)
        /// Facets with commas between them, or `none`.
        case facets
        /// Two different facets with a comma between them.
        case twoFacets
    }

    /// The details of a filter besides its name.
    public struct Filter: Sendable {
        /// What values look like.
        enum Form {
            /// Names, or unambiguous parts of names.
            case names
            /// Scores, and ranges of them.
            case scores
            /// Days, months, years, and ranges of them.
            case days
            /// Months, years, and ranges of them.
            case months
            /// `true` or `false`.
            case truth
        }

        /// The property of paragraphs that it filters by.
        public let field: FilterField
        let form: Form
        /// True if it takes `none`, which paragraphs have that have no value.
        public let hasNone: Bool
        /// One of its values in words, for messages: `source`.
        public let noun: String
        /// The heading of its values' counts: `Who said it`.
        public let heading: String
        /// The words before its values where a search is said in English: `said by`.
        let clause: String
        /// Two values as one would type them, for hints.
        public let example: String
        /// All its values; empty if they depend on the index or have no end.
        public let values: [String]
        /// The help of the option that leaves paragraphs of a value out.
        public let exclusionHelp: String
    }

    /// The name on the wire: `said_by`.
    public let name: String
    /// Other names that mean the same: `council`.
    public var aliases: [String] = []
    /// The letter of the command's short option.
    public var letter: Character?
    /// The values that it takes.
    public let kind: Kind
    /// The value if none is given; `nil` if that is nothing.
    public var usual: String?
    /// The requests that take it.
    public let requests: [Request]
    /// True if a row of a batch can give it.
    public var isColumn = false
    /// The word for its value in help: `name`.
    public var valueName = ""
    /// The command's help, a sentence or two; it names other parameters between backticks.
    public let help: String

    /// The filter; `nil` if it is none.
    public var filter: Filter? {
        if case .filter(let filter) = kind { filter } else { nil }
    }

    /// The name of the filter that leaves out what this one keeps.
    public var exclusion: String { "not_" + name }

    /// The parameters of a request, in the order of the contract.
    public static func all(of request: Request) -> [Parameter] {
        all.filter { $0.requests.contains(request) }
    }

    /// The names of parameters; those of filters twice, behind `not_` the second time.
    public static func names(of parameters: [Parameter]) -> [String] {
        let filters = parameters.filter { $0.filter != nil }
        let last = parameters.lastIndex { $0.filter != nil }.map { $0 + 1 } ?? 0
        return parameters[..<last].map(\.name) + filters.map(\.exclusion) + parameters[last...].map(\.name)
    }
}
