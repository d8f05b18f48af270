extension Filters {
    /// The filters as clauses that follow "paragraphs".
    func clauses(inTheirWords: Bool, _ vocabulary: Vocabulary) -> [String] {
        saidBy.clauses("said by") { $0.label.lowercased() }
            + (inTheirWords ? ["in their words"] : [])
            + score.clauses("in statements scored", String.init)
            + statement.clauses("in", vocabulary.statements.name)
            + theme.clauses("under", vocabulary.themes.name)
            + section.clauses("in the section") { English.quoted(vocabulary.sections.name(of: $0)) }
            + authority.clauses("of", vocabulary.authorities.name)
            + published.clauses("published", \.english)
            + indicative.clauses("on pages that are") { $0 ? "indicative" : "not indicative" }
    }
}

extension Filters.Choice {
    /// `said by a or b` and `not said by c or d`.
    fileprivate func clauses(_ words: String, _ text: (Value) -> String) -> [String] {
        (included.isEmpty ? [] : [words + " " + English.list(included.map(text), "or")])
            + (excluded.isEmpty ? [] : ["not " + words + " " + English.list(excluded.map(text), "or")])
    }
}

extension PublishedRange {
    /// The range as it stands behind "published".
    fileprivate var english: String {
        switch (from, to) {
        case (let from?, let to?) where from == to: (from.utf8.count == 10 ? "on " : "in ") + from
        case (let from?, let to?): "from \(from) to \(to)"
        case (let from?, nil): "from \(from)"
        case (nil, let to?): "up to \(to)"
        case (nil, nil): "at any time"
        }
    }
}
