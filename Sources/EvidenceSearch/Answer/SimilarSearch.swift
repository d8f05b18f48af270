internal import Algorithms
public import Evidence
internal import Xapian

extension Generation {
    /// The paragraphs most like another, by the words that mark it out; `nil` if the index has no paragraph of this id.
    ///
    /// Throws a `RequestError` if a filter cannot be read. The search stops at the deadline and returns the best of what it has found so far.
    public func similar(
        to id: String, _ request: SimilarRequest, until deadline: ContinuousClock.Instant
    ) throws -> SimilarResponse? {
        guard let page = page(ofParagraph: id, editions: .all), let document = document(of: page) else {
            return nil
        }
        let filters = try vocabulary.filters(from: request.fields)
        return try read { reader in
            try SimilarSearch(
                generation: self, document: document, reader: reader, editions: request.editions,
                deadline: deadline
            ).response(like: self.id(of: page), filters: filters, limit: request.limit)
        }
    }
}

/// Finds paragraphs like one of them: Xapian's ESet names the words that mark it out, and BM25 weighs the paragraphs that
/// hold them.
struct SimilarSearch {
    let generation: Generation
    let document: UInt32
    let reader: Reader
    let editions: Editions
    let deadline: ContinuousClock.Instant

    /// The number of words to search by: more take time and add paragraphs that share little.
    private static let maxTerms = 25

    func response(like id: String, filters: Filters, limit: Int) throws -> SimilarResponse {
        let terms = try terms()
        return SimilarResponse(
            index: generation.manifest.description, like: id, terms: terms.map(\.shown),
            hits: terms.isEmpty || limit == 0 ? [] : try hits(terms, filters, limit: limit))
    }

    private typealias Term = (term: String, shown: SimilarResponse.Term)

    /// The words that mark this paragraph out and that others have too, as this one writes them.
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
            of: document, prefix: Schema.stem(""), limit: 4 * Self.maxTerms)
        var terms: [Term] = []
        for entry in set where terms.count < Self.maxTerms {
            let count = try reader.database.frequency(of: entry.term)
            guard count > 1, let word = words[entry.term] else { continue }
            terms.append((entry.term, .init(word: word, weight: entry.weight, paragraphs: count)))
        }
        return terms
    }

    private func hits(_ terms: [Term], _ filters: Filters, limit: Int) throws -> [Hit] {
        let collector = Collector(
            documents: generation.map.documents,
            filter: FilterMask(filters, editions: editions, generation: generation),
            deadline: deadline)
        let compiler = QueryCompiler(generation, stems: reader.stems)
        let answer = collector.answer(compiler.any(of: terms.map { String($0.term.dropFirst()) }))
        let words = terms.map { QueryWord(text: $0.shown.word, typed: $0.shown.word, at: 0..<0) }
        return try HitList(generation: generation, root: .or(words.map { .word($0) }), groups: [])
            .hits(best(limit, of: answer.matches), after: 0, reader, until: deadline)
    }

    /// The heaviest matches without the paragraph itself; those of one weight stay in the order of the index.
    private func best(_ limit: Int, of matches: [FoundDocument]) -> [FoundDocument] {
        matches.filter { $0.document != document }.min(count: limit) {
            ($1.tenThousandths, $0.document) < ($0.tenThousandths, $1.document)
        }
    }
}
