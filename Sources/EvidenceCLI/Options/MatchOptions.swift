import ArgumentParser

/// How words are searched, and how far counts go.
struct MatchOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "all of the words, any of them, or auto: all, and where fewer than 10 paragraphs hold all, also some.",
            valueName: "words"))
    var match: String?

    @Flag(help: "Take the words as typed: neither corrected nor searched by their synonyms.")
    var exact = false

    @Option(
        help: ArgumentHelp(
            "How many councils to count, the most frequent first; 0 is all of them.", valueName: "n"))
    var facetLimit: Int?

    @Option(
        help: ArgumentHelp(
            "Ask this generation of the index only, so that several answers fit together.", valueName: "n"))
    var generation: Int?

    /// The parameters of a request, but for the generation; `usual` is how many councils to count where nothing
    /// was said.
    func parameters(facetLimit usual: Int?) -> [Target.Parameter] {
        var parameters: [Target.Parameter] = []
        if let match { parameters.append(("match", match)) }
        if exact { parameters.append(("exact", "true")) }
        if let limit = facetLimit ?? usual { parameters.append(("facet_limit", "\(limit)")) }
        return parameters
    }
}
