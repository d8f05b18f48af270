/// The wording of everything that can be wrong with a parameter.
extension RequestError {
    static func unknownParameter(_ name: String, of request: Parameter.Request) -> RequestError {
        let known = Parameter.names(of: Parameter.all(of: request))
        guard !known.isEmpty else {
            return RequestError(
                .unknownParameter, "\(request.rawValue) has no parameter \(name.prefix(60))",
                hint: "leave it out")
        }
        let nearest = Nearest(to: name, among: known.map { (value: $0, names: [slug($0)]) })
        return RequestError(
            .unknownParameter, "unknown parameter \(shown(name))",
            hint: nearest.likeliest.map { "did you mean \($0)?" }
                ?? "the parameters are \(English.list(known[...], "and"))",
            candidates: nearest.candidates)
    }

    static func givenTwice(parameter: String) -> RequestError {
        RequestError(.badValue, "\(parameter) is given twice", hint: "give it once")
    }

    static func badParameter(_ name: String, value: String, known: [String]) -> RequestError {
        RequestError(
            .badValue, "\(name) is \(English.list(known[...], "or")), not \(shown(value))", candidates: known)
    }

    static func badSince(_ value: String) -> RequestError {
        RequestError(
            .badValue, "since is a date or the number of a generation, not \(shown(value))",
            hint: "for example since=2026-11-01 or since=12")
    }

    static func badPair(_ name: String) -> RequestError {
        RequestError(
            .badValue, "\(name) takes two different facets", hint: "for example \(name)=said_by,score")
    }

    static func badNumber(_ name: String, value: String, range: ClosedRange<Int>) -> RequestError {
        let end = range.upperBound == Int(Int32.max) ? "on" : "to \(range.upperBound)"
        return RequestError(
            .badValue, "\(name) is a whole number from \(range.lowerBound) \(end), not \(shown(value))")
    }

    private static func shown(_ text: String) -> String { English.quoted(String(text.prefix(60))) }
}
