/// The values that a filter can take, and how to find one by any unambiguous part of its name.
public struct ValueList: Sendable {
    /// A value and the names that it answers to.
    public struct Entry: Sendable {
        /// The value in filters, facets and hits.
        public let slug: String
        /// The name as people read it.
        public let name: String
        /// The slug, the name's slug and those of other wordings.
        let names: [String]

        /// A value with its name and other wordings of it.
        public init(slug: String, name: String, aliases: [String] = []) {
            self.slug = slug
            self.name = name
            var names = [slug]
            for other in ([name] + aliases).map({ Evidence.slug($0) }) where !names.contains(other) {
                names.append(other)
            }
            self.names = names
        }
    }

    /// The values in their own order.
    public let entries: [Entry]
    /// The word for a value in messages: `statement`.
    private let noun: String
    private let indices: [String: Int]

    /// The values of a filter.
    public init(of field: FilterField, _ entries: [Entry]) {
        self.entries = entries
        noun = field.filter.noun
        let named = entries.enumerated().flatMap { index, entry in entry.names.map { ($0, index) } }
        indices = Dictionary(named, uniquingKeysWith: { first, _ in first })
    }

    /// The name of the value with this slug; the slug itself if there is none.
    public func name(of slug: String) -> String { indices[slug].map { entries[$0].name } ?? slug }

    /// The slugs that a filter's values mean.
    func slugs(of field: FieldValue) throws(RequestError) -> [String] {
        // A name may hold commas: "Care provision, integration and continuity".
        let whole = field.values.map(\.text).joined(separator: ",")
        if field.values.count > 1, let index = indices[Evidence.slug(whole)] { return [entries[index].slug] }
        return try field.values.map { value throws(RequestError) in try slug(of: value) }
    }

    /// An exact slug or name, else the only value with a name that holds the text.
    private func slug(of value: FieldValue.Value) throws(RequestError) -> String {
        let part = Evidence.slug(value.text)
        if let index = indices[part] { return entries[index].slug }
        let found = part.isEmpty ? [] : entries.filter { $0.names.contains { isPart(part, of: $0) } }
        if found.count == 1 { return found[0].slug }
        guard found.isEmpty else {
            throw .ambiguousValue(value, noun: noun, candidates: found.map(\.slug))
        }
        let nearest = Nearest(to: value.text, among: entries.map { ($0.slug, $0.names) })
        throw .unknownValue(value, noun: noun, nearest: nearest)
    }
}

/// Returns true if `part` occurs in `whole`, both slugs.
///
/// It goes byte by byte, because there may be hundreds to look through.
private func isPart(_ part: String, of whole: String) -> Bool {
    let part = Array(part.utf8)
    // A slug is made here and lies in one piece, so its bytes are always to be had.
    return whole.utf8.withContiguousStorageIfAvailable { whole in
        whole.indices.dropLast(part.count - 1).contains { start in
            whole[start] == part[0] && whole[start...].starts(with: part)
        }
    } ?? false
}
