internal import Evidence

/// Counts the facets of an answer.
struct FacetCounter {
    let generation: Generation
    let answer: Search.Answer
    let match: SearchResponse.Match
    let hasWords: Bool

    /// The facets asked for, in the order of `FacetField.allCases`; of authorities the `limit` most frequent, all
    /// where it is 0.
    func facets(_ fields: [FacetField], limit: Int) -> [Facet] {
        guard !fields.isEmpty else { return [] }
        let counts = tally().counts(pages: generation.pages, catalogue: generation.manifest.catalogue)
        return fields.map { field in
            let known = generation.totals.facets[field] ?? []
            switch field {
            case .saidBy: return facet(field, known, counts.saidBy)
            case .score: return facet(field, known, counts.score)
            case .statement: return facet(field, known, counts.statement)
            case .theme: return facet(field, known, counts.theme)
            case .section: return facet(field, known, counts.section)
            case .authority:
                let places = mostFrequent(counts.authority, limit: limit)
                return facet(field, places.map { known[$0] }, places.map { counts.authority[$0] })
            }
        }
    }

    private func tally() -> Tally {
        let columns = generation.columns
        var tally = Tally(pages: generation.pages.records.count, sections: generation.manifest.sections.count)
        for match in answer.matches {
            tally.count(
                Int(match.document), in: columns, hasAllWords: match.hasAllWords, spoken: match.spoken)
        }
        return tally
    }

    private func facet(_ field: FacetField, _ known: [FacetCount], _ counts: [Tally.Count]) -> Facet {
        Facet(
            field: field,
            counts: zip(known, counts).map { known, count in
                var entry = known
                entry.n = count.n
                entry.allWords = match == .some ? count.allWords : nil
                entry.inTheirWords = field == .saidBy && hasWords ? count.spoken : nil
                return entry
            })
    }

    /// The places of the most frequent values, all of them where `limit` is 0.
    ///
    /// Those of one count stay in the order of their slugs.
    private func mostFrequent(_ counts: [Tally.Count], limit: Int) -> [Int] {
        // One number each sorts sooner than pairs: the count, and behind it the place from the end.
        let keys = counts.enumerated().map { place, count in count.n << 32 | (counts.count - place) }
        let sorted = keys.sorted(by: >).prefix(limit == 0 ? keys.count : limit)
        return sorted.map { counts.count - $0 & 0xFFFF_FFFF }
    }
}
