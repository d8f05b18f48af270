extension Filters {
    /// The filters as clauses that follow "paragraphs".
    func clauses(inTheirWords: Bool, _ vocabulary: Vocabulary) -> [String] {
        FilterField.allCases.flatMap { field in
            self[field].clauses(of: field, vocabulary)
                + (field == .saidBy && inTheirWords ? ["in their words"] : [])
        }
    }
}

extension Filters.Choice {
    /// `said by a or b`, `not said by c or d` and `without a score`.
    fileprivate func clauses(of field: FilterField, _ vocabulary: Vocabulary) -> [String] {
        let words = field.filter.clause
        func list(_ values: [Filters.Value]) -> String? {
            let texts = values.filter { $0 != .none }.map { $0.english(of: field, vocabulary) }
            return texts.isEmpty ? nil : words + " " + English.list(texts, "or")
        }
        let nothing = English.withArticle(field.filter.noun)
        let wanted = [list(included), included.contains(.none) ? "without \(nothing)" : nil]
        let unwanted = [
            list(excluded).map { "not " + $0 }, excluded.contains(.none) ? "with \(nothing)" : nil,
        ]
        return [English.list(wanted.compactMap(\.self), "or")].filter { !$0.isEmpty }
            + unwanted.compactMap(\.self)
    }
}

extension Filters.Value {
    /// The value as it stands behind the words of its filter.
    fileprivate func english(of field: FilterField, _ vocabulary: Vocabulary) -> String {
        switch self {
        case .named(let slug):
            switch field {
            case .saidBy: vocabulary.list(of: field).name(of: slug).lowercased()
            case .section: English.quoted(vocabulary.list(of: field).name(of: slug))
            case .indicative: slug == "true" ? "indicative" : "not indicative"
            default: vocabulary.list(of: field).name(of: slug)
            }
        case .dates(let range): range.english
        case .none: "none"
        }
    }
}

extension DateRange {
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
