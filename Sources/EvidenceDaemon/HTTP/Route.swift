/// What can be asked for; also what requests are counted by.
enum Route: String {
    case search, paragraphs, similar, pages, status, metrics
    /// A path that there isn't, and bytes that are no request.
    case other

    /// The route of a path.
    init(path: String) {
        switch path {
        case "/v1/search": self = .search
        case "/v1/pages": self = .pages
        case "/v1/status": self = .status
        case "/metrics": self = .metrics
        case _ where path.hasPrefix(Self.paragraphPrefix): self = .paragraphs
        case _ where path.hasPrefix(Self.similarPrefix): self = .similar
        default: self = .other
        }
    }

    /// What stands before a paragraph's id.
    static let paragraphPrefix = "/v1/paragraphs/"
    /// What stands before the id of the paragraph that others are like.
    static let similarPrefix = "/v1/similar/"
}
