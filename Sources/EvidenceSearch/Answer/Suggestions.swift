internal import Evidence

/// Names the words and filters without which a search that found nothing would find something, and how much.
struct Suggestions {
    let search: Search
    let request: SearchRequest

    func list(_ reader: Reader) throws -> [Suggestion] {
        try unknownWords(reader) + someWords(reader) + withoutTheirWords(reader) + withoutFilters(reader)
    }

    private func unknownWords(_ reader: Reader) throws -> [Suggestion] {
        let spelling = Spelling(generation: search.generation, deadline: search.deadline)
        return try (search.query.root?.wantedWords ?? []).filter { try !spelling.isKnown($0, reader) }.map {
            word in
            let better = try spelling.correction(of: word, in: search.query, reader)
            return Suggestion(
                message: "\"\(word.typed)\" is in no paragraph"
                    + (better.map { "; did you mean \($0)?" } ?? "."),
                parameter: "q", value: word.typed, instead: better, n: nil)
        }
    }

    private func someWords(_ reader: Reader) throws -> [Suggestion] {
        guard request.match == .all, search.root?.canRelax ?? false else { return [] }
        return try suggestion(reader, parameter: "match", value: "all", instead: "any") { request, _ in
            request.match = .any
            return "With some of the words"
        }
    }

    private func withoutTheirWords(_ reader: Reader) throws -> [Suggestion] {
        guard request.inTheirWords else { return [] }
        return try suggestion(reader, parameter: "in_their_words", value: "true", instead: nil) {
            request, _ in
            request.inTheirWords = false
            return "Without `in_their_words`"
        }
    }

    private func withoutFilters(_ reader: Reader) throws -> [Suggestion] {
        try search.query.fields.flatMap { field in
            let value = field.values.map(\.text).joined(separator: ",")
            return try suggestion(reader, parameter: field.parameter, value: value, instead: nil) {
                request, fields in
                request.inTheirWords = request.inTheirWords && field.field != .saidBy
                fields.removeAll { $0 == field }
                return "Without `\(field.parameter)` \(value)"
            }
        }
    }

    /// The suggestion to change the request, which `change` does and names; none if that finds nothing either.
    private func suggestion(
        _ reader: Reader, parameter: String, value: String, instead: String?,
        change: (inout SearchRequest, inout [FieldValue]) -> String
    ) throws -> [Suggestion] {
        var request = request
        request.facets = []
        var fields = search.query.fields
        let words = change(&request, &fields)
        guard search.root != nil || !fields.isEmpty else { return [] }
        let other = Search(
            generation: search.generation, query: search.query, root: search.root,
            filters: try search.generation.vocabulary.filters(from: fields), request: request,
            deadline: search.deadline)
        let n = try other.answer(reader.stems).0.matches.count
        guard n > 0 else { return [] }
        return [
            Suggestion(message: "\(words): \(n).", parameter: parameter, value: value, instead: instead, n: n)
        ]
    }
}
