/// The wording of everything that can be wrong with a parameter.
extension RequestError {
    static func unknownParameter(_ name: String, known: [String]) -> RequestError {
        let nearest = Nearest(to: name, among: known.map { (value: $0, names: [slug($0)]) })
        return RequestError(
            .unknownParameter, "unknown parameter \(English.quoted(String(name.prefix(60))))",
            hint: nearest.likeliest.map { "did you mean \($0)?" }
                ?? "the parameters are \(English.list(known[...], "and"))",
            candidates: nearest.candidates)
    }

    static func givenTwice(parameter: String) -> RequestError {
        RequestError(.badValue, "\(parameter) is given twice", hint: "give it once")
    }

    /// Throws where a parameter of one of these names is given twice: which of the values holds would be a guess.
    static func checkOnce(
        _ names: String..., in parameters: [(name: String, value: String)]
    ) throws(RequestError) {
        for name in names where parameters.count(where: { $0.name == name }) > 1 {
            throw givenTwice(parameter: name)
        }
    }

    static func badParameter(_ name: String, value: String, known: [String]) -> RequestError {
        RequestError(
            .badValue,
            "\(name) is \(English.list(known[...], "or")), not \(English.quoted(String(value.prefix(60))))",
            candidates: known)
    }

    static func badNumber(_ name: String, value: String, range: ClosedRange<Int>) -> RequestError {
        let most = range.upperBound == Int(Int32.max) ? "on" : "to \(range.upperBound)"
        return RequestError(
            .badValue,
            "\(name) is a whole number from \(range.lowerBound) \(most), not \(English.quoted(String(value.prefix(60))))"
        )
    }
}
