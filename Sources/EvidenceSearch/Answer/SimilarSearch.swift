internal import Algorithms
public import Evidence
internal import Xapian

extension Generation {
    /// The paragraphs most like another, by the words that tell it from the rest; `nil` where the index has no
    /// paragraph of this id, a `QueryError` where a filter can't be read.
    ///
    /// What isn't found by the deadline isn't looked at.
    public func similar(
        to id: String, _ request: SimilarRequest, until deadline: ContinuousClock.Instant
    ) throws -> SimilarResponse? {
        guard let document = document(ofParagraph: id) else { return nil }
        let filters = try vocabulary.filters(from: request.fields)
        return try read { reader in
            try SimilarSearch(generation: self, document: document, reader: reader, deadline: deadline)
                .response(like: id, filters: filters, limit: request.limit)
        }
    }
}

/// Finds paragraphs like one of them: Xapian's ESet names the words that tell it, BM25 weighs who has them.
struct SimilarSearch {
    let generation: Generation
    let document: UInt32
    let reader: Reader
    let deadline: ContinuousClock.Instant

    /// How many words to search by: more add time and paragraphs that share nothing of weight.
    private static let mostTerms = 25

    func response(like id: String, filters: Filters, limit: Int) throws -> SimilarResponse {
        let terms = try terms()
        let index = generation.manifest.description
        guard !terms.isEmpty, limit > 0 else {
            return SimilarResponse(index: index, like: id, terms: terms.map(\.shown), hits: [])
        }
        let builder = MatchBuilder(generation, stems: reader.stems)
        let matcher = Matcher(
            generation: generation, filter: FilterMask(filters, generation: generation),
            deadline: deadline)
        let answer = matcher.answer(builder.any(of: terms.map { String($0.term.dropFirst()) }))
        let best = best(limit, of: answer.matches)
        return SimilarResponse(
            index: index, like: id, terms: terms.map(\.shown),
            hits: try hits(best, words: terms.map(\.shown.word)))
    }

    private typealias Term = (term: String, shown: SimilarResponse.Term)

    /// The telling words that other paragraphs have too, as this one writes them.
    private func terms() throws -> [Term] {
        let stored = try generation.stored(document)
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
    private func best(_ limit: Int, of matches: [Match]) -> [Match] {
        matches.filter { $0.document != document }.min(count: limit) {
            ($1.tenThousandths, $0.document) < ($0.tenThousandths, $1.document)
        }
    }

    private func hits(_ best: [Match], words: [String]) throws -> [Hit] {
        let root = QueryNode.or(words.map { .word(QueryWord(text: $0, typed: $0, at: 0..<0)) })
        let highlighter = try Highlighter(root, postings: generation.postings, stems: reader.stems)
        let snippets = SnippetMaker(preferred: [])
        return try best.enumerated().map { place, match in
            let stored = try generation.stored(match.document)
            let marks = highlighter.marks(in: Int(match.document), text: stored.text)
            var hit = generation.hit(match.document, stored)
            hit.rank = place + 1
            hit.weight = match.weight
            hit.highlights = marks.map(\.range)
            hit.snippet = snippets.snippet(of: stored, marks: marks)
            return hit
        }
    }
}
