/// A path that the daemon answers; requests are counted by it.
enum Route: String, CaseIterable {
    case search, paragraphs, similar, pages, changes, status, metrics
    /// Every other path, and bytes that are no request.
    case other

    /// The route of a path.
    init(path: String) {
        self = Self.answered.first { $0.takesID ? path.hasPrefix($0.path) : path == $0.path } ?? .other
    }

    /// The routes that have an answer.
    static let answered = allCases.filter { $0 != .other }

    /// The path; if it takes an id, what stands before the id.
    var path: String {
        switch self {
        case .metrics: "/metrics"
        case .paragraphs, .similar: "/v1/\(rawValue)/"
        default: "/v1/\(rawValue)"
        }
    }

    /// True if a paragraph's id ends the path.
    var takesID: Bool { self == .paragraphs || self == .similar }

    /// All paths in a line for people: `/v1/search, /v1/paragraphs/ID, …`.
    static var list: String { answered.map { $0.takesID ? $0.path + "ID" : $0.path }.joined(separator: ", ") }
}
