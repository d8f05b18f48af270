internal import ArgumentParser
internal import Evidence
internal import EvidenceBuilding
internal import EvidenceSearch
internal import FoundationEssentials
internal import Glibc

/// `evidence-index`: brings an index up to date with folders of pages.
@main
struct EvidenceIndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence-index",
        abstract: "Index pages of the CQC's assessments of local authorities.",
        usage: """
            evidence-index --index DIR PATH…
            evidence-index --index DIR --name NAME - <FILE
            evidence-index --dry-run --format jsonl PATH…
            evidence-index --index DIR --inbox DIR
            evidence-index --index DIR --rebuild [PATH…]
            evidence-index --index DIR --check
            evidence-index --index DIR --remove PATH
            evidence-index --index DIR --remove-authority NAME [--statement NAME]
            """,
        discussion: """
            Takes text, saved web pages (.html, .htm), archives of them (.zip, .tar, .tar.gz, .tgz), and folders \
            with all below them. A page that is as it was costs no work; one that is gone from a folder or an \
            archive given is taken out; pages from elsewhere stay. Searches go on meanwhile.

            --rebuild takes nothing over from the index but where its pages came from: for one that is damaged, or \
            that a program with another schema made.

            --check verifies the current generation and names what is wrong: each file by its checksum, the tables, \
            and each page by its paragraphs and their words. It changes nothing.

            Run by root on an index that another user owns, it becomes that user first.

            Exit status: 0 done · 1 nothing to index · 2 usage · 3 the index can't be used · 4 some pages were \
            left out, each named with its reason · 75 another evidence-index is at work.
            """,
        version: EvidenceVersion.current)

    @OptionGroup var options: IndexOptions

    @OptionGroup var inbox: InboxOptions

    @Argument(
        help: ArgumentHelp("Pages, folders or archives of pages; - is standard input.", valueName: "path"))
    var paths: [String] = []

    // Not `validate()`: ArgumentParser calls that before it finds an option that it doesn't know.
    private func checkUsage() throws {
        let removes = options.remove != nil || options.removeAuthority != nil
        guard options.keep >= 1 else { throw ValidationError("--keep takes a number from 1") }
        try validateName()
        if options.check {
            guard !removes, paths.isEmpty, !options.dryRun, !options.rebuild, inbox.inbox == nil else {
                throw ValidationError("--check stands alone, without anything that would change the index")
            }
            return
        }
        if inbox.inbox != nil {
            guard !removes, paths.isEmpty, !options.dryRun, !options.rebuild else {
                throw ValidationError(
                    "--inbox stands alone, without pages to index, --remove, --rebuild or --dry-run")
            }
            return
        }
        guard !options.rebuild || (!removes && !options.dryRun) else {
            throw ValidationError("--rebuild goes with pages to index, or stands alone")
        }
        guard options.rebuild || !options.ifOlder else {
            throw ValidationError("--if-older goes with --rebuild")
        }
        guard inbox.done == nil, inbox.failed == nil, !inbox.give else {
            throw ValidationError("--done, --failed and --give go with --inbox")
        }
        guard removes || options.rebuild || !paths.isEmpty else {
            throw ValidationError("name the pages to index: evidence-index --index DIR PATH…")
        }
        guard !removes || (paths.isEmpty && !options.dryRun) else {
            throw ValidationError("--remove and --remove-authority stand alone, without pages to index")
        }
    }

    /// Throws unless the name can be shown as a path, which is never an absolute one.
    private func validateName() throws {
        guard paths.contains("-") else {
            guard options.name == nil else { throw ValidationError("--name goes with the path -") }
            return
        }
        guard let name = options.name else {
            throw ValidationError("- needs a name to show for the page: --name NAME -")
        }
        guard !name.isEmpty, !name.hasPrefix("/") else {
            throw ValidationError("--name takes a name or a relative path, such as reports/page.txt")
        }
    }

    func run() throws {
        try checkUsage()
        let session = try IndexSession(options: options)
        if inbox.give, let path = inbox.inbox { return try session.give(inbox: path) }
        if !options.dryRun { try session.becomeOwner() }
        if options.check { throw ExitCode(try session.check()) }
        if inbox.inbox != nil {
            var run = try InboxRun(options: inbox, index: session.changeFromInbox, tell: session.tell)
            throw ExitCode(try run.run())
        }
        if try session.isCurrent() { return }
        if options.dryRun { try session.dryRun(paths: paths) }
        let report = try session.change(paths: paths)
        session.tell(report)
        if let status = session.status(of: report) { throw ExitCode(status) }
    }

    static func main() {
        signal(SIGPIPE, SIG_IGN)
        CutFiles.end(
            with: "evidence-index: a file of the index was cut short or can't be read; see --check\n",
            ExitStatus.unusable)
        do {
            var command = try parseAsRoot(FileName.arguments)
            try command.run()
        } catch {
            leave(after: error)
        }
    }

    /// The one place where an error becomes an exit status; ArgumentParser's own for wrong usage is 64.
    private static func leave(after error: any Error) -> Never {
        if let error = error as? IndexError { leave(after: error) }
        if let error = error as? RequestError {
            complain(error.description)
            Glibc.exit(ExitStatus.usage)
        }
        if let error = error as? CocoaError {
            leave(after: IndexError(error, at: error.filePath ?? "a file"))
        }
        let status = exitCode(for: error).rawValue
        guard status == ExitCode.validationFailure.rawValue else { exit(withError: error) }
        complain(message(for: error))
        Glibc.exit(ExitStatus.usage)
    }

    private static func leave(after error: IndexError) -> Never {
        complain([error.description, error.advice].compactMap(\.self).joined(separator: "; "))
        Glibc.exit(error.exitStatus)
    }
}
