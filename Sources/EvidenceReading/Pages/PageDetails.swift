public import Evidence

/// The details that the one who indexes supplies for pages that don't state them.
public struct PageDetails: Equatable, Sendable {
    /// The authority's name or slug.
    public var authority: String?
    /// The slug of the quality statement.
    public var statement: String?
    /// The day or month of publication.
    public var published: PublicationDate?
    /// The addresses that the page may have, the likeliest first.
    public var addresses: [String]

    /// The details that are known; those that a page states itself come before them.
    public init(
        authority: String? = nil, statement: String? = nil, published: PublicationDate? = nil,
        addresses: [String] = []
    ) {
        self.authority = authority
        self.statement = statement
        self.published = published
        self.addresses = addresses
    }
}
