/// A query without its invisible characters, which people paste without knowing, and where each byte was typed.
struct VisibleText {
    private(set) var text = ""
    /// Where the character was typed that a byte is of; behind the last, the end of the query.
    private var origins: [Int] = []

    /// The visible text of a query; `nil` if all of it is visible.
    init?(_ query: String) {
        guard query.visible.utf8.count != query.utf8.count else { return nil }
        var at = 0
        for scalar in query.unicodeScalars {
            let width = UTF8.width(scalar)
            if !String(scalar).visible.isEmpty {
                text.unicodeScalars.append(scalar)
                origins += repeatElement(at, count: width)
            }
            at += width
        }
        origins.append(at)
    }

    /// The error at the byte where it was typed.
    func typed(_ error: RequestError) -> RequestError {
        RequestError(
            error.code, error.message, at: error.at.map { origins[min($0, origins.count - 1)] },
            hint: error.hint, candidates: error.candidates)
    }

    /// The filter at the bytes where it was typed.
    func typed(_ field: FieldValue) -> FieldValue {
        FieldValue(
            field.field, isExcluded: field.isExcluded,
            values: field.values.map { .init($0.text, at: $0.at.map { origins[$0] }) },
            at: field.at.map { origins[$0.lowerBound]..<origins[$0.upperBound] })
    }
}
