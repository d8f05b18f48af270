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
    private let field: FilterField
    private let indices: [String: Int]

    /// The values of a filter.
    public init(of field: FilterField, _ entries: [Entry]) {
        self.entries = entries
        self.field = field
        let named = entries.enumerated().flatMap { index, entry in entry.names.map { ($0, index) } }
        indices = Dictionary(named, uniquingKeysWith: { first, _ in first })
    }

    /// The name of the value with this slug; the slug itself if there is none.
    public func name(of slug: String) -> String { indices[slug].map { entries[$0].name } ?? slug }

    /// The values that a filter's mean.
    func values(of field: FieldValue) throws(RequestError) -> [Filters.Value] {
        var values: [Filters.Value] = []
        var rest = field.values[...]
        while let value = rest.first {
            if let (parts, index) = nameWithCommas(at: rest) {
                values.append(.named(entries[index].slug))
                rest = rest.dropFirst(parts)
            } else {
                values.append(self.field.isNone(value) ? .none : .named(try slug(of: value)))
                rest = rest.dropFirst()
            }
        }
        return values
    }

    /// The commas that a name may hold, as "Care provision, integration and continuity" and "Wexcombe, City of" hold one.
    private static let mostCommas = 3

    /// The longest name that stands at the beginning of some values and holds the commas between: the number of its
    /// parts, and its index.
    private func nameWithCommas(at values: ArraySlice<FieldValue.Value>) -> (parts: Int, index: Int)? {
        (1...Self.mostCommas).reversed().lazy.filter { $0 < values.count }.compactMap { commas in
            let whole = values.prefix(commas + 1).map(\.text).joined(separator: ",")
            return index(of: Evidence.slug(whole)).map { (commas + 1, $0) }
        }.first
    }

    /// The index of the value with this slug, or with a name of this slug; an authority needs no rank or kind.
    private func index(of slug: String) -> Int? {
        indices[slug] ?? (field == .authority ? indices[AuthorityNames.plain(slug)] : nil)
    }

    /// An exact slug or name, else the only value with a name that holds the text.
    private func slug(of value: FieldValue.Value) throws(RequestError) -> String {
        let part = Evidence.slug(value.text)
        if let index = index(of: part) { return entries[index].slug }
        let found = part.isEmpty ? [] : entries.filter { $0.names.contains { isPart(part, of: $0) } }
        if found.count == 1 { return found[0].slug }
        guard found.isEmpty else {
            throw .ambiguousValue(value, noun: field.filter.noun, candidates: found.map(\.slug))
        }
        let known = entries.map { ($0.slug, $0.names) } + (field.filter.hasNone ? [("none", ["none"])] : [])
        throw .unknownValue(value, noun: field.filter.noun, nearest: Nearest(to: value.text, among: known))
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
