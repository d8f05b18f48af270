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

    /// The value as a cell of csv has it: a list as the filters take it, with commas.
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
