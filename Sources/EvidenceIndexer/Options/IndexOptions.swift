internal import ArgumentParser

/// The options of `evidence-index`.
struct IndexOptions: ParsableArguments {
    @Option(help: "The index. Default: $EVIDENCE_INDEX, else /var/lib/evidence/index.")
    var index: String?

    @Option(help: "A folder with data files of your own: speakers.yaml, synonyms.txt and the like.")
    var data: String?

    @Option(help: "The authority of pages whose title doesn't name one.")
    var authority: String?

    @Option(
        help:
            "The quality statement of pages that don't name one, or with --remove-authority the one to remove."
    )
    var statement: String?

    @Option(help: ArgumentHelp("The publication date of pages without one.", valueName: "yyyy-mm-dd"))
    var published: String?

    @Option(help: "The web address of pages that don't name their own.")
    var url: String?

    @Option(help: "With the path -: the name of what comes on standard input.")
    var name: String?

    @Flag(help: "Keep pages that are no longer in the folders and archives given.")
    var keepMissing = false

    @Option(help: ArgumentHelp("Take out the page at this path, or all pages below it.", valueName: "path"))
    var remove: String?

    @Option(help: ArgumentHelp("Take out an authority's pages.", valueName: "name"))
    var removeAuthority: String?

    @Flag(help: "Build the index anew, from the pages given and all that it was built from before.")
    var rebuild = false

    @Flag(help: "With --rebuild: only where a program with an older schema made the index.")
    var ifOlder = false

    @Flag(
        help:
            "Verify the current generation wholly, and say what is wrong with it: files, tables, paragraphs.")
    var check = false

    @Flag(
        help:
            "Keep the positions of words in the index, so that Xapian's own tools can search phrases; it takes twice the room."
    )
    var positions = false

    @Flag(help: "Wait where another evidence-index is at work.")
    var wait = false

    @Option(help: "How many generations to keep, the current one included.")
    var keep = 2

    @Option(
        help: ArgumentHelp(
            "Off reads web pages and archives even where the kernel can't lock the process that reads them. Default: $EVIDENCE_SANDBOX, else required.",
            valueName: "required|off"))
    var sandbox: Sandbox?

    @Flag(help: "Print what would be indexed, a paragraph a line, and touch no index.")
    var dryRun = false

    @Flag(help: "With --dry-run: name the class and the position of who said each sentence.")
    var explain = false

    @Option(help: "With --dry-run: the format, which is jsonl.")
    var format: Format = .jsonl

    /// Whether the process that reads web pages has to be locked.
    enum Sandbox: String, ExpressibleByArgument, CaseIterable {
        case required, off
    }

    /// The formats of a dry run.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case jsonl
    }
}
