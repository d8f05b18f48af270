internal import Evidence
internal import Xapian

/// What to try where nothing was found: which word or filter emptied the answer, and what is there without it.
struct Suggestions {
    let search: Search

    func list(_ reader: Reader) throws -> [Suggestion] {
        try unknownWords(reader) + withoutFilters(reader)
    }

    private func unknownWords(_ reader: Reader) throws -> [Suggestion] {
        let spelling = Spelling(generation: search.generation)
        var suggestions: [Suggestion] = []
        for word in search.query.root?.wantedWords ?? [] where try !spelling.isKnown(word, reader) {
            suggestions.append(
                Suggestion(
                    message: "\"\(word.typed)\" is in no paragraph.", parameter: "q", value: word.typed,
                    instead: nil, n: nil))
        }
        return suggestions
    }

    private func withoutFilters(_ reader: Reader) throws -> [Suggestion] {
        var suggestions: [Suggestion] = []
        for field in search.query.fields {
            let rest = search.query.fields.filter { $0 != field }
            guard search.query.root != nil || !rest.isEmpty else { continue }
            var request = search.request
            request.inTheirWords = false
            let other = Search(
                generation: search.generation, query: search.query, root: search.root,
                filters: try search.generation.vocabulary.filters(from: rest), request: request)
            let n = try other.answer(reader).0.documents.count
            guard n > 0 else { continue }
            let value = field.values.map(\.text).joined(separator: ",")
            let name = (field.isExcluded ? "not_" : "") + field.field.rawValue
            suggestions.append(
                Suggestion(
                    message: "Without \(field.isExcluded ? "not-" : "")\(field.field.name) \(value): \(n).",
                    parameter: name, value: value, instead: nil, n: n))
        }
        return suggestions
    }
}
