internal import Evidence
internal import EvidenceSearch

/// The reason why a name can't become a value of filters, of ids and of terms; `nil` if every name can.
extension StatementCatalogue {
    var fault: String? {
        (statements.map(\.name) + themes.map(\.name)).lazy.compactMap { name in
            let slug = Evidence.slug(name)
            return slug.isEmpty
                ? "“\(name.prefix(60))” is no name: it has no letter from a to z and no digit" : tooLong(slug)
        }.first
    }
}

extension AuthorityNames {
    var fault: String? {
        exceptions.lazy.map(\.slug).compactMap { slug in
            slug.isEmpty || Evidence.slug(slug) != slug
                ? "“\(slug.prefix(60))” is no slug: small letters from a to z, digits, single hyphens between"
                : tooLong(slug)
        }.first
    }
}

private func tooLong(_ slug: String) -> String? {
    slug.utf8.count > Schema.longestValue
        ? "a name has over \(Schema.longestValue) letters: \(slug.prefix(60))…" : nil
}
