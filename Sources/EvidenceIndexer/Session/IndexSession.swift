internal import Evidence
internal import EvidenceBuilding
internal import EvidenceReading
internal import EvidenceSearch
internal import FoundationEssentials
internal import Glibc

/// One call of `evidence-index`, from its options to what it prints.
struct IndexSession {
    private let options: IndexOptions
    private let folder: IndexFolder
    private let data: DataFiles

    init(options: IndexOptions) throws {
        self.options = options
        let environment = ProcessInfo.processInfo.environment
        folder = IndexFolder(
            path: options.index ?? environment["EVIDENCE_INDEX"] ?? IndexFolder.standardPath)
        let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        data = try DataFiles(
            folders: DataFiles.folders(given: options.data, environment: environment, program: program))
    }

    /// Becomes the owner of the index, if root calls.
    func becomeOwner() throws { try IndexOwner.become(ofIndexAt: folder.path) }

    /// Gives what root has put into an inbox to the owner of the index.
    func give(inbox: String) throws { try InboxGift.give(inbox: inbox, toOwnerOf: folder.path) }

    /// Prints the paragraphs of the pages, and ends the program.
    func dryRun(paths: [String]) throws -> Never {
        let run = DryRun(
            data: data, supplied: try supplied(), inputName: options.name, explains: options.explain,
            helper: PageHelper(isLocked: try isLocked()))
        let report = try run.run(paths: paths) { printLine($0.json) }
        complainOfPages(in: report)
        if report.profiles > 0 { complain("profile, no evidence: \(report.profiles)") }
        exit(status(of: report) ?? ExitStatus.done)
    }

    /// Checks the index and prints its faults; returns the exit status.
    func check() throws -> Int32 {
        let check = try IndexCheck(folder, waits: options.wait)
        for fault in check.faults { complain("generation \(check.generation): \(fault)") }
        guard check.faults.isEmpty else {
            throw IndexError.damaged(path: folder.path, reason: "faults: \(check.faults.count)")
        }
        let rest = check.hasCheckedTables ? "" : ", as far as can be said without the right to write it"
        print("generation \(check.generation) in \(folder.path) is as it was built\(rest)")
        return ExitStatus.done
    }

    /// Indexes files that came through the inbox, in which nobody's links are followed.
    func changeFromInbox(paths: [String]) throws -> IndexReport {
        try change(paths: paths, followsLinks: false)
    }

    /// Changes the index as the options say.
    func change(paths: [String], followsLinks: Bool = true) throws -> IndexReport {
        var choices = Indexer.Options()
        choices.followsLinks = followsLinks
        choices.keepsMissing = options.keepMissing
        choices.hasPositions = options.positions
        choices.inputName = options.name
        choices.waits = options.wait
        choices.keep = options.keep
        choices.supplied = try supplied()
        choices.isLocked = try isLocked()
        let indexer = Indexer(folder: folder, data: data, options: choices)
        if let path = options.remove { return try indexer.remove(path: path) }
        if let name = options.removeAuthority {
            return try indexer.remove(
                authority: data.authorities.slug(of: name), statement: choices.supplied.statement)
        }
        var progress = Progress()
        defer { progress.end() }
        if options.rebuild {
            return try indexer.rebuild(paths: paths) { progress.show(done: $0, of: $1) }
        }
        return try indexer.index(paths: paths) { progress.show(done: $0, of: $1) }
    }

    /// Returns true if --if-older leaves nothing to be done.
    func isCurrent() throws -> Bool { try options.ifOlder && !Indexer.isOlder(folder) }

    /// Prints the sums of a report on standard output, and the pages left out on standard error.
    func tell(_ report: IndexReport) {
        complainOfPages(in: report)
        let profiles = report.profiles == 0 ? "" : ", profile, no evidence \(report.profiles)"
        print(
            "indexed \(report.indexed), replaced \(report.replaced), unchanged \(report.unchanged), "
                + "removed \(report.removed), left out \(report.skipped.count)\(profiles)")
        let generation = report.generation.map { "generation \($0)" } ?? "no change, no new generation"
        print(
            "\(generation): \(report.paragraphs) paragraphs of \(report.pages) pages in \(folder.path.printable)"
        )
    }

    private func complainOfPages(in report: IndexReport) {
        for note in report.notes + report.faults { complain(note) }
        for page in report.skipped { complain("\(page.path) left out: \(page.reason)") }
    }

    /// The exit status that a report calls for; `nil` if all went well.
    func status(of report: IndexReport) -> Int32? {
        if !report.skipped.isEmpty || !report.faults.isEmpty { return ExitStatus.partial }
        let touched = report.indexed + report.replaced + report.unchanged + report.removed
        return touched == 0 ? ExitStatus.nothing : nil
    }

    private func supplied() throws -> SuppliedDetails {
        SuppliedDetails(
            authority: try authority(), statement: try statement(), published: try published(),
            url: options.url)
    }

    /// Whether only a locked process may read web pages: by the option, else by the environment.
    private func isLocked() throws -> Bool {
        if let sandbox = options.sandbox { return sandbox == .required }
        guard let text = ProcessInfo.processInfo.environment["EVIDENCE_SANDBOX"] else { return true }
        guard let sandbox = IndexOptions.Sandbox(rawValue: text) else {
            throw RequestError(.badValue, "$EVIDENCE_SANDBOX is required or off, not \(text)")
        }
        return sandbox == .required
    }

    private func authority() throws -> String? {
        guard let name = options.authority, name.utf8.count > PageReader.longestAuthority else {
            return options.authority
        }
        throw RequestError(
            .badValue, "--authority takes the name of a local authority, not \(name.utf8.count) letters")
    }

    private func statement() throws -> String? {
        guard let name = options.statement else { return nil }
        let field = FieldValue(.statement, values: [FieldValue.Value(name)])
        let vocabulary = Vocabulary(catalogue: data.catalogue, authorities: [], sections: [])
        return try vocabulary.filters(from: [field])[.statement].included.first?.name
    }

    private func published() throws -> PublicationDate? {
        guard let text = options.published else { return nil }
        guard let date = PublicationDate(text) else {
            throw RequestError(
                .badValue, "--published takes a date such as 2025-06-20 or 2025-06, not \(text)")
        }
        return date
    }

    private func printLine(_ bytes: [UInt8]) {
        guard !Output.standard.write(bytes + [UInt8(ascii: "\n")]) else { return }
        let code = errno
        // A reader that has seen enough ends it quietly.
        guard code != EPIPE else { exit(ExitStatus.done) }
        complain("not all is printed: \(String(cString: strerror(code)))")
        exit(ExitStatus.partial)
    }
}
