import Evidence

/// A value of a row.
enum Cell: Equatable {
    case text(String)
    case number(Int)
    case decimal(Double)
    case truth(Bool)
    /// Several values, such as the groups of a paragraph.
    case list([String])
    case none

    init(_ text: String?) { self = text.map(Cell.text) ?? .none }
    init(_ number: Int?) { self = number.map(Cell.number) ?? .none }
    init(_ truth: Bool?) { self = truth.map(Cell.truth) ?? .none }

    /// The value as csv has it; a list is joined with commas, as the filters take it.
    var plain: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .decimal(let number): "\((number * 10_000).rounded() / 10_000)"
        case .truth(let truth): String(truth)
        case .list(let texts): texts.joined(separator: ",")
        case .none: ""
        }
    }

    /// The value as people read it, with commas in large numbers.
    var shown: String {
        if case .number(let number) = self { number.grouped } else { plain }
    }

    /// Writes the value as JSON has it.
    func write(to json: inout JSONWriter) {
        switch self {
        case .text(let text): json.value(text)
        case .number(let number): json.value(number)
        case .decimal(let number): json.value(number)
        case .truth(let truth): json.value(truth)
        case .list(let texts): json.array(texts) { $0.value($1) }
        case .none: json.null()
        }
    }
}

extension [[Cell]] {
    /// Returns true if a column of these rows holds numbers alone, which stand to the right.
    func isNumeric(_ column: Int) -> Bool {
        !isEmpty
            && allSatisfy { row in
                switch row[column] {
                case .number, .decimal, .none: true
                case .text, .truth, .list: false
                }
            }
    }
}
