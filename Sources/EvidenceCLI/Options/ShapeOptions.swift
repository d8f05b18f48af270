import ArgumentParser
import Evidence

/// How much of a search's answer is printed, and what of each hit.
struct ShapeOptions: ParsableArguments {
    @Option(
        parsing: .scanningForValue,
        help: ArgumentHelp(
            "What of each hit to print, in this order: id,score,said_by,text.", valueName: "list"),
        transform: { try HitField.list($0) })
    var fields: [HitField]?

    @Flag(help: "Print every hit, whatever their number, from one generation of the index.")
    var all = false

    @Flag(help: "Print only how many paragraphs there are.")
    var count = false

    @Flag(help: "Print only ids, one a line.")
    var ids = false

    @Flag(name: .customShort("0"), help: "End each id with NUL instead of a line feed, for xargs -0.")
    var null = false

    @Flag(name: [.short, .long], help: "Print nothing: the exit status says whether something was found.")
    var quiet = false

    @Flag(help: "Add each hit's citation.")
    var cite = false

    @Option(
        name: Parameter.context.names,
        help: ArgumentHelp("Print so many paragraphs before and after each hit.", valueName: "n"))
    var context: Int?

    @Flag(help: "End with 0 where nothing was found, too.")
    var noFailOnEmpty = false

    func validate() throws {
        guard [all || fields != nil || cite || context != nil, count, quiet].count(where: \.self) < 2,
            !(ids && (count || quiet || fields != nil || cite || context != nil))
        else { throw ValidationError("--count, --ids and --quiet go with no other choice of what to print") }
        guard !null || ids else { throw ValidationError("-0 goes with --ids") }
        guard context.map({ (0...100).contains($0) }) ?? true else {
            throw ValidationError("--context takes 0 to 100 paragraphs")
        }
    }

    /// The columns of csv and tsv.
    var columns: [HitField] { (fields ?? HitField.usual) + (cite ? [.citation] : []) }
}
