internal import Evidence

/// Counts an answer by two facets at once, in one pass over the columns.
struct CrossCounter {
    /// Finds a document's values of a facet, as indices into the facet's list; `nil` is a value that is not listed.
    private enum Axis {
        /// The groups of the paragraph.
        case groups
        /// One value for each page.
        case page([Int?])
        /// One value for each section.
        case section([Int?])
    }

    let generation: Generation
    let answer: Search.Answer
    let hasWords: Bool

    /// The table of two facets that were counted already.
    func table(rows: Facet, columns: Facet) -> CrossTable {
        let (rowAxis, columnAxis) = (axis(of: rows), axis(of: columns))
        let empty = Array(
            repeating: Array(repeating: 0, count: columns.counts.count), count: rows.counts.count)
        var (counts, spoken) = (empty, empty)
        for match in answer.matches {
            let own = match.spoken
            forEachIndex(of: match.document, on: rowAxis) { row in
                forEachIndex(of: match.document, on: columnAxis) { column in
                    counts[row][column] += 1
                    if isSpoken(own, rowAxis, row) || isSpoken(own, columnAxis, column) {
                        spoken[row][column] += 1
                    }
                }
            }
        }
        let isOfGroups = rows.field == .saidBy || columns.field == .saidBy
        return CrossTable(
            rows: rows, columns: columns, counts: counts, inTheirWords: hasWords && isOfGroups ? spoken : nil)
    }

    private func isSpoken(_ groups: UInt16, _ axis: Axis, _ index: Int) -> Bool {
        if case .groups = axis { return groups & (1 << index) != 0 }
        return false
    }

    private func forEachIndex(of document: UInt32, on axis: Axis, _ body: (Int) -> Void) {
        let columns = generation.columns
        switch axis {
        case .groups: columns.saidBy[Int(document)].forEachBit(body)
        case .page(let indices): indices[Int(columns.page[Int(document)])].map(body)
        case .section(let indices): indices[Int(columns.section[Int(document)])].map(body)
        }
    }

    /// The axis of a facet, whose list of authorities holds only the most frequent.
    private func axis(of facet: Facet) -> Axis {
        let indices = Dictionary(
            facet.counts.enumerated().map { ($1.value.text, $0) }, uniquingKeysWith: { first, _ in first })
        switch facet.field {
        case .saidBy: return .groups
        case .section: return .section(generation.sections.map { indices[$0.slug] })
        default:
            guard let property = generation.pages.properties[facet.field.filter] else { return .page([]) }
            let values = property.values.map { indices[$0.value.text] } + [nil]
            return .page(property.indices.map { values[Int($0)] })
        }
    }
}

extension FacetCounter {
    /// The table of two facets, if one is wanted.
    func cross(_ fields: CrossTable.Fields?, limit: Int) -> CrossTable? {
        guard let fields else { return nil }
        let counted = facets([fields.rows, fields.columns], limit: limit)
        return CrossCounter(generation: generation, answer: answer, hasWords: hasWords)
            .table(rows: counted[0], columns: counted[1])
    }
}
