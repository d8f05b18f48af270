import ArgumentParser
import Evidence

/// Which part of an answer, in which order, with which counts.
struct PageOptions: ParsableArguments {
    /// The facets to count by, and how many councils; `nil` leaves the choice to the daemon.
    typealias Counts = (list: String?, limit: Int?)

    @OptionGroup var match: MatchOptions

    @Option(
        name: Parameter.sort.names, parsing: .unconditional, help: Parameter.sort.optionHelp,
        completion: Parameter.sort.completion)
    var sort: String?

    @Option(name: Parameter.limit.names, help: Parameter.limit.optionHelp)
    var limit: Int?

    @Option(name: Parameter.offset.names, help: Parameter.offset.optionHelp)
    var offset: Int?

    @Option(
        name: Parameter.facets.names, help: Parameter.facets.optionHelp,
        completion: Parameter.facets.completion)
    var facets: String?

    /// The parameters of a request for one page of the answer, with `usual` counts unless the user names some.
    func parameters(limit: Int?, offset: Int?, facets usual: Counts) -> [Target.Parameter] {
        .given([
            (.sort, sort), (.limit, limit.map(String.init)), (.offset, offset.map(String.init)),
            (.facets, facets ?? usual.list),
        ]) + match.parameters(facetLimit: usual.limit)
    }

    /// The counts that suit a screen and answer most questions.
    static let countsOfText: Counts = ("said_by,score,statement,authority", 10)
    static let noCounts: Counts = ("none", nil)
    /// The daemon's own choice.
    static let allCounts: Counts = (nil, nil)
}
