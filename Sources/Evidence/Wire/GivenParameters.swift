/// The parameters of a request, each one known to it, of a value that it takes and given once.
struct GivenParameters {
    /// The filters, as typed.
    private(set) var fields: [FieldValue] = []
    private var values: [String: String] = [:]

    /// No parameter at all: each has its usual value.
    init() {}

    /// The parameters of a URL; a name or a value that the request doesn't take is an error.
    init(_ given: [(name: String, value: String)], of request: Parameter.Request) throws(RequestError) {
        let known = Parameter.all(of: request)
        for (name, value) in given {
            if let field = try FieldValue(parameter: name, value: value) {
                guard known.contains(where: { $0.filter?.field == field.field }) else {
                    throw .unknownParameter(name, of: request)
                }
                fields.append(field)
                continue
            }
            guard let parameter = known.first(where: { $0.name == name }) else {
                throw .unknownParameter(name, of: request)
            }
            guard values.updateValue(value, forKey: name) == nil else { throw .givenTwice(parameter: name) }
            try parameter.check(value)
        }
    }

    /// The value as given, or else the usual one.
    func text(_ parameter: Parameter) -> String? { values[parameter.name] ?? parameter.usual }

    /// The number given, or else the usual one.
    func number(_ parameter: Parameter) -> Int? { text(parameter).flatMap { Int($0) } }

    /// Returns true if `true` was given.
    func isTrue(_ parameter: Parameter) -> Bool { text(parameter) == "true" }

    /// The editions to look at.
    var editions: Editions { text(.editions).flatMap(Editions.init) ?? .all }

    /// The facets given, or else the usual ones; none if there are neither.
    func facets(_ parameter: Parameter) -> [FacetField] {
        (text(parameter) ?? "").split(separator: ",").compactMap { FacetField(name: $0) }
    }
}

extension Parameter.Request {
    /// Refuses parameters that the request doesn't take, for one that has no type of its own.
    public func check(_ given: [(name: String, value: String)]) throws(RequestError) {
        _ = try GivenParameters(given, of: self)
    }
}

extension Parameter {
    /// Refuses a value that the parameter doesn't take.
    ///
    /// Filters are checked with the vocabulary of the index that they are asked of.
    fileprivate func check(_ value: String) throws(RequestError) {
        switch kind {
        case .text, .filter: return
        case .truth: try check(value, among: ["true", "false"])
        case .choice(let choices): try check(value, among: choices)
        case .order(let keys):
            try check(value.hasPrefix("-") ? String(value.dropFirst()) : value, among: keys)
        case .number(let range):
            guard let number = Int(value), range.contains(number) else {
                throw .badNumber(name, value: value, range: range)
            }
        case .facets: if value != "none" { _ = try checkedFacets(value) }
        case .twoFacets:
            let fields = try checkedFacets(value)
            guard fields.count == 2, fields[0] != fields[1] else { throw .badPair(name) }
        }
    }

    private func check(_ value: String, among known: [String]) throws(RequestError) {
        guard known.contains(value) else { throw .badParameter(name, value: value, known: known) }
    }

    private func checkedFacets(_ value: String) throws(RequestError) -> [FacetField] {
        let names = value.split(separator: ",", omittingEmptySubsequences: false)
        return try names.map { each throws(RequestError) in
            guard let field = FacetField(name: each) else {
                throw .badParameter(
                    name, value: String(each), known: FacetField.allCases.map(\.rawValue))
            }
            return field
        }
    }
}
