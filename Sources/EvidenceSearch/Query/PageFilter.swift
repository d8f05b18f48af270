internal import Evidence

extension Pages {
    /// For each page true if it passes the filters of pages; `nil` if every page does.
    ///
    /// There are many pages and few authorities, kinds and dates, so each of these is compared once.
    func passing(_ filters: Filters, in catalogue: StatementCatalogue) -> [Bool]? {
        guard filters.isOfPages else { return nil }
        let authorities = authorities.map { authority in filters.authority.passes { $0 == authority.slug } }
        let kinds = kinds.map { filters.contains($0, in: catalogue) }
        let dates = dates.filter { date in filters.published.passes { $0.contains(date) } }
        let isUndatedPassing = filters.published.passes { _ in false }
        return records.indices.map { page in
            authorities[Int(counted[page].authority)] && kinds[Int(counted[page].kind)]
                && (filters.published.isEmpty
                    || (records[page].published.map { dates.contains($0) } ?? isUndatedPassing))
                && (filters.indicative.isEmpty
                    || filters.indicative.passes { $0 == records[page].isIndicative })
        }
    }
}

extension Filters {
    fileprivate var isOfPages: Bool {
        !(authority.isEmpty && statement.isEmpty && theme.isEmpty && score.isEmpty && published.isEmpty
            && indicative.isEmpty)
    }

    fileprivate func contains(_ kind: Pages.Kind, in catalogue: StatementCatalogue) -> Bool {
        let itsStatement = catalogue.statements[kind.statement].slug
        let itsTheme = catalogue.theme(ofStatement: itsStatement)?.slug
        let itsScore = kind.score.map { catalogue.scores[$0].score }
        return statement.passes { $0 == itsStatement } && theme.passes { $0 == itsTheme }
            && score.passes { $0 == itsScore }
    }
}

extension Filters.Choice {
    /// Returns true if something passes that has the values for which `matches` is true.
    func passes(_ matches: (Value) -> Bool) -> Bool {
        (included.isEmpty || included.contains(where: matches)) && !excluded.contains(where: matches)
    }
}
