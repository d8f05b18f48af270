/// The kind of an error, in a word that programs can rely on.
public enum ErrorCode: String, CaseIterable, Sendable {
    /// The query cannot be read: a bracket without its partner, an operator without words.
    case badQuery = "bad_query"
    /// A value that its filter or parameter can never take: score 5, month 13.
    case badValue = "bad_value"
    /// A value, or the name of a filter, that is not known or that means several things.
    case unknownValue = "unknown_value"
    /// A parameter that the request does not have.
    case unknownParameter = "unknown_parameter"
    /// Nothing to search for: no words, or only stop words, and no filter.
    case emptyQuery = "empty_query"
    /// A query or a request beyond its limits.
    case tooLong = "too_long"
    /// A path or a paragraph that is not there.
    case notFound = "not_found"
    /// A method other than the path answers to.
    case methodNotAllowed = "method_not_allowed"
    /// No index has been built yet, or none that can be read.
    case noIndex = "no_index"
    /// The generation that was asked for is no longer kept.
    case generationGone = "generation_gone"
    /// More requests than can wait.
    case busy
    /// The search took too long and was given up.
    case timeout
    /// A fault of ours.
    case `internal`

    /// The HTTP status that goes with it.
    public var status: Int {
        switch self {
        case .badQuery, .badValue, .unknownValue, .unknownParameter, .emptyQuery: 400
        case .notFound: 404
        case .methodNotAllowed: 405
        case .generationGone: 410
        case .tooLong: 413
        case .internal: 500
        case .noIndex, .busy, .timeout: 503
        }
    }
}
