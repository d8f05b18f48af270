internal import Evidence

/// A heading that paragraphs stand under.
package struct Section: Equatable, Sendable {
    /// The value in filters, facets and hits.
    package let slug: String
    /// The heading as pages print it.
    package let name: String

    package init(slug: String, name: String) {
        self.slug = slug
        self.name = name
    }
}

/// The headings of a generation, each slug once, in byte order.
struct Sections: Sendable {
    let all: [Section]
    /// For each heading of the map, the index of its slug among `all`.
    let indices: [UInt32]

    /// Two headings of one slug, such as `Key findings` and `Key Findings`, count as one, under the first name.
    init(_ names: Names) {
        var all: [Section] = []
        indices = (0..<names.count).map { number in
            let parts = names[number].split(separator: UInt8(ascii: "\n"), maxSplits: 1)
            let texts = parts.map { String(decoding: $0, as: UTF8.self) }
            let slug = texts.first ?? ""
            if all.last?.slug != slug || all.isEmpty {
                all.append(Section(slug: slug, name: texts.count > 1 ? texts[1] : slug))
            }
            return UInt32(all.count - 1)
        }
        self.all = all
    }
}
