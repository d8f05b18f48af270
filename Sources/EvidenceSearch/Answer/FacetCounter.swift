internal import Algorithms
internal import Evidence

/// Counts the facets of an answer.
struct FacetCounter {
    let generation: Generation
    let answer: Search.Answer
    let match: SearchResponse.Match
    let hasWords: Bool

    /// The facets asked for, in the order of `FacetField.allCases`; of authorities the `limit` most frequent, or all if
    /// `limit` is 0.
    func facets(_ fields: [FacetField], limit: Int) -> [Facet] {
        guard !fields.isEmpty else { return [] }
        let tally = tally { _ in true }
        let allWords = match == .some ? self.tally(where: \.hasAllWords) : nil
        return fields.map { field in
            let its = tally.counts(of: field, in: generation.pages)
            let itsAllWords = allWords?.counts(of: field, in: generation.pages)
            let spoken = field == .saidBy && hasWords ? tally.inTheirWords : nil
            let known = generation.totals.facets[field] ?? []
            return Facet(
                field: field,
                counts: shown(field, its, limit: limit).map { value in
                    var entry = known[value]
                    entry.n = its[value]
                    entry.allWords = itsAllWords?[value]
                    entry.inTheirWords = spoken?[value]
                    return entry
                })
        }
    }

    /// The values that an answer shows, in its order, as indices into the counts.
    private func shown(_ field: FacetField, _ counts: [Int], limit: Int) -> [Int] {
        field == .authority ? mostFrequent(counts, limit: limit) : Array(counts.indices)
    }

    private func tally(where isCounted: (FoundDocument) -> Bool) -> Tally {
        let columns = generation.columns
        var tally = Tally(pages: generation.pages.records.count, sections: generation.sections.count)
        for match in answer.matches where isCounted(match) {
            tally.count(Int(match.document), in: columns, spoken: match.spoken)
        }
        return tally
    }

    /// The indices of the greatest counts, or of all if `limit` is 0; equal counts stay in the order of their slugs.
    private func mostFrequent(_ counts: [Int], limit: Int) -> [Int] {
        // One number each sorts sooner than pairs: the count, and below it the index from the end.
        let keys = counts.enumerated().map { index, count in (count << 32) | (counts.count - index) }
        let most = keys.max(count: limit == 0 ? keys.count : limit)
        return most.reversed().map { counts.count - ($0 & 0xFFFF_FFFF) }
    }
}
