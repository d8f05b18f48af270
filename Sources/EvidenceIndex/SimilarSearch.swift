public import Evidence
internal import Xapian

extension Generation {
    /// The paragraphs most like another, by the words that tell it from the rest; `nil` where the index has no
    /// paragraph of this id, a `QueryError` where a filter can't be read.
    public func similar(to id: String, _ request: SimilarRequest) throws -> SimilarResponse? {
        guard let document = document(ofParagraph: id) else { return nil }
        let filters = try vocabulary.filters(from: request.fields)
        return try read { reader in
            try SimilarSearch(generation: self, document: document, reader: reader)
                .response(like: id, filters: filters, limit: request.limit)
        }
    }
}

/// Finds paragraphs like one of them: Xapian's ESet names the words that tell it, BM25 weighs who has them.
struct SimilarSearch {
    let generation: Generation
    let document: UInt32
    let reader: Reader

    /// How many words to search by: more add time and paragraphs that share nothing of weight.
    private static let mostTerms = 25

    func response(like id: String, filters: Filters, limit: Int) throws -> SimilarResponse {
        let terms = try terms()
        let index = generation.manifest.description
        guard !terms.isEmpty, limit > 0 else {
            return SimilarResponse(index: index, like: id, terms: terms.map(\.shown), hits: [])
        }
        let filter = FilterQuery(
            database: reader.database, filters: filters, dates: generation.pages.dates)
        let query = try filter.apply(to: .combine(.or, terms.map { try reader.database.query($0.term) }))
        let best = best(limit, of: try reader.database.matches(query, weighting: Search.weighting))
        return SimilarResponse(
            index: index, like: id, terms: terms.map(\.shown),
            hits: try hits(best, words: terms.map(\.shown.word)))
    }

    private typealias Term = (term: String, shown: SimilarResponse.Term)

    /// The telling words that other paragraphs have too, as this one writes them.
    private func terms() throws -> [Term] {
        let stored = try generation.stored(document, reader)
        let stops = Set(generation.manifest.stopWords)
        var words: [String: String] = [:]
        // A number that two paragraphs share is mostly chance.
        for word in TextWord.words(of: stored.text)
        where !stops.contains(word.text) && !(word.text.first?.isNumber ?? true) {
            let stem = Schema.stem(try reader.stems.stem(word.text))
            if words[stem] == nil { words[stem] = word.text }
        }
        let set = try reader.database.expansion(
            of: document, prefix: Schema.stem(""), limit: 4 * Self.mostTerms)
        var terms: [Term] = []
        for entry in set where terms.count < Self.mostTerms {
            let count = try reader.database.frequency(of: entry.term)
            guard count > 1, let word = words[entry.term] else { continue }
            terms.append((entry.term, .init(word: word, weight: entry.weight, paragraphs: count)))
        }
        return terms
    }

    /// The heaviest matches but the paragraph itself; those of one weight stay in the order of the index.
    private func best(_ limit: Int, of matches: Matches) -> [(document: UInt32, weight: Double)] {
        let others = zip(matches.documents, matches.weights).filter { $0.0 != document }
        let sorted = others.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
        return sorted.prefix(limit).map { (document: $0.0, weight: $0.1) }
    }

    private func hits(_ best: [(document: UInt32, weight: Double)], words: [String]) throws -> [Hit] {
        let root = QueryNode.or(words.map { .word(QueryWord(text: $0, typed: $0, at: 0..<0)) })
        let highlighter = try Highlighter(root, stems: reader.stems)
        let snippets = SnippetMaker(preferred: [])
        return try best.enumerated().map { place, match in
            let stored = try generation.stored(match.document, reader)
            let marks = try highlighter.marks(in: stored.text, stems: reader.stems)
            var hit = generation.hit(match.document, stored)
            hit.rank = place + 1
            hit.weight = match.weight
            hit.highlights = marks.map(\.range)
            hit.snippet = snippets.snippet(of: stored, marks: marks)
            return hit
        }
    }
}
