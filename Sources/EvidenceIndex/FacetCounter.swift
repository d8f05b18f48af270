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
            case .authority: return mostFrequent(facet(field, known, counts.authority), limit: limit)
            }
        }
    }

    private func tally() -> Tally {
        let columns = generation.columns
        var tally = Tally(pages: generation.pages.records.count, sections: generation.manifest.sections.count)
        for (index, document) in answer.documents.enumerated() {
            tally.count(
                Int(document), in: columns, hasAllWords: answer.hasAllWords[index],
                spoken: answer.spoken[index])
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

    /// Values of one count stay in the order of their slugs.
    private func mostFrequent(_ facet: Facet, limit: Int) -> Facet {
        let sorted = facet.counts.sorted { ($1.n, $0.value.text) < ($0.n, $1.value.text) }
        return Facet(field: facet.field, counts: limit == 0 ? sorted : Array(sorted.prefix(limit)))
    }
}
