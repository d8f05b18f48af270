import ArgumentParser
import Evidence

/// How words are searched, and how far counts go.
struct MatchOptions: ParsableArguments {
    @Option(
        name: Parameter.match.names, help: Parameter.match.optionHelp, completion: Parameter.match.completion)
    var match: String?

    @Flag(name: Parameter.exact.names, help: Parameter.exact.optionHelp)
    var exact = false

    @Option(name: Parameter.facetLimit.names, help: Parameter.facetLimit.optionHelp)
    var facetLimit: Int?

    @Option(name: Parameter.generation.names, help: Parameter.generation.optionHelp)
    var generation: Int?

    /// The parameters of a request, but for the generation; `usual` is how many councils to count unless the user
    /// says otherwise.
    func parameters(facetLimit usual: Int?) -> [Target.Parameter] {
        .given([
            (.match, match), (.exact, exact ? "true" : nil),
            (.facetLimit, (facetLimit ?? usual).map(String.init)),
        ])
    }
}

extension [Target.Parameter] {
    /// The parameters that have a value.
    static func given(_ values: [(parameter: Parameter, value: String?)]) -> Self {
        values.compactMap { parameter, value in value.map { (parameter.name, $0) } }
    }
}
