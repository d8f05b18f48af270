package import Evidence

/// The pages of one authority that are one assessment: their editions lie within three months of one another.
package struct Assessment {
    /// The month of publication: the summary's, else the latest of its pages'; `nil` if none has one.
    package let edition: String?
    /// Its pages by edition, those without one last.
    package let pages: [PageRecord]

    private init(_ dated: [PageRecord], undated: [PageRecord]) {
        pages = dated + undated
        let summary = dated.last { $0.statement == StatementCatalogue.summary }
        edition = (summary ?? dated.last)?.edition
    }

    /// The assessments of one authority's pages, the latest last; pages without an edition belong to that.
    package static func all(of pages: [PageRecord]) -> [Assessment] {
        let undated = pages.filter { $0.edition == nil }
        var groups: [[PageRecord]] = []
        for page in pages.sorted(by: { ($0.edition ?? "", $0.number) < ($1.edition ?? "", $1.number) }) {
            guard let month = page.month else { continue }
            if let first = groups.last?.first?.month, month - first <= 3 {
                groups[groups.count - 1].append(page)
            } else {
                groups.append([page])
            }
        }
        guard let latest = groups.popLast() else { return [Assessment([], undated: undated)] }
        return groups.map { Assessment($0, undated: []) } + [Assessment(latest, undated: undated)]
    }
}

extension Assessment {
    /// The rating that its summary page states.
    package var statedRating: Rating? { pages.last { $0.statedRating != nil }?.statedRating }

    /// The percentage that its summary page states.
    package var statedPercentage: Int? { pages.last { $0.statedPercentage != nil }?.statedPercentage }

    /// The percentage that the CQC's rule makes of its scores; `nil` unless every one is known and none is indicative.
    package func computedPercentage(in catalogue: StatementCatalogue) -> Int? {
        let statements = catalogue.statements.filter { $0.theme != nil }.map(\.slug)
        let scored = statements.compactMap { slug in pages.last { $0.statement == slug && $0.score != nil } }
        guard scored.count == statements.count, !scored.contains(where: \.isIndicative) else { return nil }
        return Rating.percentage(ofScores: scored.compactMap(\.score))
    }

    /// The rating that the CQC's rule makes of its scores.
    package func computedRating(in catalogue: StatementCatalogue) -> Rating? {
        computedPercentage(in: catalogue).flatMap { Rating(percentage: $0) }
    }

    /// The rating: as stated, else as computed.
    package func rating(in catalogue: StatementCatalogue) -> Rating? {
        statedRating ?? computedRating(in: catalogue)
    }
}

extension PageRecord {
    /// The month of its edition, counted from year 0.
    fileprivate var month: Int? {
        guard let numbers = edition.flatMap({ PublicationDate($0) })?.numbers else { return nil }
        return numbers[0] * 12 + numbers[1]
    }
}
