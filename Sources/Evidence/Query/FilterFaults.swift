/// The wording of everything that can be wrong with a filter.
extension RequestError {
    static func unknownFilter(_ name: String, at: Int) -> RequestError {
        let fields = FilterField.allCases.map { (value: $0.name, names: [$0.name]) }
        let nearest = Nearest(to: name, among: fields)
        return RequestError(
            .badQuery, "unknown filter \"\(name)\" at byte \(at)", at: at,
            hint: suggestion(nearest) + (nearest.likeliest == nil ? ", or write a space for the colon" : ""),
            candidates: nearest.candidates)
    }

    static func unknownValue(_ value: FieldValue.Value, noun: String, nearest: Nearest) -> RequestError {
        RequestError(
            .unknownValue, "unknown \(noun) \(shown(value))", at: value.at,
            hint: suggestion(nearest), candidates: nearest.candidates)
    }

    static func ambiguousValue(
        _ value: FieldValue.Value, noun: String, candidates: [String]
    ) -> RequestError {
        RequestError(
            .unknownValue, "\(noun) \(shown(value)) is ambiguous", at: value.at,
            hint: "it could be \(alternatives(candidates))", candidates: candidates)
    }

    static func emptyValue(of field: FilterField, at: Int?) -> RequestError {
        RequestError(
            .badValue, "\(field.name) has an empty value\(byte(at))", at: at,
            hint: "write it without spaces, as in \(field.name):\(field.filter.example)")
    }

    static func badScore(_ value: FieldValue.Value) -> RequestError {
        RequestError(
            .badValue, "score is 1 to 4 or none, not \(shown(value))", at: value.at,
            hint: "write one score, a list or a range, as in score:2, score:1,2 or score:1..2",
            candidates: FilterField.score.filter.values)
    }

    static func badDate(_ value: FieldValue.Value, of field: FilterField) -> RequestError {
        RequestError(
            .badValue, "\(field.name) is a date or a range of dates, not \(shown(value))", at: value.at,
            hint: "write a year, month or day, or a range, as in \(field.name):\(field.filter.example)")
    }

    static func badMonth(_ value: FieldValue.Value, of field: FilterField) -> RequestError {
        RequestError(
            .badValue, "\(field.name) is a month or a range of months, not \(shown(value))", at: value.at,
            hint: "write a year or a month, or a range, as in \(field.name):\(field.filter.example)")
    }

    static func badTruth(_ value: FieldValue.Value) -> RequestError {
        RequestError(
            .badValue, "indicative is true or false, not \(shown(value))", at: value.at,
            hint: "write indicative:true or indicative:false",
            candidates: FilterField.indicative.filter.values)
    }

    static func filterInBrackets(_ field: FieldValue, at: Int) -> RequestError {
        RequestError(
            .badQuery, "the filter \(field.field.name) at byte \(at) is inside brackets", at: at,
            hint: everywhere(field.field))
    }

    static func filterUnderOr(_ field: FieldValue, at: Int) -> RequestError {
        RequestError(
            .badQuery, "the filter \(field.field.name) at byte \(at) is beside OR", at: at,
            hint: everywhere(field.field))
    }

    static func flagInQuery(_ field: FilterField, at: Int) -> RequestError {
        RequestError(
            .badQuery, "`\(field.rawValue)` at byte \(at) is inside the query", at: at,
            hint:
                "write \(field.name):\(field.filter.example) there, or `\(field.rawValue)` outside the query")
    }

    /// The hint for a filter that stands among words that it cannot be tied to.
    private static func everywhere(_ field: FilterField) -> String {
        "filters hold for the whole query: put the words in brackets and the filter behind them, "
            + "and alternatives behind one colon, as in (delays OR waits) \(field.name):\(field.filter.example)"
    }

    /// The value in quotes, cut before it buries the sentence, and its byte.
    private static func shown(_ value: FieldValue.Value) -> String {
        let text = value.text.count > 60 ? value.text.prefix(60) + "…" : value.text[...]
        return English.quoted(String(text)) + byte(value.at)
    }

    private static func byte(_ at: Int?) -> String { at.map { " at byte \($0)" } ?? "" }

    private static func suggestion(_ nearest: Nearest) -> String {
        if let likeliest = nearest.likeliest { return "did you mean \(likeliest)?" }
        guard !nearest.candidates.isEmpty else { return "the index has none" }
        return "it can be \(alternatives(nearest.candidates))"
    }

    private static func alternatives(_ values: [String]) -> String {
        let shown = values.prefix(10)
        return English.list(shown, "or") + (values.count > shown.count ? " …" : "")
    }
}
